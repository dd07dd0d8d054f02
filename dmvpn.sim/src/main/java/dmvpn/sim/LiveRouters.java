package dmvpn.sim;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Device;
import dmvpn.sim.assembly.RouterNode;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.invariant.LiveNetwork;
import dmvpn.sim.router.Router;
import dmvpn.sim.router.RouterInterface;
import java.util.Optional;

/** The routers of a run as invariants see them. While they are made nobody asks: nothing happens before the first step. */
final class LiveRouters implements LiveNetwork {

    private RunningNetwork network;

    void attach(RunningNetwork running) {
        network = running;
    }

    @Override
    public Optional<Device> device(int node) {
        return network.routerAt(node).map(RouterNode::device);
    }

    /** A router that is being powered on is no part of the network yet; what it has so far is taken as up. */
    @Override
    public boolean isUp(int node, String interfaceName) {
        return router(node).map(router -> router.interfaceNamed(interfaceName).filter(RouterInterface::isUp).isPresent())
                .orElse(true);
    }

    @Override
    public boolean owns(int node, IpAddress address) {
        Optional<Router> router = router(node);
        return router.isEmpty() || router.get().owns(address);
    }

    private Optional<Router> router(int node) {
        return network.routerAt(node).flatMap(RouterNode::powered).map(powered -> powered.router());
    }
}
