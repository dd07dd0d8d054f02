package dmvpn.app.diagnose;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.InterfaceView;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tunnel between a client and one of its next-hop servers: what every other tunnel of the cloud is made with.
 *
 * @param client router that registers
 * @param tunnel its tunnel
 * @param next the server as the client has it configured
 * @param server router that the client registers with
 * @param serverTunnel its tunnel
 */
record Leg(RouterView client, TunnelInterface tunnel, NextHopServer next, RouterView server, TunnelInterface serverTunnel) {

    /** The legs on which two routers depend: those to their servers, each once. */
    static List<Leg> between(Simulation simulation, RouterView from, RouterView to) {
        List<Leg> legs = new ArrayList<>();
        for (RouterView router : from == to ? List.of(from) : List.of(from, to)) {
            for (TunnelInterface tunnel : router.device().tunnels()) {
                for (NextHopServer next : tunnel.nhrp().nextHopServers()) {
                    leg(simulation, router, tunnel, next).ifPresent(legs::add);
                }
            }
        }
        return legs;
    }

    private static Optional<Leg> leg(Simulation simulation, RouterView router, TunnelInterface tunnel, NextHopServer next) {
        for (RouterView server : simulation.routers()) {
            for (TunnelInterface candidate : server.device().tunnels()) {
                if (candidate.address().address().equals(next.protocolAddress()) && candidate.cloud().equals(tunnel.cloud())) {
                    return Optional.of(new Leg(router, tunnel, next, server, candidate));
                }
            }
        }
        return Optional.empty();
    }

    Optional<InterfaceView> clientSource() {
        return source(client, tunnel);
    }

    Optional<InterfaceView> serverSource() {
        return source(server, serverTunnel);
    }

    private static Optional<InterfaceView> source(RouterView router, TunnelInterface tunnel) {
        return router.interfaces().stream().filter(each -> each.name().equals(tunnel.sourceInterface())).findFirst();
    }

    Optional<IpAddress> clientNbma() {
        return clientSource().flatMap(InterfaceView::address).map(InterfaceAddress::address);
    }

    Endpoint clientEnd(IpAddress nbma) {
        return new Endpoint(client.name(), client.name(), nbma, Origin.NONE);
    }

    Endpoint serverEnd() {
        return new Endpoint(server.name(), server.name(), next.nbmaAddress(), Origin.NONE);
    }

    boolean isProtected() {
        return tunnel.protection().isPresent() || serverTunnel.protection().isPresent();
    }
}
