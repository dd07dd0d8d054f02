package dmvpn.network.rules.phases;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.BgpAggregate;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import dmvpn.network.rules.routing.BgpOverTunnel;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import dmvpn.network.rules.routing.RipOnTunnel;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A Phase 2 hub should not announce a summary that covers several spokes. */
public final class NoSummaryInPhase2 implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-PH-05",
            Severity.WARNING,
            "A Phase 2 hub does not summarise several spokes",
            "In Phase 2 a spoke goes direct because the next hop of its route is the other spoke. A summary "
                    + "or a default of the hub has the hub as next hop, so the traffic stays on the hub for ever. "
                    + "Remove the summary, or use Phase 3.",
            "ipSpace.net, EIGRP Summarization Breaks DMVPN Phase 2");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.EIGRP);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Cloud cloud : memberships.network().clouds()) {
            if (cloud.phase() == Phase.PHASE_2) {
                for (Server server : memberships.servers()) {
                    if (server.member().tunnel().cloud().equals(cloud.name())) {
                        check(server, findings);
                    }
                }
            }
        }
    }

    private static void check(Server server, Consumer<Finding> findings) {
        Member hub = server.member();
        List<EigrpSummary> summaries = summaries(hub);
        if (summaries.isEmpty()) {
            return;
        }
        NavigableMap<IpPrefix, Device> networks = localNetworks(server);
        for (EigrpSummary summary : summaries) {
            if (coversTwoSites(summary, networks)) {
                findings.accept(new Finding(RULE, "Summary " + summary.prefix() + " of hub " + hub.name()
                        + " keeps traffic between spokes of Phase 2 cloud " + hub.tunnel().cloud()
                        + " on the hub: remove it, or use Phase 3", summary.origin()));
            }
        }
    }

    /** The summaries of all protocols, as if they were EIGRP's. */
    private static List<EigrpSummary> summaries(Member hub) {
        List<EigrpSummary> summaries = new ArrayList<>();
        EigrpOnTunnel.allOf(hub).forEach(eigrp -> summaries.addAll(eigrp.settings().summaries()));
        BgpOverTunnel.of(hub).ifPresent(bgp -> bgp.process().aggregates().stream().filter(BgpAggregate::summaryOnly)
                .forEach(aggregate -> summaries.add(new EigrpSummary(aggregate.prefix(), List.of(), aggregate.origin()))));
        RipOnTunnel.of(hub).ifPresent(rip -> rip.settings().summaries()
                .forEach(prefix -> summaries.add(new EigrpSummary(prefix, List.of(), rip.settings().origin()))));
        return summaries;
    }

    private static NavigableMap<IpPrefix, Device> localNetworks(Server server) {
        NavigableMap<IpPrefix, Device> networks = new TreeMap<>();
        for (Member client : server.clients()) {
            for (NetworkInterface lan : client.device().interfaces()) {
                if (lan.kind() == InterfaceKind.LAN && lan.assignment() instanceof AddressAssignment.Static fixed) {
                    networks.putIfAbsent(fixed.address().prefix(), client.device());
                }
            }
        }
        return networks;
    }

    /** The prefixes inside a summary are neighbours in the order of prefixes. */
    private static boolean coversTwoSites(EigrpSummary summary, NavigableMap<IpPrefix, Device> networks) {
        IpAddress last = summary.prefix().lastAddress();
        Set<String> sites = new HashSet<>();
        for (var local : networks.tailMap(summary.prefix(), true).entrySet()) {
            if (local.getKey().network().compareTo(last) > 0 || sites.size() > 1) {
                break;
            }
            if (summary.prefix().contains(local.getKey()) && !summary.leaked().contains(local.getKey())) {
                sites.add(local.getValue().name());
            }
        }
        return sites.size() > 1;
    }
}
