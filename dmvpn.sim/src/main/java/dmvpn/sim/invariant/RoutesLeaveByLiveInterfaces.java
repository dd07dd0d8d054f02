package dmvpn.sim.invariant;

import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteEvent;

/** A route comes into use while its interface exists and is up. */
final class RoutesLeaveByLiveInterfaces implements Invariant.OfEvents {

    @Override
    public String name() {
        return "routes come into use on interfaces that are up";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.event() instanceof RouteEvent route && route.installed()) {
            route.route().interfaceName()
                    .filter(name -> !name.equals(Route.NULL_INTERFACE) && !happening.network().isUp(happening.node(), name))
                    .ifPresent(name -> complaints.complain("the route to " + route.route().prefix() + " leaves by " + name
                            + ", which is down or does not exist"));
        }
    }
}
