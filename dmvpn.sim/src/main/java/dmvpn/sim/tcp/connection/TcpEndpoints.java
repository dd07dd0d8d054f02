package dmvpn.sim.tcp.connection;

import dmvpn.network.address.IpAddress;
import java.util.Optional;

/**
 * What tells a connection from others (RFC 9293 section 3.3.1).
 *
 * @param vrf VRF of the router that its packets are in, empty for the global table
 * @param local own address
 * @param localPort own port
 * @param remote address of the other end
 * @param remotePort port of the other end
 */
public record TcpEndpoints(Optional<String> vrf, IpAddress local, int localPort, IpAddress remote, int remotePort) {
}
