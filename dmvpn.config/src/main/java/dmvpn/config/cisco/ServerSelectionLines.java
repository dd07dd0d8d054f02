package dmvpn.config.cisco;

import dmvpn.network.tunnel.ServerSelection;

/** How many next-hop servers of a cluster are in use, and when a better one comes back. */
final class ServerSelectionLines {

    /** @param ip first word of commands on the address family of the tunnel */
    void write(CiscoContext context, ServerSelection selection, String ip) {
        selection.limits().forEach(limit -> context.lines(limit.origin(), " " + ip + " nhrp nhs cluster " + limit.cluster()
                + " max-connections " + limit.connections() + "\n"));
        selection.fallbackSeconds().ifPresent(seconds ->
                context.lines(selection.origin(), " " + ip + " nhrp nhs fallback " + seconds + "\n"));
    }
}
