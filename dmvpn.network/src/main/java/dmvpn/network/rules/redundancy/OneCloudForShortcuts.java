package dmvpn.network.rules.redundancy;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Phase 3 spokes of different clouds have no shortcuts. */
public final class OneCloudForShortcuts implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-HUB-05",
            Severity.WARNING,
            "Spokes that should meet directly are in one Phase 3 cloud",
            "Shortcuts do not cross from one cloud to another. Spokes that are attached to different subsets of "
                    + "clouds reach each other through hubs alone. Use a single cloud with several hubs.",
            "ipSpace.net, DMVPN designs with two hubs (a single cloud for large Phase 3 networks with subsets of "
                    + "hubs)");

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
        Map<Set<String>, Member> spokes = new LinkedHashMap<>();
        Set<Set<String>> ofHubs = new LinkedHashSet<>();
        for (RouterView router : memberships.routers()) {
            Set<String> clouds = new LinkedHashSet<>();
            router.members().stream().filter(member -> isPhase3(member, router)).forEach(member -> clouds.add(member.tunnel().cloud()));
            if (router.device().role() == DeviceRole.HUB && !isHierarchical(router)) {
                ofHubs.addAll(byVrf(router));
            } else if (router.device().role() == DeviceRole.SPOKE && !clouds.isEmpty()) {
                spokes.putIfAbsent(clouds, router.members().getFirst());
            }
        }
        List<Map.Entry<Set<String>, Member>> kinds = new ArrayList<>(spokes.entrySet());
        for (int index = 1; index < kinds.size(); index++) {
            Map.Entry<Set<String>, Member> first = kinds.getFirst();
            Map.Entry<Set<String>, Member> second = kinds.get(index);
            boolean apart = first.getKey().stream().noneMatch(second.getKey()::contains);
            boolean joined = ofHubs.stream().anyMatch(clouds -> clouds.stream().anyMatch(first.getKey()::contains)
                    && clouds.stream().anyMatch(second.getKey()::contains));
            if (apart && joined) {
                findings.accept(new Finding(RULE, first.getValue().name() + " and " + second.getValue().name()
                        + " are in different Phase 3 clouds of the same hubs and never get shortcuts to each other: use one cloud",
                        second.getValue().tunnel().origin()));
            }
        }
    }

    /** Clouds of different VRFs are different customers, who are not meant to meet. */
    private static Collection<Set<String>> byVrf(RouterView router) {
        Map<Optional<String>, Set<String>> clouds = new LinkedHashMap<>();
        router.members().stream().filter(member -> isPhase3(member, router)).forEach(member ->
                clouds.computeIfAbsent(member.tunnel().vrf(), vrf -> new LinkedHashSet<>()).add(member.tunnel().cloud()));
        return clouds.values();
    }

    private static boolean isPhase3(Member member, RouterView router) {
        return router.cloudOf(member).filter(cloud -> cloud.phase() == Phase.PHASE_3).isPresent();
    }

    /** In a hierarchy the tunnels of a hub are one NHRP network, and shortcuts cross. */
    private static boolean isHierarchical(RouterView router) {
        return router.members().stream().map(member -> member.tunnel().nhrp().networkId()).distinct().count() < router.members().size();
    }
}
