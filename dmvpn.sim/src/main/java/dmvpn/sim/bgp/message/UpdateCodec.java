package dmvpn.sim.bgp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * UPDATE messages (RFC 4271 section 4.3). Routes of IPv4 are in the fields of old, those of other families in attributes
 * (RFC 4760).
 */
final class UpdateCodec {

    private static final int LENGTH_FIELDS_BYTES = 4;
    private static final int MULTIPROTOCOL_HEADER_BYTES = 3;

    private UpdateCodec() {
    }

    /** Length of the whole message. */
    static int lengthBytes(BgpMessage.Update update) {
        AddressFamily family = familyOf(update);
        int attributes = update.attributes().map(each -> PathAttributeCodec.lengthBytes(each, family == AddressFamily.IPV4_UNICAST))
                .orElse(0);
        int length = BgpMessage.HEADER_BYTES + LENGTH_FIELDS_BYTES + attributes;
        if (family == AddressFamily.IPV4_UNICAST) {
            return length + prefixBytes(update.withdrawn()) + prefixBytes(update.announced());
        }
        if (!update.announced().isEmpty()) {
            length += PathAttributeCodec.withHeader(MULTIPROTOCOL_HEADER_BYTES + 1 + nextHopBytes(update, family) + 1
                    + prefixBytes(update.announced()));
        }
        if (update.announced().isEmpty() || !update.withdrawn().isEmpty()) {
            length += PathAttributeCodec.withHeader(MULTIPROTOCOL_HEADER_BYTES + prefixBytes(update.withdrawn()));
        }
        return length;
    }

    /** A global address may have the link-local one behind it (RFC 2545 section 3). */
    private static int nextHopBytes(BgpMessage.Update update, AddressFamily family) {
        boolean linkLocal = update.attributes().flatMap(PathAttributes::linkLocalNextHop).isPresent();
        return linkLocal ? 2 * family.addressBytes() : family.addressBytes();
    }

    /** Bytes that the prefixes of routes take up. */
    static int prefixBytes(List<Nlri> routes) {
        int bytes = 0;
        for (Nlri route : routes) {
            bytes += prefixBytes(route);
        }
        return bytes;
    }

    /** Bytes that the prefix of a route takes up. */
    static int prefixBytes(Nlri route) {
        return 1 + (route.prefix().length() + 7) / 8;
    }

    private static AddressFamily familyOf(BgpMessage.Update update) {
        return update.endOf().orElseGet(() ->
                (update.announced().isEmpty() ? update.withdrawn() : update.announced()).getFirst().family());
    }

    static void encode(BgpMessage.Update update, ByteWriter out) {
        AddressFamily family = familyOf(update);
        boolean ipv4 = family == AddressFamily.IPV4_UNICAST;
        ByteWriter attributes = out.part();
        update.attributes().ifPresent(each -> PathAttributeCodec.encodeKnown(each, ipv4, attributes));
        if (!ipv4) {
            encodeMultiprotocol(update, family, attributes);
        }
        update.attributes().ifPresent(each -> PathAttributeCodec.encodeUnknown(each, attributes));
        ByteWriter withdrawn = out.part();
        if (ipv4) {
            encode(update.withdrawn(), withdrawn);
        }
        out.field("Length of withdrawn routes").u16(withdrawn.position()).append(withdrawn)
                .field("Length of path attributes").u16(attributes.position()).append(attributes);
        if (ipv4) {
            encode(update.announced(), out);
        }
    }

    private static void encodeMultiprotocol(BgpMessage.Update update, AddressFamily family, ByteWriter out) {
        if (update.attributes().isPresent()) {
            ByteWriter value = out.part();
            encode(family, value).field("Length of the next hop").u8(nextHopBytes(update, family))
                    .field("Next hop").address(update.attributes().get().nextHop());
            update.attributes().get().linkLocalNextHop().ifPresent(address -> value.field("Link-local next hop").address(address));
            value.field("Reserved").u8(0);
            encode(update.announced(), value);
            PathAttributeCodec.encode(PathAttributeCodec.OPTIONAL, PathAttributeCodec.REACHABLE, value, out);
        }
        if (update.attributes().isEmpty() || !update.withdrawn().isEmpty()) {
            ByteWriter value = out.part();
            encode(family, value);
            encode(update.withdrawn(), value);
            PathAttributeCodec.encode(PathAttributeCodec.OPTIONAL, PathAttributeCodec.UNREACHABLE, value, out);
        }
    }

