package dmvpn.sim.capture;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.ospf.message.AdvertisedPrefix;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateBodyV3;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.message.OspfPacketV3;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Any packet of OSPF version 3 that the records can hold. */
final class RandomOspfV3Packets {

    private static final LinkStateType[] TYPES = LinkStateType.values();

    private final RandomGenerator random;

    RandomOspfV3Packets(RandomGenerator random) {
        this.random = random;
    }

    OspfPacketV3 packet() {
        OspfBody body = switch (random.nextInt(5)) {
            case 0 -> new OspfBody.Hello(new OspfBody.InterfaceId(word()), number(16), options(), number(8), number(16), address(),
                    address(), list(5, this::address));
            case 1 -> new OspfBody.DatabaseDescription(number(16), options(), random.nextBoolean(), random.nextBoolean(),
                    random.nextBoolean(), word(), list(4, this::header));
            case 2 -> new OspfBody.LinkStateRequest(list(4, this::key));
            case 3 -> new OspfBody.LinkStateUpdate(list(4, this::advertisement));
            default -> new OspfBody.LinkStateAcknowledgment(list(4, this::header));
        };
        return new OspfPacketV3(address(), address(), number(8), body);
    }

    private LinkStateHeader header() {
        return new LinkStateHeader(number(16), OspfOptions.NONE, key(), random.nextInt(), number(16), number(16));
    }

    private LinkStateKey key() {
        return new LinkStateKey(TYPES[random.nextInt(TYPES.length)], address(), address());
    }

    private LinkStateAdvertisement advertisement() {
        LinkStateKey key = key();
        LinkStateBody body = switch (key.type()) {
            case ROUTER -> new LinkStateBodyV3.Router(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), options(),
                    list(5, this::link));
            case NETWORK -> new LinkStateBodyV3.Network(options(), list(5, this::address));
            case SUMMARY_NETWORK -> new LinkStateBodyV3.InterAreaPrefix(number(24), prefix());
            case SUMMARY_BOUNDARY_ROUTER -> new LinkStateBodyV3.InterAreaRouter(options(), number(24), address());
            case EXTERNAL, NSSA_EXTERNAL -> new LinkStateBodyV3.External(random.nextBoolean(), number(24), prefix(),
                    random.nextBoolean() ? Optional.of(address6()) : Optional.empty(),
                    random.nextBoolean() ? OptionalLong.of(word()) : OptionalLong.empty());
            case LINK -> new LinkStateBodyV3.Link(number(8), options(), address6(), list(4, this::prefix));
            case INTRA_AREA_PREFIX -> new LinkStateBodyV3.IntraAreaPrefix(key(),
                    list(4, () -> new LinkStateBodyV3.MetricPrefix(prefix(), number(16))));
        };
        return LinkStateAdvertisement.originate(key, OspfOptions.NONE, random.nextInt(), body)
                .withAge(random.nextInt(LinkStateHeader.MAX_AGE_SECONDS + 1));
    }

    private LinkStateBodyV3.RouterLink link() {
        LinkStateBodyV3.LinkKind[] kinds = LinkStateBodyV3.LinkKind.values();
        return new LinkStateBodyV3.RouterLink(kinds[random.nextInt(kinds.length)], number(16), word(), word(), address());
    }

    private AdvertisedPrefix prefix() {
        return new AdvertisedPrefix(IpPrefix.containing(address6(), random.nextInt(129)), number(8));
    }

    private OspfOptions options() {
        return new OspfOptions(number(24));
    }

    private Ipv4Address address() {
        return new Ipv4Address(random.nextInt());
    }

    private Ipv6Address address6() {
        return new Ipv6Address(random.nextLong(), random.nextLong());
    }

    private long word() {
        return random.nextLong(1L << 32);
    }

    private int number(int bits) {
        return random.nextInt(1 << bits);
    }

    private <T> List<T> list(int limit, Supplier<T> element) {
        return IntStream.range(0, random.nextInt(limit)).mapToObj(index -> element.get()).toList();
    }
}
