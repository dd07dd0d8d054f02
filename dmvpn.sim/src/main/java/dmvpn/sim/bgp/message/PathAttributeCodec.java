package dmvpn.sim.bgp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.bgp.message.PathAttributes.UnknownAttribute;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.routing.policy.AsPath;
import dmvpn.sim.routing.policy.Community;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Path attributes (RFC 4271 section 4.3), in the order of their numbers and unknown ones behind. */
final class PathAttributeCodec {

    static final int OPTIONAL = 0x80;
    static final int REACHABLE = 14;
    static final int UNREACHABLE = 15;

    private static final int EXTENDED_LENGTH = 0x10;
    private static final int TRANSITIVE = 0x40;
    private static final int PARTIAL = 0x20;

    private static final int ORIGIN = 1;
    private static final int AS_PATH = 2;
    private static final int NEXT_HOP = 3;
    private static final int MULTI_EXIT_DISCRIMINATOR = 4;
    private static final int LOCAL_PREFERENCE = 5;
    private static final int ATOMIC_AGGREGATE = 6;
    private static final int AGGREGATOR = 7;
    private static final int COMMUNITIES = 8;
    private static final int ORIGINATOR_ID = 9;
    private static final int CLUSTER_LIST = 10;

    private static final int AS_SET = 1;
    private static final int AS_SEQUENCE = 2;
    private static final int LONGEST_SHORT_VALUE = 255;
    private static final int FIXED_HEADER_BYTES = 2;

    private PathAttributeCodec() {
    }

    /** Routes of another family that are there, with their next hop. */
    record Reachable(IpAddress nextHop, Optional<IpAddress> linkLocalNextHop, List<Nlri> routes) {
    }

    /** Routes of another family that are gone. */
    record Unreachable(AddressFamily family, List<Nlri> routes) {
    }

    /** Length of a value with its header. */
    static int withHeader(int valueBytes) {
        return FIXED_HEADER_BYTES + (valueBytes > LONGEST_SHORT_VALUE ? 2 : 1) + valueBytes;
    }

    /** Length of all attributes but those that carry routes. */
    static int lengthBytes(PathAttributes attributes, boolean withNextHop) {
        int length = withHeader(1) + withHeader(pathBytes(attributes.asPath()))
                + (withNextHop ? withHeader(4) : 0)
                + (attributes.multiExitDiscriminator().isPresent() ? withHeader(4) : 0)
                + (attributes.localPreference().isPresent() ? withHeader(4) : 0)
                + (attributes.atomicAggregate() ? withHeader(0) : 0)
                + (attributes.aggregator().isPresent() ? withHeader(8) : 0)
                + (attributes.communities().isEmpty() ? 0 : withHeader(4 * attributes.communities().size()))
                + (attributes.originatorId().isPresent() ? withHeader(4) : 0)
                + (attributes.clusterList().isEmpty() ? 0 : withHeader(4 * attributes.clusterList().size()));
        for (UnknownAttribute unknown : attributes.unknown()) {
            length += withHeader(unknown.value().length());
        }
        return length;
    }

    private static int pathBytes(AsPath path) {
        int bytes = 0;
        for (AsPath.Segment segment : path.segments()) {
            bytes += 2 + 4 * segment.autonomousSystems().size();
        }
        return bytes;
    }

    /** Appends the attributes that a speaker knows. */
    static void encodeKnown(PathAttributes attributes, boolean withNextHop, ByteWriter out) {
        encode(TRANSITIVE, ORIGIN, out.part().field("Origin", attributes.origin().title()).u8(attributes.origin().ordinal()), out);
        encode(TRANSITIVE, AS_PATH, path(attributes.asPath(), out.part()), out);
        if (withNextHop) {
            encode(TRANSITIVE, NEXT_HOP, out.part().field("Next hop").address(attributes.nextHop()), out);
        }
        attributes.multiExitDiscriminator().ifPresent(value ->
                encode(OPTIONAL, MULTI_EXIT_DISCRIMINATOR, out.part().field("Metric").u32(value), out));
        attributes.localPreference().ifPresent(value ->
                encode(TRANSITIVE, LOCAL_PREFERENCE, out.part().field("Local preference").u32(value), out));
        if (attributes.atomicAggregate()) {
            encode(TRANSITIVE, ATOMIC_AGGREGATE, out.part(), out);
        }
        attributes.aggregator().ifPresent(aggregator -> encode(OPTIONAL | TRANSITIVE, AGGREGATOR, out.part()
                .field("Autonomous system").u32(aggregator.autonomousSystem()).field("Router ID").address(aggregator.routerId()), out));
        if (!attributes.communities().isEmpty()) {
            ByteWriter value = out.part();
            attributes.communities().forEach(community -> value.hexadecimal("Community").u32(community.value()));
            encode(OPTIONAL | TRANSITIVE, COMMUNITIES, value, out);
        }
        attributes.originatorId().ifPresent(id -> encode(OPTIONAL, ORIGINATOR_ID, out.part().field("Originator").address(id), out));
        if (!attributes.clusterList().isEmpty()) {
            ByteWriter value = out.part();
            attributes.clusterList().forEach(cluster -> value.field("Cluster").address(cluster));
            encode(OPTIONAL, CLUSTER_LIST, value, out);
        }
    }

