package dmvpn.sim.invariant;

import dmvpn.sim.routing.RouteEvent;

/** A route that is used has a next hop, an interface or discards. */
final class RoutesLeadSomewhere implements Invariant.OfEvents {

    @Override
    public String name() {
        return "routes in use have a next hop or an interface";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.event() instanceof RouteEvent route && route.installed()
                && route.route().nextHop().isEmpty() && route.route().interfaceName().isEmpty()) {
            complaints.complain("the route to " + route.route().prefix() + " has neither next hop nor interface");
        }
    }
}