    private static ByteWriter encode(AddressFamily family, ByteWriter out) {
        return out.field("Address family", family.title()).u16(family.family())
                .field("Subsequent address family").u8(family.subsequentFamily());
    }

    private static void encode(List<Nlri> routes, ByteWriter out) {
        for (Nlri route : routes) {
            IpPrefix prefix = route.prefix();
            out.group("Route " + prefix, () -> out.field("Prefix length").u8(prefix.length())
                    .field("Prefix", prefix.toString()).bytes(Arrays.copyOf(prefix.network().toBytes(), (prefix.length() + 7) / 8)));
        }
    }

    static BgpMessage.Update decode(ByteReader in) {
        List<Nlri> withdrawn = decode(in.slice(in.u16()), AddressFamily.IPV4_UNICAST);
        PathAttributeCodec.Decoded attributes = PathAttributeCodec.decode(in.slice(in.u16()));
        List<Nlri> announced = decode(in, AddressFamily.IPV4_UNICAST);
        boolean ofOthers = attributes.reachable().isPresent() || attributes.unreachable().isPresent();
        if (ofOthers && !(withdrawn.isEmpty() && announced.isEmpty())) {
            throw in.problem("routes of two families in one message are not supported");
        }
        if (ofOthers) {
            return ofOthers(in, attributes);
        }
        if (withdrawn.isEmpty() && announced.isEmpty()) {
            if (!attributes.isEmpty()) {
                throw in.problem("attributes without routes");
            }
            return BgpMessage.Update.endOf(AddressFamily.IPV4_UNICAST);
        }
        if (announced.isEmpty()) {
            if (!attributes.isEmpty()) {
                throw in.problem("attributes without announced routes");
            }
            return BgpMessage.Update.withdraw(withdrawn);
        }
        return new BgpMessage.Update(withdrawn, Optional.of(attributes.complete(in)), announced, Optional.empty());
    }

    private static BgpMessage.Update ofOthers(ByteReader in, PathAttributeCodec.Decoded attributes) {
        List<Nlri> announced = attributes.reachable().map(PathAttributeCodec.Reachable::routes).orElse(List.of());
        PathAttributeCodec.Unreachable gone = attributes.unreachable()
                .orElseGet(() -> new PathAttributeCodec.Unreachable(announced.getFirst().family(), List.of()));
        if (!announced.isEmpty()) {
            if (announced.getFirst().family() != gone.family()) {
                throw in.problem("routes of two families in one message are not supported");
            }
            return new BgpMessage.Update(gone.routes(), Optional.of(attributes.complete(in)), announced, Optional.empty());
        }
        if (!attributes.isEmpty()) {
            throw in.problem("attributes without announced routes");
        }
        return gone.routes().isEmpty() ? BgpMessage.Update.endOf(gone.family()) : BgpMessage.Update.withdraw(gone.routes());
    }

    static List<Nlri> decode(ByteReader in, AddressFamily family) {
        List<Nlri> routes = new ArrayList<>();
        while (in.remaining() > 0) {
            int length = in.u8();
            if (length > family.addressBytes() * 8) {
                throw in.problem("a prefix length of " + length + " is more than an address has bits");
            }
            byte[] network = Arrays.copyOf(in.bytes((length + 7) / 8), family.addressBytes());
            // Bits behind the prefix mean nothing (RFC 4271 section 4.3).
            routes.add(Nlri.of(IpPrefix.containing(IpAddress.ofBytes(network), length)));
        }
        return routes;
    }
}
