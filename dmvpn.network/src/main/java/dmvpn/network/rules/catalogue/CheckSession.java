package dmvpn.network.rules.catalogue;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.rules.CloudWide;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.catalogue.RouterFindings.Kept;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.underlay.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks one network after the other against all rules, such as the revisions of a model. What {@link RouterRule}s and
 * {@link MemberRule}s found at a router is kept as long as the router, the clouds, the transports and the routers behind the
 * addresses of its servers are the very same objects.
 *
 * <p>Safe for use by several threads, one after the other.
 */
public final class CheckSession {

    private final List<NetworkRule> rules;
    private final List<Set<Feature>> needs;
    private List<Cloud> clouds = List.of();
    private List<Transport> transports = List.of();
    // By identity: two routers that say the same may be written at different places.
    private Map<Device, RouterFindings> known = new IdentityHashMap<>();

    CheckSession(List<NetworkRule> rules) {
        this.rules = rules;
        this.needs = rules.stream().map(NetworkRule::needs).toList();
    }

    /**
     * Checks a network. Findings of one rule at one place, such as a fault of a family with many members, become one finding
     * that says how many there are.
     *
     * @return findings in the order of the catalogue, then of the network
     */
    public synchronized List<Finding> check(CompiledNetwork network) {
        Memberships memberships = Memberships.folded(network);
        boolean[] apply = new boolean[rules.size()];
        List<List<Kept>> kept = checkRouters(memberships, apply);
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            if (!apply[index]) {
                continue;
            }
            FindingsByPlace byPlace = new FindingsByPlace();
            List<Kept> ofRouters = kept.get(index);
            switch (rules.get(index)) {
                case RouterRule rule -> ofRouters.forEach(each -> byPlace.add(each.finding(), each.count()));
                case MemberRule rule when !rule.isCloudWide() -> ofRouters.forEach(each -> byPlace.add(each.finding(), each.count()));
                case MemberRule rule -> reportCloudWide(rule, ofRouters, memberships, byPlace);
                case NetworkRule rule -> check(rule, memberships).forEach(byPlace);
            }
            byPlace.addTo(findings);
        }
        return findings;
    }

    /** Nothing is found without every router that is not found with a few; what is found is told as it is with every one. */
    private static List<Finding> check(NetworkRule rule, Memberships memberships) {
        List<Finding> found = new ArrayList<>(0);
        rule.check(memberships, found::add);
        if (found.isEmpty() || !memberships.isFolded() || rule.countsMembers()) {
            return found;
        }
        List<Finding> ofAll = new ArrayList<>(found.size());
        rule.check(memberships.whole(), ofAll::add);
        return ofAll;
    }

    /**
     * Checks the routers that are not known as they are.
     *
     * @param apply gets which rules the network gives a reason to run
     */
    private List<List<Kept>> checkRouters(Memberships memberships, boolean[] apply) {
        CompiledNetwork network = memberships.network();
        boolean sameSurroundings = areSame(clouds, network.clouds()) && areSame(transports, network.transports());
        Map<Device, RouterFindings> now = new IdentityHashMap<>(network.devices().size());
        List<RouterView> changed = new ArrayList<>();
        List<RouterFindings> ofChanged = new ArrayList<>();
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (RouterView router : memberships.routers()) {
            RouterFindings findings = sameSurroundings ? known.get(router.device()) : null;
            if (findings == null || !findings.holdsFor(router)) {
                findings = new RouterFindings(router);
                changed.add(router);
                ofChanged.add(findings);
            }
            now.put(router.device(), findings);
            features.addAll(findings.features());
        }
        for (int index = 0; index < apply.length; index++) {
            apply[index] = features.containsAll(needs.get(index));
        }
        RouterFindings.check(changed, ofChanged, rules, apply);
        List<List<Kept>> byRule = new ArrayList<>(Collections.nCopies(rules.size(), List.of()));
        for (RouterView router : memberships.routers()) {
            for (Kept finding : now.get(router.device()).findings()) {
                if (byRule.get(finding.rule()).isEmpty()) {
                    byRule.set(finding.rule(), new ArrayList<>());
                }
                byRule.get(finding.rule()).add(finding.at(router));
            }
        }
        known = now;
        clouds = network.clouds();
        transports = network.transports();
        return byRule;
    }

    private static boolean areSame(List<?> first, List<?> second) {
        if (first.size() != second.size()) {
            return false;
        }
        for (int index = 0; index < first.size(); index++) {
            if (first.get(index) != second.get(index)) {
                return false;
            }
        }
        return true;
    }

    private static void reportCloudWide(MemberRule rule, List<Kept> kept, Memberships memberships,
            FindingsByPlace findings) {
        Map<String, List<Kept>> byCloud = new LinkedHashMap<>();
        kept.forEach(each -> byCloud.computeIfAbsent(each.tunnel().cloud(), cloud -> new ArrayList<>()).add(each));
        byCloud.forEach((cloud, ofCloud) -> {
            List<Member> members = memberships.of(cloud).stream().filter(rule::concerns).toList();
            Set<TunnelInterface> broken = Collections.newSetFromMap(new IdentityHashMap<>(ofCloud.size()));
            ofCloud.forEach(each -> broken.add(each.tunnel()));
            if (broken.size() == members.size() && CloudWide.canJoin(members, memberships)) {
                CloudWide.join(ofCloud.stream().map(Kept::finding).toList(), members, memberships).forEach(findings);
            } else {
                ofCloud.forEach(each -> findings.add(each.finding(), each.count()));
            }
        });
    }
}
