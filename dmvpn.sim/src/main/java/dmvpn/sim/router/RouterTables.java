package dmvpn.sim.router;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteCandidate;
import dmvpn.sim.routing.ShowIpRoute;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tables of the router itself: interfaces and routes. */
final class RouterTables {

    private RouterTables() {
    }

    static List<ShowCommand> showCommands(Router router) {
        List<ShowCommand> commands = new ArrayList<>();
        commands.add(new ShowCommand("show ip interface brief", () -> interfaceBrief(router)));
        for (Optional<String> vrf : router.vrfs()) {
            commands.add(new ShowCommand("show ip route" + vrf.map(name -> " vrf " + name).orElse(""),
                    () -> ShowIpRoute.print(vrf, router.forwarding(vrf), router.scheduler().nowNanos())));
        }
        return commands;
    }

    private static String interfaceBrief(Router router) {
        StringBuilder text = new StringBuilder(
                "Interface              IP-Address      OK? Method Status                Protocol\n");
        for (AbstractRouterInterface each : router.interfaces()) {
            String address = each.address().map(own -> own.address().toString()).orElse("unassigned");
            String method = router.device().interfaceNamed(each.name())
                    .filter(configured -> configured.assignment() instanceof AddressAssignment.Dhcp)
                    .map(configured -> "DHCP").orElse("NVRAM");
            boolean shutDown = router.device().interfaceNamed(each.name())
                    .filter(configured -> !configured.enabled()).isPresent();
            text.append(String.format(Locale.ROOT, "%-22s %-15s YES %-6s %-21s %s\n", each.name(), address, method,
                    shutDown ? "administratively down" : status(each),
                    each.isUp() ? "up" : "down"));
        }
        return text.toString();
    }

    private static String status(AbstractRouterInterface each) {
        if (each.isStandby()) {
            return "standby mode";
        }
        return each instanceof PhysicalInterface && !each.isUp() ? "down" : "up";
    }

    static List<StateTable> stateTables(Router router) {
        return List.of(interfaces(router), routes(router));
    }

    private static StateTable interfaces(Router router) {
        return new StateTable("Interfaces", List.of("name", "address", "vrf", "lineProtocol", "mtuBytes"),
                router.interfaces().stream().map(each -> List.of(
                        each.name(),
                        each.address().map(InterfaceAddress::toString).orElse(""),
                        each.vrf().orElse(""),
                        each.isUp() ? "up" : "down",
                        Integer.toString(each.mtuBytes()))).toList());
    }

    private static StateTable routes(Router router) {
        List<List<String>> rows = new ArrayList<>();
        for (Optional<String> vrf : router.vrfs()) {
            for (RouteCandidate candidate : router.forwarding(vrf).explainedCandidates()) {
                Route route = candidate.route();
                rows.add(List.of(
                        route.prefix().toString(),
                        vrf.orElse(""),
                        route.source().name(),
                        Integer.toString(route.distance()),
                        Long.toString(route.metric()),
                        route.nextHop().map(Object::toString).orElse(""),
                        route.interfaceName().orElse(""),
                        candidate.best() ? router.forwarding(vrf).nextHopOverride(route.prefix())
                                .map(Object::toString).orElse("") : "",
                        candidate.best() ? "used" : candidate.reason()));
            }
        }
        return new StateTable("Routes", List.of("prefix", "vrf", "source", "distance", "metric", "nextHop", "interface",
                "nextHopOverride", "state"), rows);
    }
}
