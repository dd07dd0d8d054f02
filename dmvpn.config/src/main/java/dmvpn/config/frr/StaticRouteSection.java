package dmvpn.config.frr;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.StaticRoute;
import java.util.List;
import java.util.Optional;

/** Default routes of uplinks, and static routes, discard routes included. */
final class StaticRouteSection implements Section {

    private static final int DEFAULT_DISTANCE = 1;

    @Override
    public void write(FrrContext context) {
        for (NetworkInterface port : context.device().interfaces()) {
            if (port.assignment() instanceof AddressAssignment.Static fixed && fixed.gateway().isPresent()) {
                write(context, port.origin(), port.vrf(), FrrText.family(fixed.gateway().get()) + " route "
                        + IpPrefix.containing(fixed.gateway().get(), 0) + " " + fixed.gateway().get() + " " + port.name());
            }
        }
        for (StaticRoute route : context.device().routing().staticRoutes()) {
            write(context, route.origin(), route.vrf(), command(route));
        }
    }

    private static void write(FrrContext context, Origin origin, Optional<String> vrf, String command) {
        if (vrf.isPresent()) {
            context.block(origin, List.of("vrf " + vrf.get(), " " + command, "exit-vrf"));
        } else {
            context.block(origin, List.of(command));
        }
    }

    private static String command(StaticRoute route) {
        StringBuilder line = new StringBuilder(FrrText.family(route.destination().network())).append(" route ")
                .append(route.destination());
        route.nextHop().ifPresent(nextHop -> line.append(' ').append(nextHop));
        route.interfaceName().ifPresent(name -> line.append(' ').append(name));
        if (route.nextHop().isEmpty() && route.interfaceName().isEmpty()) {
            line.append(" Null0");
        }
        route.tag().ifPresent(tag -> line.append(" tag ").append(tag));
        if (route.distance() != DEFAULT_DISTANCE) {
            line.append(' ').append(route.distance());
        }
        return line.toString();
    }
}
