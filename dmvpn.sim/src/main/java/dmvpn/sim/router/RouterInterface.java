package dmvpn.sim.router;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.sim.packet.IpPacket;
import java.util.Optional;

/** An interface of a running router: physical, loopback or tunnel. */
public interface RouterInterface {

    /** Name as configured. */
    String name();

    /** VRF of the interface, empty for the global table. */
    Optional<String> vrf();

    /** Current address; empty while a lease is outstanding. */
    Optional<InterfaceAddress> address();

    /** Address that is valid on the interface's link alone; empty without IPv6. */
    default Optional<Ipv6Address> linkLocalAddress() {
        return Optional.empty();
    }

    /** True when packets can be sent: line protocol up. */
    boolean isUp();

    /** True when what is sent is carried in other packets, which leave by another interface. */
    default boolean isTunnel() {
        return false;
    }

    /** Largest IP packet in bytes. */
    int mtuBytes();

    /** Bandwidth for metrics, in kbit/s. */
    int bandwidthKbps();

    /** Delay for metrics, in microseconds. */
    int delayMicros();

    /** True when somebody chose the delay, which is otherwise that of the kind of interface. */
    default boolean isDelayConfigured() {
        return false;
    }

    /** The element that configured it. */
    Origin origin();

    /** True when a neighbour gets a copy of what is sent to a group; on a multipoint tunnel the multicast maps decide. */
    default boolean multicastReaches(IpAddress neighbor) {
        return true;
    }

    /**
     * Sends a packet out of this interface.
     *
     * @param packet packet to send
     * @param nextHop neighbour on the interface's network that gets it; the group for multicast
     */
    void send(IpPacket packet, IpAddress nextHop);

    /** Tells about changes from now on. */
    void addListener(InterfaceListener listener);
}