    /** Appends the attributes that a speaker passes on without knowing them. */
    static void encodeUnknown(PathAttributes attributes, ByteWriter out) {
        attributes.unknown().forEach(unknown ->
                encode(unknown.flags(), unknown.type(), out.part().field("Value").octets(unknown.value()), out));
    }

    private static ByteWriter path(AsPath path, ByteWriter value) {
        for (AsPath.Segment segment : path.segments()) {
            value.field("Segment", segment.set() ? "set" : "sequence").u8(segment.set() ? AS_SET : AS_SEQUENCE)
                    .field("Number of systems").u8(segment.autonomousSystems().size());
            segment.autonomousSystems().forEach(system -> value.field("Autonomous system").u32(system));
        }
        return value;
    }

    private static String nameOf(int type) {
        return switch (type) {
            case ORIGIN -> "ORIGIN";
            case AS_PATH -> "AS_PATH";
            case NEXT_HOP -> "NEXT_HOP";
            case MULTI_EXIT_DISCRIMINATOR -> "MULTI_EXIT_DISC";
            case LOCAL_PREFERENCE -> "LOCAL_PREF";
            case ATOMIC_AGGREGATE -> "ATOMIC_AGGREGATE";
            case AGGREGATOR -> "AGGREGATOR";
            case COMMUNITIES -> "COMMUNITIES";
            case ORIGINATOR_ID -> "ORIGINATOR_ID";
            case CLUSTER_LIST -> "CLUSTER_LIST";
            case REACHABLE -> "MP_REACH_NLRI";
            case UNREACHABLE -> "MP_UNREACH_NLRI";
            default -> "Attribute " + type;
        };
    }

    /** Appends an attribute, whose value is a part of the writer. */
    static void encode(int flags, int type, ByteWriter value, ByteWriter out) {
        boolean extended = value.position() > LONGEST_SHORT_VALUE;
        out.group(nameOf(type), () -> {
            out.hexadecimal("Flags").u8(extended ? flags | EXTENDED_LENGTH : flags).field("Type").u8(type).field("Length");
            if (extended) {
                out.u16(value.position());
            } else {
                out.u8(value.position());
            }
            out.append(value);
        });
    }

    static Decoded decode(ByteReader in) {
        Decoded decoded = new Decoded();
        Set<Integer> seen = new HashSet<>();
        while (in.remaining() > 0) {
            int flags = in.u8();
            int type = in.u8();
            ByteReader value = in.slice((flags & EXTENDED_LENGTH) != 0 ? in.u16() : in.u8());
            if (!seen.add(type)) {
                throw value.problem("attribute " + type + " is there twice");
            }
            decoded.take(flags & ~EXTENDED_LENGTH, type, value);
            value.requireEnd();
        }
        return decoded;
    }

    /** Attributes while they are read. */
    static final class Decoded {
        private Optional<RouteOrigin> origin = Optional.empty();
        private Optional<AsPath> asPath = Optional.empty();
        private Optional<IpAddress> nextHop = Optional.empty();
        private OptionalLong multiExitDiscriminator = OptionalLong.empty();
        private OptionalLong localPreference = OptionalLong.empty();
        private boolean atomicAggregate;
        private Optional<Aggregator> aggregator = Optional.empty();
        private final List<Community> communities = new ArrayList<>();
        private Optional<Ipv4Address> originatorId = Optional.empty();
        private final List<Ipv4Address> clusterList = new ArrayList<>();
        private final List<UnknownAttribute> unknown = new ArrayList<>();
        private Optional<Reachable> reachable = Optional.empty();
        private Optional<Unreachable> unreachable = Optional.empty();
        private boolean anythingElse;

        Optional<Reachable> reachable() {
            return reachable;
        }

        Optional<Unreachable> unreachable() {
            return unreachable;
        }

        /** True when nothing but routes was there. */
        boolean isEmpty() {
            return !anythingElse;
        }

