package dmvpn.network.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * {@code ip nhrp nhs}: a server that the router registers with.
 *
 * @param device name of the device behind the addresses, when the model knows it
 * @param protocolAddress tunnel address of the server
 * @param nbmaAddress underlay address of the server
 * @param nbmaName domain name that the client is told in place of the address, empty for none
 * @param multicast true when multicast is copied to it
 * @param priority 0 to 255, 0 is best
 * @param cluster cluster number, 0 by default
 * @param origin where it was written
 */
public record NextHopServer(
        Optional<String> device,
        IpAddress protocolAddress,
        IpAddress nbmaAddress,
        Optional<String> nbmaName,
        boolean multicast,
        int priority,
        int cluster,
        Origin origin) {

    /** A server that is configured with its address. */
    public NextHopServer(Optional<String> device, IpAddress protocolAddress, IpAddress nbmaAddress, boolean multicast,
            int priority, int cluster, Origin origin) {
        this(device, protocolAddress, nbmaAddress, Optional.empty(), multicast, priority, cluster, origin);
    }
}
