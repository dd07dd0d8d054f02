package dmvpn.network.rules.membership;

import dmvpn.network.tunnel.NextHopServer;

/**
 * A client that registers with a server that the network knows.
 *
 * @param client the registering router
 * @param statement the client's configuration of the server
 * @param server the router that owns the tunnel address of the statement
 */
public record Registration(Member client, NextHopServer statement, Member server) {
}
