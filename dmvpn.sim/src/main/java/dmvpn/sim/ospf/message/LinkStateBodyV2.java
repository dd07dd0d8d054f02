package dmvpn.sim.ospf.message;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/** What a link-state advertisement of OSPF version 2 says (RFC 2328 appendix A.4). */
public sealed interface LinkStateBodyV2 extends LinkStateBody {

    /** Kinds of links of a router (RFC 2328 appendix A.4.2). */
    enum LinkKind {
        /** To another router. */
        POINT_TO_POINT(1),
        /** To a network with a designated router. */
        TRANSIT(2),
        /** To a network without other routers, or a host. */
        STUB(3);

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
     * @param id router ID of the neighbour, address of the designated router, or network
     * @param data address of the router's own interface, or the mask of a stub network
     * @param metric cost, 0 to 65535
     */
    record RouterLink(LinkKind kind, Ipv4Address id, Ipv4Address data, int metric) {

        /** Length on the wire. */
        public static final int BYTES = 12;

        /**
         * Checks the metric.
         *
         * @throws IllegalArgumentException when it does not fit its field
         */
        public RouterLink {
            UnsignedField.require("OSPF metric", metric, 16);
        }

        /** A link to a stub network. */
        public static RouterLink stub(IpPrefix network, int metric) {
            return new RouterLink(LinkKind.STUB, (Ipv4Address) network.network(), (Ipv4Address) network.netmask(), metric);
        }
    }

    /**
     * Links of a router in an area.
     *
     * @param border B: it is in several areas
     * @param boundary E: it tells external routes
     * @param translator Nt: it translates type 7 advertisements whatever others do (RFC 3101)
     * @param links its links
     */
    record Router(boolean border, boolean boundary, boolean translator, List<RouterLink> links) implements LinkStateBodyV2 {

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
     * @param maskLength length of the network's prefix
     * @param routers router IDs of those that are fully adjacent to the designated router, and its own
     */
    record Network(int maskLength, List<Ipv4Address> routers) implements LinkStateBodyV2 {

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
     * A destination in another area: a network, or a boundary router whose mask is 0.
     *
     * @param maskLength length of the network's prefix
     * @param metric cost from the border router, 0 to {@link #INFINITY}
     */
    record Summary(int maskLength, long metric) implements LinkStateBodyV2 {

        private static final int BYTES = 8;

        /**
         * Checks the metric.
         *
         * @throws IllegalArgumentException when it does not fit its field
         */
        public Summary {
            UnsignedField.require("OSPF summary metric", metric, 24);
        }

        @Override
        public int lengthBytes() {
            return BYTES;
        }
    }

    /**
     * A destination outside the autonomous system, of type 5 or 7.
     *
     * @param maskLength length of the network's prefix
     * @param type2 E: its metric counts more than any cost inside
     * @param metric cost outside, 0 to {@link #INFINITY}
     * @param forwardingAddress where packets go; 0.0.0.0 for the originator
     * @param tag number that routes carry
     */
    record External(int maskLength, boolean type2, long metric, Ipv4Address forwardingAddress, long tag)
            implements LinkStateBodyV2 {

        private static final int BYTES = 16;

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException when one does not fit its field
         */
        public External {
            UnsignedField.require("OSPF external metric", metric, 24);
            UnsignedField.require("OSPF external route tag", tag, 32);
        }

        @Override
        public int lengthBytes() {
            return BYTES;
        }
    }
}
