package dmvpn.sim.router;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Vendor;
import dmvpn.sim.routing.FrrRoutes;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteCandidate;
import dmvpn.sim.routing.ShowIpRoute;
import dmvpn.sim.routing.ShowIpv6Route;
import dmvpn.sim.show.IosAddress;
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
        commands.add(new ShowCommand("show ip traffic", () -> router.fragmentCounters().print()));
        for (Optional<String> vrf : router.vrfs()) {
            addRoutes(router, vrf, commands);
        }
        addIpv6Commands(router, commands);
        return commands;
    }

    private static void addRoutes(Router router, Optional<String> vrf, List<ShowCommand> commands) {
        String command = "show ip route" + vrf.map(name -> " vrf " + name).orElse("");
        if (runsFrr(router)) {
            commands.add(new ShowCommand(command,
                    () -> FrrRoutes.printIpv4(vrf, router.forwarding(vrf), router.scheduler().nowNanos())));
            return;
        }
        commands.add(new ShowCommand(command,
                () -> ShowIpRoute.print(vrf, router.forwarding(vrf), router.scheduler().nowNanos())));
        commands.add(new ShowCommand(command + " next-hop-override",
                () -> ShowIpRoute.printWithOverrides(vrf, router.forwarding(vrf), router.scheduler().nowNanos())));
    }

    private static void addIpv6Routes(Router router, Optional<String> vrf, List<ShowCommand> commands) {
        String command = "show ipv6 route" + vrf.map(name -> " vrf " + name).orElse("");
        if (runsFrr(router)) {
            commands.add(new ShowCommand(command,
                    () -> FrrRoutes.printIpv6(vrf, router.forwarding(vrf), router.scheduler().nowNanos())));
            return;
        }
        commands.add(new ShowCommand(command, () -> ShowIpv6Route.print(vrf, router.forwarding(vrf))));
        commands.add(new ShowCommand(command + " next-hop-override",
                () -> ShowIpv6Route.printWithOverrides(vrf, router.forwarding(vrf))));
    }

    private static boolean runsFrr(Router router) {
        return router.device().platform().vendor() == Vendor.FRR;
    }

    /** A router without an IPv6 address has none of them. */
    private static void addIpv6Commands(Router router, List<ShowCommand> commands) {
        if (router.interfaces().stream().noneMatch(RouterTables::isOfIpv6)) {
            return;
        }
        commands.add(new ShowCommand("show ipv6 interface brief", () -> ipv6InterfaceBrief(router)));
        for (Optional<String> vrf : router.vrfs()) {
            if (router.interfaces().stream().anyMatch(each -> each.vrf().equals(vrf) && isOfIpv6(each))) {
                addIpv6Routes(router, vrf, commands);
            }
        }
    }

    private static boolean isOfIpv6(AbstractRouterInterface each) {
        return each.address().filter(own -> own.address() instanceof Ipv6Address).isPresent();
    }

    private static String ipv6InterfaceBrief(Router router) {
        StringBuilder text = new StringBuilder();
        for (AbstractRouterInterface each : router.interfaces()) {
            text.append(String.format(Locale.ROOT, "%-22s [%s/%s]\n", each.name(),
                    isShutDown(router, each) ? "administratively down" : status(each), each.isUp() ? "up" : "down"));
            each.linkLocalAddress().ifPresent(address ->
                    text.append("    ").append(IosAddress.of(address)).append('\n'));
            text.append("    ").append(each.address().map(InterfaceAddress::address).filter(Ipv6Address.class::isInstance)
                    .map(IosAddress::of).orElse("unassigned")).append('\n');
        }
        return text.toString();
    }

    private static boolean isShutDown(Router router, AbstractRouterInterface each) {
        return router.device().interfaceNamed(each.name()).filter(configured -> !configured.enabled()).isPresent();
    }

    private static String interfaceBrief(Router router) {
        StringBuilder text = new StringBuilder(
                "Interface              IP-Address      OK? Method Status                Protocol\n");
        for (AbstractRouterInterface each : router.interfaces()) {
            String address = each.address().map(InterfaceAddress::address).filter(Ipv4Address.class::isInstance)
                    .map(IpAddress::toString).orElse("unassigned");
            String method = isOfIpv6(each) ? "unset" : router.device().interfaceNamed(each.name())
                    .filter(configured -> configured.assignment() instanceof AddressAssignment.Dhcp)
                    .map(configured -> "DHCP").orElse("NVRAM");
            text.append(String.format(Locale.ROOT, "%-22s %-15s YES %-6s %-21s %s\n", each.name(), address, method,
                    isShutDown(router, each) ? "administratively down" : status(each),
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
        return new StateTable("Interfaces", List.of("name", "address", "vrf", "lineProtocol", "mtuBytes", "outputDrops"),
                router.interfaces().stream().map(each -> List.of(
                        each.name(),
                        each.address().map(InterfaceAddress::toString).orElse(""),
                        each.vrf().orElse(""),
                        each.isUp() ? "up" : "down",
                        Integer.toString(each.mtuBytes()),
                        Long.toString(each.outputDrops()))).toList());
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
