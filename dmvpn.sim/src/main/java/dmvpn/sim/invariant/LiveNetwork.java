package dmvpn.sim.invariant;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Device;
import java.util.Optional;

/** What invariants may ask about the network as it is now. */
public interface LiveNetwork {

    /** Configuration of a router as of now; empty for a host. */
    Optional<Device> device(int node);

    /** True when the line protocol of an interface is up. */
    boolean isUp(int node, String interfaceName);

    /** True when an address is one of the router's, in any VRF. */
    boolean owns(int node, IpAddress address);
}
