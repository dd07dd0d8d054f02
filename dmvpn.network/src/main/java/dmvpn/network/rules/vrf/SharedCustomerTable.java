package dmvpn.network.rules.vrf;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.domains.Lan;
import dmvpn.network.rules.domains.LanOverlaps;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Customers of one hub must be in VRFs of their own. */
public final class SharedCustomerTable implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-VR-01",
            Severity.ERROR,
            "Two customers of a hub are in two tables",
            "A hub for several customers has a tunnel for each. When two of these tunnels are in one table, the customers reach "
                    + "each other, and networks that both use go to one of them. Put the tunnel of each customer, and what "
                    + "belongs to it, into a VRF of its own.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010; RFC 4364 section 3");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SEVERAL_TUNNELS);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        if (memberships.byCloud().size() < 2) {
            return;
        }
        Set<String> reported = new HashSet<>();
        for (LanOverlaps.Overlap overlap : LanOverlaps.of(memberships)) {
            meetingPlace(overlap, memberships).filter(hub -> reported.add(hub.device().name() + "/" + hub.tunnel().name()))
                    .ifPresent(hub -> findings.accept(new Finding(RULE, message(hub, overlap.first(), overlap.second()),
                            hub.tunnel().origin())));
        }
    }

    private static String message(Member hub, Lan first, Lan second) {
        return "The tunnels of " + hub.name() + " to " + first.device().reference() + " and " + second.device().reference()
                + ", which both use " + second.prefix() + ", are in "
                + hub.tunnel().vrf().map(vrf -> "VRF " + vrf).orElse("the global table")
                + ": put " + hub.tunnel().name() + " into a VRF of its own";
    }

    /**
     * Where two sites that share no cloud meet: a tunnel to the second in whose table is a tunnel to the first. Empty when
     * they share a cloud or meet nowhere.
     */
    public static Optional<Member> meetingPlace(LanOverlaps.Overlap overlap, Memberships memberships) {
        Set<String> first = overlap.first().clouds();
        Set<String> second = overlap.second().clouds();
        if (first.isEmpty() || second.isEmpty() || first.stream().anyMatch(second::contains)) {
            return Optional.empty();
        }
        Map<String, Set<Optional<String>>> tables = new TreeMap<>();
        first.forEach(cloud -> memberships.of(cloud).forEach(member ->
                tables.computeIfAbsent(member.device().name(), device -> new HashSet<>()).add(member.tunnel().vrf())));
        return second.stream().flatMap(cloud -> memberships.of(cloud).stream())
                .filter(member -> tables.getOrDefault(member.device().name(), Set.of()).contains(member.tunnel().vrf()))
                .findFirst();
    }
}
