package dmvpn.sim.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.scenario.Endpoint;
import dmvpn.sim.assembly.ComposedRouter;
import dmvpn.sim.assembly.RouterNode;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.icmp.EchoSource;
import java.util.Optional;

/** Finds who sends for an endpoint: the host that has its address, or the router while it has power and the address. */
final class Senders {

    private final RunningNetwork network;

    Senders(RunningNetwork network) {
        this.network = network;
    }

    Optional<EchoSource> of(Endpoint endpoint) {
        Optional<EchoSource> host = network.host(endpoint.device(), endpoint.address()).map(found -> found);
        return host.isPresent() ? host : network.routerNamed(endpoint.device())
                .flatMap(RouterNode::powered).filter(router -> owns(router, endpoint.address()))
                .map(ComposedRouter::icmp);
    }

    private static boolean owns(ComposedRouter router, IpAddress address) {
        return router.router().vrfs().stream().anyMatch(vrf -> router.router().owns(vrf, address));
    }
}
