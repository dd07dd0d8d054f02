package dmvpn.network.rules.routing;

import dmvpn.network.device.Vendor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Redistribution of BGP that passes nothing on, since all routes are internal. */
public final class InternalRoutesPassedOn implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-RT-25",
            Severity.WARNING,
            "IOS-XE passes internal routes of BGP to no other protocol",
            "Routes that a router has from its own autonomous system are left out when BGP is redistributed, lest they come back "
                    + "as those of the other protocol. Give the neighbours an autonomous system of their own, or write bgp "
                    + "redistribute-internal in raw lines.",
            "Cisco IOS IP Routing: BGP Command Reference, bgp redistribute-internal");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.REDISTRIBUTION);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        if (router.device().platform().vendor() == Vendor.FRR) {
            return; // it passes all routes of BGP on
        }
        RoutingConfiguration routing = router.device().routing();
        routing.eigrp().forEach(process -> check(router, process.vrf(), "EIGRP", process.options(), findings));
        routing.ospf().forEach(process -> check(router, process.vrf(), "OSPF", process.options(), findings));
        routing.rip().forEach(process -> check(router, process.vrf(), "RIP", process.options(), findings));
    }

    private static void check(RouterView router, Optional<String> vrf, String into, ProcessOptions options,
            Consumer<Finding> findings) {
        for (Redistribution redistribution : options.redistributions()) {
            if (redistribution.source() == RouteSource.BGP && hasInternalRoutesAlone(router.device().routing(), vrf)) {
                findings.accept(new Finding(RULE, router.device().reference() + " passes no routes of BGP to " + into
                        + ", since all its BGP neighbours are in its own autonomous system: give them another one, or write bgp "
                        + "redistribute-internal in raw lines", redistribution.origin()));
            }
        }
    }

    private static boolean hasInternalRoutesAlone(RoutingConfiguration routing, Optional<String> vrf) {
        List<BgpProcess> processes = routing.bgp().stream().filter(process -> process.vrf().equals(vrf)).toList();
        return processes.stream().anyMatch(process -> process.peerings().findAny().isPresent()) && processes.stream()
                .allMatch(process -> process.peerings().map(BgpPeering::remoteAutonomousSystems)
                        .allMatch(List.of(process.autonomousSystem())::equals));
    }
}
