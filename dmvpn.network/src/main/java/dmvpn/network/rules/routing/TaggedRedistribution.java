package dmvpn.network.rules.routing;

import dmvpn.network.device.Device;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Memberships;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Routes must not come back where they are from. */
public final class TaggedRedistribution implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-21",
            Severity.WARNING,
            "Redistribution at several points has tags or filters",
            "Where two protocols pass routes to each other at two routers or more, a route may come back into "
                    + "the protocol that it is from and look better than the original. Set a tag where routes leave a "
                    + "protocol and deny that tag where they would return.",
            "I. Pepelnjak, ipSpace.net: Sometimes you need to step back (DMVPN as backup of MPLS/VPN); Cisco, "
                    + "Redistributing Routing Protocols");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.REDISTRIBUTION);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        Map<String, List<Redistribution>> open = new LinkedHashMap<>();
        for (Device device : memberships.devices()) {
            RoutingConfiguration routing = device.routing();
            if (!passesOn(routing)) {
                continue;
            }
            Map<String, Redistribution> ofDevice = new LinkedHashMap<>();
            routing.eigrp().forEach(process -> add(ofDevice, "eigrp " + process.autonomousSystem(), process.options()));
            routing.ospf().forEach(process -> add(ofDevice, "ospf", process.options()));
            routing.bgp().forEach(process -> add(ofDevice, "bgp", process.options()));
            routing.rip().forEach(process -> add(ofDevice, "rip", process.options()));
            ofDevice.forEach((pair, redistribution) -> {
                String[] ends = pair.split(" into ");
                if (ofDevice.containsKey(ends[1] + " into " + ends[0]) && redistribution.policy().isEmpty()
                        && redistribution.tag().isEmpty()) {
                    open.computeIfAbsent(pair, none -> new ArrayList<>()).add(redistribution);
                }
            });
        }
        open.values().stream().filter(all -> all.size() > 1).forEach(all -> all.forEach(redistribution ->
                findings.accept(new Finding(RULE, "Routes of " + redistribution.source().keyword() + " are passed on here and at "
                        + (all.size() - 1) + " more routers, with nothing that keeps them from coming back: write tag, and "
                        + "through with a policy that denies it", redistribution.origin()))));
    }

    private static boolean passesOn(RoutingConfiguration routing) {
        return routing.eigrp().stream().anyMatch(process -> !process.options().redistributions().isEmpty())
                || routing.ospf().stream().anyMatch(process -> !process.options().redistributions().isEmpty())
                || routing.bgp().stream().anyMatch(process -> !process.options().redistributions().isEmpty())
                || routing.rip().stream().anyMatch(process -> !process.options().redistributions().isEmpty());
    }

    private static void add(Map<String, Redistribution> ofDevice, String into, ProcessOptions options) {
        for (Redistribution redistribution : options.redistributions()) {
            String from = redistribution.source().keyword() + (redistribution.source() == RouteSource.EIGRP
                    ? " " + redistribution.process().orElse(0) : "");
            ofDevice.put(from + " into " + into, redistribution);
        }
    }
}
