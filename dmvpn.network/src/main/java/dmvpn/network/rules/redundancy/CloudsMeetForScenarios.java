package dmvpn.network.rules.redundancy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.domains.RoutingDomains;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a scenario expects to reach each other must have a cloud in common, or a router that routes between their clouds. */
public final class CloudsMeetForScenarios implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-HUB-07",
            Severity.ERROR,
            "Sites that shall reach each other have a cloud in common or a hub between",
            "Two sites reach each other through a cloud that both are in, or through a hub whose tunnels to both are in one "
                    + "table. When neither is there, no route leads from one to the other. Let the hubs of the two clouds join "
                    + "both, in one VRF.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships seen, Consumer<Finding> findings) {
        if (seen.byCloud().size() < 2 || seen.network().scenarios().isEmpty()) {
            return;
        }
        // A scenario may name any member of a family.
        Memberships memberships = seen.whole();
        RoutingDomains domains = RoutingDomains.of(memberships);
        Map<String, Device> devices = new HashMap<>();
        memberships.network().devices().forEach(device -> devices.put(device.name(), device));
        for (Scenario scenario : memberships.network().scenarios()) {
            for (Expectation expectation : scenario.expectations()) {
                switch (expectation) {
                    case Expectation.PathIs path ->
                            check(path.source(), path.destination(), path.origin(), devices, domains, findings);
                    case Expectation.Reachable reach when reach.reachable() ->
                            check(reach.source(), reach.destination(), reach.origin(), devices, domains, findings);
                    default -> { } // promises nothing about who reaches whom
                }
            }
        }
    }

    private static void check(Endpoint source, Endpoint destination, Origin origin, Map<String, Device> devices,
            RoutingDomains domains, Consumer<Finding> findings) {
        Device from = devices.get(source.device());
        Device to = devices.get(destination.device());
        Optional<Object> first = domain(from, source.address(), domains);
        Optional<Object> second = domain(to, destination.address(), domains);
        if (first.isPresent() && second.isPresent() && !first.get().equals(second.get())) {
            findings.accept(new Finding(RULE, from.reference() + " and " + to.reference() + " have no cloud in common, and no "
                    + "router has tunnels to both in one table: let a hub join both clouds", origin));
        }
    }

    /** The domain of an address inside: that of the local network or tunnel that it belongs to. */
    private static Optional<Object> domain(Device device, IpAddress address, RoutingDomains domains) {
        if (device == null || device.tunnels().isEmpty()) {
            return Optional.empty();
        }
        return device.interfaces().stream()
                .filter(candidate -> candidate.kind() != InterfaceKind.WAN
                        && candidate.assignment() instanceof AddressAssignment.Static fixed
                        && fixed.address().prefix().contains(address))
                .map(candidate -> candidate.vrf())
                .findFirst()
                .or(() -> device.tunnels().stream().filter(tunnel -> tunnel.address().address().equals(address))
                        .map(tunnel -> tunnel.vrf()).findFirst())
                .map(vrf -> domains.of(device, vrf));
    }
}
