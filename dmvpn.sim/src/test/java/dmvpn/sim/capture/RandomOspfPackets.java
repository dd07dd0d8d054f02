package dmvpn.sim.capture;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateBodyV2;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.message.OspfAuthentication;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.message.OspfPacket;
import dmvpn.sim.ospf.message.OspfPacketV2;
import dmvpn.sim.packet.Octets;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Any OSPF packet that the records can hold. */
final class RandomOspfPackets {

    private static final List<LinkStateType> TYPES =
            Stream.of(LinkStateType.values()).filter(LinkStateType::isOfVersion2).toList();

    private final RandomGenerator random;

    RandomOspfPackets(RandomGenerator random) {
        this.random = random;
    }

    OspfPacket packet() {
        return packet(authentication());
    }

    /** With a checksum that covers all of it. */
    OspfPacket withoutAuthentication() {
        return packet(new OspfAuthentication.None());
    }

    private OspfPacket packet(OspfAuthentication authentication) {
        OspfBody body = switch (random.nextInt(5)) {
            case 0 -> new OspfBody.Hello(new OspfBody.NetworkMask(random.nextInt(33)), number(16), options(), number(8), word(), address(), address(),
                    list(5, this::address));
            case 1 -> new OspfBody.DatabaseDescription(number(16), options(), random.nextBoolean(), random.nextBoolean(),
                    random.nextBoolean(), word(), list(4, this::header));
            case 2 -> new OspfBody.LinkStateRequest(list(4, this::key));
            case 3 -> new OspfBody.LinkStateUpdate(list(4, this::advertisement));
            default -> new OspfBody.LinkStateAcknowledgment(list(4, this::header));
        };
        return new OspfPacketV2(address(), address(), authentication, body);
    }

    private OspfAuthentication authentication() {
        return switch (random.nextInt(3)) {
            case 0 -> new OspfAuthentication.None();
            case 1 -> new OspfAuthentication.Simple(octets(8));
            default -> new OspfAuthentication.Cryptographic(number(8), word(), octets(16));
        };
    }

    private LinkStateHeader header() {
        return new LinkStateHeader(number(16), options(), key(), random.nextInt(), number(16), number(16));
    }

    private LinkStateKey key() {
        return new LinkStateKey(TYPES.get(random.nextInt(TYPES.size())), address(), address());
    }

    private LinkStateAdvertisement advertisement() {
        LinkStateKey key = key();
        LinkStateBody body = switch (key.type()) {
            case ROUTER -> new LinkStateBodyV2.Router(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(),
                    list(5, this::link));
            case NETWORK -> new LinkStateBodyV2.Network(random.nextInt(33), list(5, this::address));
            case SUMMARY_NETWORK, SUMMARY_BOUNDARY_ROUTER -> new LinkStateBodyV2.Summary(random.nextInt(33), number(24));
            case EXTERNAL, NSSA_EXTERNAL -> new LinkStateBodyV2.External(random.nextInt(33), random.nextBoolean(), number(24),
                    address(), word());
            case LINK, INTRA_AREA_PREFIX -> throw new IllegalStateException("Not of version 2");
        };
        return LinkStateAdvertisement.originate(key, options(), random.nextInt(), body)
                .withAge(random.nextInt(LinkStateHeader.MAX_AGE_SECONDS + 1));
    }

    private LinkStateBodyV2.RouterLink link() {
        LinkStateBodyV2.LinkKind[] kinds = LinkStateBodyV2.LinkKind.values();
        return new LinkStateBodyV2.RouterLink(kinds[random.nextInt(kinds.length)], address(), address(), number(16));
    }

    private OspfOptions options() {
        return new OspfOptions(number(8));
    }

    private Ipv4Address address() {
        return new Ipv4Address(random.nextInt());
    }

    private long word() {
        return random.nextLong(1L << 32);
    }

    private int number(int bits) {
        return random.nextInt(1 << bits);
    }

    private Octets octets(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    private <T> List<T> list(int limit, Supplier<T> element) {
        return IntStream.range(0, random.nextInt(limit)).mapToObj(index -> element.get()).toList();
    }
}
