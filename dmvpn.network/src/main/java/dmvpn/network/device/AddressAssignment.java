package dmvpn.network.device;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import java.util.Optional;

/** How an interface gets its address. */
public sealed interface AddressAssignment {

    /** Where it was written. */
    Origin origin();

    /** True when the interface gets an IPv6 address. */
    default boolean isOfIpv6() {
        return switch (this) {
            case Static fixed -> fixed.address().address() instanceof Ipv6Address;
            case Dhcp dhcp -> dhcp.ipv6();
        };
    }

    /**
     * A configured address.
     *
     * @param address address and length
     * @param gateway next hop of the default route in the interface's VRF, if one is configured
     * @param origin where the address was written
     */
    record Static(InterfaceAddress address, Optional<IpAddress> gateway, Origin origin) implements AddressAssignment {
    }

    /**
     * An address leased from the transport's DHCP server (RFC 2131), together with a default route. The lease may change while
     * the network runs.
     *
     * @param ipv6 true when the lease is an IPv6 address (RFC 8415), whose default route comes from the gateway's
     *     advertisements (RFC 4861)
     * @param origin where it was written
     */
    record Dhcp(boolean ipv6, Origin origin) implements AddressAssignment {

        /** Distances that IOS gives to the default route of a lease and to one of a router's advertisements. */
        private static final int LEASED_DISTANCE = 254;
        private static final int ADVERTISED_DISTANCE = 2;

        /** A lease of an IPv4 address. */
        public Dhcp(Origin origin) {
            this(false, origin);
        }

        /** Administrative distance of the default route that comes with the lease. */
        public int defaultRouteDistance() {
            return ipv6 ? ADVERTISED_DISTANCE : LEASED_DISTANCE;
        }
    }
}
