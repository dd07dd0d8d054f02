package dmvpn.network.device;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import java.util.Optional;

/** How an interface gets its address. */
public sealed interface AddressAssignment {

    /** Where it was written. */
    Origin origin();

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
     * An address leased from the transport's DHCP server (RFC 2131), together with a default route of administrative
     * distance 254. The lease may change while the network runs.
     *
     * @param ipv6 true when the lease is an IPv6 address (RFC 8415), whose default route comes from the gateway's
     *     advertisements (RFC 4861)
     * @param origin where it was written
     */
    record Dhcp(boolean ipv6, Origin origin) implements AddressAssignment {

        /** A lease of an IPv4 address. */
        public Dhcp(Origin origin) {
            this(false, origin);
        }
    }
}
