package dmvpn.config.cisco;

import dmvpn.network.tunnel.NhrpOptions;

/** Static NHRP mappings of a tunnel. */
final class StaticMappingLines {

    /** @param ip first word of commands on the address family of the tunnel */
    void write(CiscoContext context, NhrpOptions options, String ip) {
        options.mappings().forEach(mapping -> context.lines(mapping.origin(),
                " " + ip + " nhrp map " + mapping.protocolAddress() + " " + mapping.nbmaAddress() + "\n"));
        options.multicastTargets().forEach(target -> context.lines(target.origin(),
                " " + ip + " nhrp map multicast " + target.nbmaAddress() + "\n"));
    }
}
