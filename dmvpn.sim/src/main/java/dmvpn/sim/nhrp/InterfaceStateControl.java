package dmvpn.sim.nhrp;

import dmvpn.sim.tunnel.LineProtocol;

/**
 * {@code if-state nhrp}: the line protocol of a client's tunnel is down while no next-hop server answers, and up as soon as one
 * does; probing goes on meanwhile (Cisco, "DMVPN Tunnel Health Monitoring and Recovery (Interface State Control)").
 */
final class InterfaceStateControl implements NextHopServers.Listener {

    private final NhrpTunnel tunnel;
    private final NextHopServers servers;

    InterfaceStateControl(NhrpTunnel tunnel, NextHopServers servers) {
        this.tunnel = tunnel;
        this.servers = servers;
    }

    @Override
    public void serversChanged() {
        if (!tunnel.port().configuration().options().interfaceState() || !tunnel.port().isInService()) {
            return;
        }
        boolean anyAnswers = servers.clients().stream().anyMatch(RegistrationClient::isUp);
        boolean anyIsTried = servers.clients().stream().anyMatch(RegistrationClient::isExpecting);
        if (anyAnswers) {
            tunnel.port().setLineProtocol(LineProtocol.UP, "a next-hop server answers (if-state nhrp)");
        } else if (!anyIsTried) {
            tunnel.port().setLineProtocol(LineProtocol.DOWN, "no next-hop server answers (if-state nhrp)");
        }
    }
}