        private void take(int flags, int type, ByteReader value) {
            requireFlags(flags, type, value);
            anythingElse |= type != REACHABLE && type != UNREACHABLE;
            switch (type) {
                case ORIGIN -> origin = Optional.of(origin(value));
                case AS_PATH -> asPath = Optional.of(path(value));
                case NEXT_HOP -> nextHop = Optional.of(ipv4(value));
                case MULTI_EXIT_DISCRIMINATOR -> multiExitDiscriminator = OptionalLong.of(value.u32());
                case LOCAL_PREFERENCE -> localPreference = OptionalLong.of(value.u32());
                case ATOMIC_AGGREGATE -> atomicAggregate = true;
                case AGGREGATOR -> aggregator = Optional.of(new Aggregator(value.u32(), ipv4(value)));
                case COMMUNITIES -> {
                    requireSome(value);
                    while (value.remaining() > 0) {
                        communities.add(new Community(value.u32()));
                    }
                }
                case ORIGINATOR_ID -> originatorId = Optional.of(ipv4(value));
                case CLUSTER_LIST -> {
                    requireSome(value);
                    while (value.remaining() > 0) {
                        clusterList.add(ipv4(value));
                    }
                }
                case REACHABLE -> reachable = Optional.of(reachable(value));
                case UNREACHABLE -> {
                    AddressFamily family = family(value);
                    unreachable = Optional.of(new Unreachable(family, UpdateCodec.decode(value, family)));
                }
                default -> unknown.add(new UnknownAttribute(flags, type, value.remainingOctets()));
            }
        }

        private static void requireSome(ByteReader value) {
            if (value.remaining() == 0) {
                throw value.problem("an attribute without a value");
            }
        }

        /** RFC 4271 section 6.3: flags must fit the type, and what is well-known must be known. */
        private static void requireFlags(int flags, int type, ByteReader value) {
            int expected = switch (type) {
                case ORIGIN, AS_PATH, NEXT_HOP, LOCAL_PREFERENCE, ATOMIC_AGGREGATE -> TRANSITIVE;
                case MULTI_EXIT_DISCRIMINATOR, ORIGINATOR_ID, CLUSTER_LIST, REACHABLE, UNREACHABLE -> OPTIONAL;
                case AGGREGATOR, COMMUNITIES -> OPTIONAL | TRANSITIVE;
                default -> {
                    if ((flags & OPTIONAL) == 0) {
                        throw value.problem("well-known attribute " + type + " is not known");
                    }
                    yield flags & ~PARTIAL;
                }
            };
            if ((flags & (OPTIONAL | TRANSITIVE)) != (expected & (OPTIONAL | TRANSITIVE))) {
                throw value.problem("flags of " + flags + " do not fit attribute " + type);
            }
        }

        private static RouteOrigin origin(ByteReader value) {
            int number = value.u8();
            if (number >= RouteOrigin.values().length) {
                throw value.problem("no origin has the number " + number);
            }
            return RouteOrigin.values()[number];
        }

        private static AsPath path(ByteReader value) {
            List<AsPath.Segment> segments = new ArrayList<>();
            while (value.remaining() > 0) {
                int type = value.u8();
                if (type != AS_SET && type != AS_SEQUENCE) {
                    throw value.problem("an AS path has no segments of type " + type);
                }
                int count = value.u8();
                List<Long> numbers = new ArrayList<>();
                for (int index = 0; index < count; index++) {
                    numbers.add(value.u32());
                }
                segments.add(new AsPath.Segment(type == AS_SET, numbers));
            }
            return new AsPath(segments);
        }

        private static Reachable reachable(ByteReader value) {
            AddressFamily family = family(value);
            int nextHopBytes = value.u8();
            // A global address may have the link-local one behind it (RFC 2545 section 3).
            if (nextHopBytes != family.addressBytes() && nextHopBytes != 2 * family.addressBytes()) {
                throw value.problem("a next hop of " + nextHopBytes + " bytes");
            }
            IpAddress nextHop = value.address(family.addressBytes());
            Optional<IpAddress> linkLocal = nextHopBytes == family.addressBytes() ? Optional.empty()
                    : Optional.of(value.address(family.addressBytes()));
            value.skip(1);
            List<Nlri> routes = UpdateCodec.decode(value, family);
            if (routes.isEmpty()) {
                throw value.problem("a next hop without routes");
            }
            return new Reachable(nextHop, linkLocal, routes);
        }

        private static AddressFamily family(ByteReader value) {
            int family = value.u16();
            int subsequent = value.u8();
            return AddressFamily.of(family, subsequent).filter(known -> known != AddressFamily.IPV4_UNICAST).orElseThrow(() ->
                    value.problem("routes of family " + family + "/" + subsequent + " are not supported in attributes"));
        }

        private static Ipv4Address ipv4(ByteReader value) {
            return Ipv4Address.ofBytes(value.bytes(4));
        }

        /** All that routes need (RFC 4271 section 6.3). */
        PathAttributes complete(ByteReader in) {
            Optional<IpAddress> present = reachable.map(Reachable::nextHop).or(() -> nextHop);
            if (origin.isEmpty() || asPath.isEmpty() || present.isEmpty()) {
                throw in.problem("a well-known mandatory attribute is missing");
            }
            return new PathAttributes(origin.get(), asPath.get(), present.get(), reachable.flatMap(Reachable::linkLocalNextHop),
                    multiExitDiscriminator, localPreference, atomicAggregate, aggregator, communities, originatorId, clusterList,
                    unknown);
        }
    }
}
