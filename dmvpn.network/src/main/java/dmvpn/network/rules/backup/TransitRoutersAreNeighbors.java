package dmvpn.network.rules.backup;

import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Memberships;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Routers of one site with EBGP need IBGP between them. */
public final class TransitRoutersAreNeighbors implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-BK-04",
            Severity.ERROR,
            "Transit routers of a site tell each other their routes",
            "Two routers of one site that each have EBGP to the outside know of each other's routes through "
                    + "IBGP only. Without it the site falls apart when one of them loses its uplink. Make them "
                    + "neighbours, with next-hop-self.",
            "RFC 4271 section 9.2.1 (internal distribution); I. Pepelnjak, ipSpace.net: Sometimes you need to "
                    + "step back");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.BGP);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        Map<String, Device> firstOfSite = new LinkedHashMap<>();
        for (Device device : memberships.devices()) {
            if (device.site().isPresent() && isTransit(device)) {
                Device first = firstOfSite.putIfAbsent(device.site().get(), device);
                if (first != null && !namesEachOther(first, device)) {
                    findings.accept(new Finding(RULE, first.reference() + " and " + device.reference() + " at site "
                            + device.site().get() + " have EBGP to the outside and no session with each other: write neighbor "
                            + first.reference() + " in its routing bgp", device.routing().bgp().getFirst().origin()));
                }
            }
        }
    }

    private static boolean isTransit(Device device) {
        return device.routing().bgp().stream().anyMatch(process -> process.peerings()
                .anyMatch(peering -> !peering.remoteAutonomousSystems().contains(process.autonomousSystem())));
    }

    private static boolean namesEachOther(Device first, Device second) {
        return names(first, second) || names(second, first);
    }

    private static boolean names(Device device, Device other) {
        return device.routing().bgp().stream().flatMap(process -> process.neighbors().stream())
                .anyMatch(neighbor -> neighbor.device().filter(other.name()::equals).isPresent()
                        || other.interfaces().stream().anyMatch(port ->
                                port.fixedAddress().filter(neighbor.address()::equals).isPresent()));
    }
}
