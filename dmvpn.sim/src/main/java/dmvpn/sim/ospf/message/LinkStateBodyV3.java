package dmvpn.sim.ospf.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.packet.UnsignedField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a link-state advertisement of OSPF version 3 says (RFC 5340 appendix A.4). Routers and networks are told of without
 * addresses; {@link Link} and {@link IntraAreaPrefix} tell those.
 */
public sealed interface LinkStateBodyV3 extends LinkStateBody {

    /** Length of an IPv6 address. */
    int ADDRESS_BYTES = 16;

    /** Kinds of links of a router (RFC 5340 appendix A.4.3). */
    enum LinkKind {
        /** To another router. */
        POINT_TO_POINT(1),
        /** To a network with a designated router. */
        TRANSIT(2);

        private final int code;

        LinkKind(int code) {
            this.code = code;
        }

        /** Number on the wire. */
        public int code() {
            return code;
        }
    }

    /**
     * A link of a router.
     *
     * @param kind what it leads to
     * @param metric cost, 0 to 65535
     * @param interfaceId the router's own interface
     * @param neighborInterfaceId interface of the neighbour, or of the designated router
     * @param neighbor router ID of the neighbour, or of the designated router
     */
    record RouterLink(LinkKind kind, int metric, long interfaceId, long neighborInterfaceId, Ipv4Address neighbor) {

        /** Length on the wire. */
        public static final int BYTES = 16;

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException when one does not fit its field
         */
        public RouterLink {
            UnsignedField.require("OSPF metric", metric, 16);
            UnsignedField.require("OSPF interface ID", interfaceId, 32);
            UnsignedField.require("OSPF interface ID", neighborInterfaceId, 32);
        }
    }

    /**
     * Links of a router in an area.
     *
     * @param border B: it is in several areas
     * @param boundary E: it tells external routes
     * @param translator Nt: it translates type 7 advertisements whatever others do (RFC 3101)
     * @param options kind of the area, and what the router can
     * @param links its links
     */
    record Router(boolean border, boolean boundary, boolean translator, OspfOptions options, List<RouterLink> links)
            implements LinkStateBodyV3 {

        private static final int FIXED_BYTES = 4;

        /** Keeps an immutable copy of the list. */
        public Router {
            links = List.copyOf(links);
        }

        @Override
        public int lengthBytes() {
            return FIXED_BYTES + links.size() * RouterLink.BYTES;
        }
    }

    /**
     * Routers on a network, told by its designated router.
     *
     * @param options kind of the area, and what one of the routers can
     * @param routers router IDs of those that are fully adjacent to the designated router, and its own
     */
    record Network(OspfOptions options, List<Ipv4Address> routers) implements LinkStateBodyV3 {

        private static final int FIXED_BYTES = 4;
        private static final int ROUTER_BYTES = 4;

        /** Keeps an immutable copy of the list. */
        public Network {
            routers = List.copyOf(routers);
        }

        @Override
        public int lengthBytes() {
            return FIXED_BYTES + routers.size() * ROUTER_BYTES;
        }
    }

    /**
     * A network in another area.
     *
     * @param metric cost from the border router, 0 to {@link #INFINITY}
     * @param prefix the network
     */
    record InterAreaPrefix(long metric, AdvertisedPrefix prefix) implements LinkStateBodyV3 {

        private static final int FIXED_BYTES = 4;

        /**
         * Checks the metric.
         *
         * @throws IllegalArgumentException when it does not fit its field
         */
        public InterAreaPrefix {
            UnsignedField.require("OSPF inter-area metric", metric, 24);
        }

        @Override
        public int lengthBytes() {
            return FIXED_BYTES + prefix.lengthBytes();
        }
    }

    /**
     * A boundary router in another area.
     *
     * @param options what that router told of itself
     * @param metric cost from the border router, 0 to {@link #INFINITY}
     * @param router router ID of the boundary router
     */
    record InterAreaRouter(OspfOptions options, long metric, Ipv4Address router) implements LinkStateBodyV3 {

        private static final int BYTES = 12;

        /**
         * Checks the metric.
         *
         * @throws IllegalArgumentException when it does not fit its field
         */
        public InterAreaRouter {
            UnsignedField.require("OSPF inter-area metric", metric, 24);
        }

        @Override
        public int lengthBytes() {
            return BYTES;
        }
    }

    /**
     * A destination outside the autonomous system, told to all of it or to one not-so-stubby area.
     *
     * @param type2 E: its metric counts more than any cost inside
     * @param metric cost outside, 0 to {@link #INFINITY}
     * @param prefix the destination
     * @param forwardingAddress where packets go; empty for the originator
     * @param tag number that routes carry; empty for none
     */
    record External(boolean type2, long metric, AdvertisedPrefix prefix, Optional<Ipv6Address> forwardingAddress, OptionalLong tag)
            implements LinkStateBodyV3 {

        private static final int FIXED_BYTES = 4;
        private static final int TAG_BYTES = 4;

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException when one does not fit its field
         */
        public External {
            UnsignedField.require("OSPF external metric", metric, 24);
            tag.ifPresent(number -> UnsignedField.require("OSPF external route tag", number, 32));
        }

        @Override
        public int lengthBytes() {
            return FIXED_BYTES + prefix.lengthBytes() + (forwardingAddress.isPresent() ? ADDRESS_BYTES : 0)
                    + (tag.isPresent() ? TAG_BYTES : 0);
        }
    }

    /**
     * What a router tells the others on one link of itself there.
     *
     * @param priority its claim to be designated router, 0 to 255
     * @param options kind of the area, and what the router can
     * @param linkLocalAddress its address on the link
     * @param prefixes prefixes that it has for the link
     */
    record Link(int priority, OspfOptions options, Ipv6Address linkLocalAddress, List<AdvertisedPrefix> prefixes)
            implements LinkStateBodyV3 {

        private static final int FIXED_BYTES = 24;

        /**
         * Keeps an immutable copy of the list.
         *
         * @throws IllegalArgumentException when the priority does not fit its field
         */
        public Link {
            UnsignedField.require("OSPF priority", priority, 8);
            prefixes = List.copyOf(prefixes);
        }

        @Override
        public int lengthBytes() {
            return FIXED_BYTES + prefixes.stream().mapToInt(AdvertisedPrefix::lengthBytes).sum();
        }
    }

    /**
     * A prefix at a router or network, with what it costs from there.
     *
     * @param prefix the prefix
     * @param metric cost, 0 to 65535; 0 at networks
     */
    record MetricPrefix(AdvertisedPrefix prefix, int metric) {

        /**
         * Checks the metric.
         *
         * @throws IllegalArgumentException when it does not fit its field
         */
        public MetricPrefix {
            UnsignedField.require("OSPF metric", metric, 16);
        }
    }

    /**
     * Prefixes at a router, or at a network with a designated router.
     *
     * @param referenced advertisement of the router or network
     * @param prefixes the prefixes
     */
    record IntraAreaPrefix(LinkStateKey referenced, List<MetricPrefix> prefixes) implements LinkStateBodyV3 {

        private static final int FIXED_BYTES = 12;

        /** Keeps an immutable copy of the list. */
        public IntraAreaPrefix {
            prefixes = List.copyOf(prefixes);
        }

        @Override
        public int lengthBytes() {
            return FIXED_BYTES + prefixes.stream().mapToInt(each -> each.prefix().lengthBytes()).sum();
        }
    }
}
