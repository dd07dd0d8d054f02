package dmvpn.network.forwarding;

import dmvpn.network.origin.Origin;

/** Which packets a policy route looks at. */
public sealed interface PolicyScope {

    /** Where it was written. */
    Origin origin();

    /**
     * Packets that the router makes itself ({@code ip local policy}). Encapsulated packets are not among them: a tunnel
     * hands its packets to forwarding after the place where local policy is applied.
     *
     * @param origin where it was written
     */
    record OwnPackets(Origin origin) implements PolicyScope {
    }

    /**
     * Packets that arrive on an interface ({@code ip policy}); on a tunnel, decapsulated ones.
     *
     * @param interfaceName interface or tunnel of the device
     * @param origin where it was written
     */
    record ArrivingOn(String interfaceName, Origin origin) implements PolicyScope {
    }
}
