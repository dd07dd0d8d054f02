package dmvpn.sim.router;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.routing.RoutingTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the connected and local routes, and the router's own addresses, in step with its interfaces. */
final class ConnectedRoutes implements InterfaceListener {

    private final Router router;
    private final Map<String, InterfaceAddress> installed = new LinkedHashMap<>();

    ConnectedRoutes(Router router) {
        this.router = router;
    }

    @Override
    public void changed(RouterInterface changedInterface) {
        Optional<InterfaceAddress> now = changedInterface.address().filter(address -> changedInterface.isUp());
        InterfaceAddress before = installed.get(changedInterface.name());
        if (before != null && !now.filter(before::equals).isPresent()) {
            withdraw(changedInterface, before);
        }
        if (now.isPresent() && !now.get().equals(before)) {
            install(changedInterface, now.get());
        }
    }

    private void install(RouterInterface owner, InterfaceAddress address) {
        installed.put(owner.name(), address);
        router.virtualRouter(owner.vrf()).addOwnAddress(address.address(), owner);
        RoutingTable table = router.routes(owner.vrf());
        if (address.prefixLength() < address.address().bitLength()) {
            table.install(route(owner, address.prefix(), RouteSource.CONNECTED));
            table.install(route(owner, IpPrefix.host(address.address()), RouteSource.LOCAL));
        } else {
            table.install(route(owner, address.prefix(), RouteSource.CONNECTED));
        }
    }

    private void withdraw(RouterInterface owner, InterfaceAddress address) {
        installed.remove(owner.name());
        router.virtualRouter(owner.vrf()).removeOwnAddress(address.address(), owner);
        RoutingTable table = router.routes(owner.vrf());
        // Another interface may be in the same network.
        table.replace(address.prefix(), RouteSource.CONNECTED, router.forwarding(owner.vrf()).candidates(address.prefix()).stream()
                .filter(route -> route.source() == RouteSource.CONNECTED && !route.interfaceName().equals(Optional.of(owner.name())))
                .toList());
        table.withdraw(IpPrefix.host(address.address()), RouteSource.LOCAL);
    }

    private Route route(RouterInterface owner, IpPrefix prefix, RouteSource source) {
        return new Route(prefix, source, source.distance(), 0, Optional.empty(), Optional.of(owner.name()),
                router.scheduler().nowNanos(), owner.origin());
    }
}
