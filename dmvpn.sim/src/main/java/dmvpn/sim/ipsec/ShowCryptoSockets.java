package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.show.IosAddress;
import dmvpn.sim.show.ShortInterfaceName;
import java.util.Collection;

/**
 * {@code show crypto sockets} of IOS-XE (genieparser, ShowCryptoSockets). That a socket without security associations is called
 * closed is assumed, not observed.
 */
final class ShowCryptoSockets {

    private final Collection<ProtectedTunnel> tunnels;

    ShowCryptoSockets(Collection<ProtectedTunnel> tunnels) {
        this.tunnels = tunnels;
    }

    String print() {
        StringBuilder out = new StringBuilder();
        int connections = 0;
        for (ProtectedTunnel tunnel : tunnels) {
            for (ProtectedSocket socket : tunnel.domain().sockets()) {
                connections++;
                append(out, tunnel, socket);
            }
        }
        out.insert(0, "Number of Crypto Socket connections " + connections + "\n\n");
        out.append("Crypto Sockets in Listen state:\n");
        for (ProtectedTunnel tunnel : tunnels) {
            if (tunnel.localAddress() != null) {
                out.append("Client: \"TUNNEL SEC\" Profile: \"").append(tunnel.domain().profile().name()).append("\" Map-name: \"")
                        .append(tunnel.port().name()).append("-head-0\"\n");
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, ProtectedTunnel tunnel, ProtectedSocket socket) {
        out.append("   ").append(ShortInterfaceName.of(tunnel.port().name())).append(" Peers (local/remote): ")
                .append(IosAddress.of(socket.peer().local())).append('/').append(IosAddress.of(socket.peer().remote())).append('\n');
        out.append("       Local Ident  (addr/mask/port/prot): ").append(identity(socket.peer().local())).append('\n');
        out.append("       Remote Ident (addr/mask/port/prot): ").append(identity(socket.peer().remote())).append('\n');
        out.append("       IPSec Profile: \"").append(tunnel.domain().profile().name()).append("\"\n");
        out.append("       Socket State: ").append(state(socket)).append('\n');
        out.append("       Client: \"TUNNEL SEC\" (Client State: Active)\n");
    }

    static String state(ProtectedSocket socket) {
        return socket.isUp() ? "Open" : "Closed";
    }

    /** Port before protocol, other than in {@code show crypto ipsec sa}. */
    private static String identity(IpAddress address) {
        return "(" + IosAddress.of(address) + "/" + (address instanceof Ipv4Address ? "255.255.255.255" : "128") + "/0/47)";
    }
}
