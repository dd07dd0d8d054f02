package dmvpn.network.rules.catalogue;

import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.features.UsedFeatures;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the rules that look at one router found at one, and what of the network they may have seen besides. */
final class RouterFindings {

    /**
     * A finding of one rule.
     *
     * @param rule position of the rule in the catalogue
     * @param tunnel the tunnel that the rule looked at, null for a rule that looks at the whole router
     * @param finding the finding
     * @param count how many routers have it, with those that the router stands for
     */
    record Kept(int rule, TunnelInterface tunnel, Finding finding, int count) {

        /** The same where the router stands for others now. */
        Kept at(RouterView router) {
            return router.count() == count ? this : new Kept(rule, tunnel, finding, router.count());
        }
    }

    private static final int HANDFUL = 64;

    /** Who answers at the addresses of the router's servers, in the order of its statements; null where nobody does. */
    private final Device[] owners;
    private final Set<Feature> features;
    private List<Kept> findings = List.of();

    RouterFindings(RouterView router) {
        this.owners = owners(router);
        this.features = UsedFeatures.of(router.device());
    }

    /**
     * Adds what rules find at some routers. A handful of routers meets all rules before the next handful does: few enough to
     * stay in the processor's caches, and enough for each rule to run over several while it is at hand.
     *
     * @param routers the routers
     * @param all gets what is found: one for each router
     * @param rules the catalogue
     * @param apply which of them to run
     */
    static void check(List<RouterView> routers, List<RouterFindings> all, List<NetworkRule> rules, boolean[] apply) {
        for (int first = 0; first < routers.size(); first += HANDFUL) {
            int end = Math.min(first + HANDFUL, routers.size());
            checkHandful(List.copyOf(routers.subList(first, end)), List.copyOf(all.subList(first, end)), rules, apply);
        }
    }

    private static void checkHandful(List<RouterView> routers, List<RouterFindings> all, List<NetworkRule> rules, boolean[] apply) {
        for (int index = 0; index < rules.size(); index++) {
            if (apply[index]) {
                switch (rules.get(index)) {
                    case RouterRule rule -> check(rule, index, routers, all);
                    case MemberRule rule -> check(rule, index, routers, all);
                    default -> { } // looks at the whole network
                }
            }
        }
    }

    private static void check(RouterRule rule, int index, List<RouterView> routers, List<RouterFindings> all) {
        Collector collector = new Collector(index);
        for (int position = 0; position < routers.size(); position++) {
            collector.found = all.get(position);
            rule.check(routers.get(position), collector);
        }
    }

    private static void check(MemberRule rule, int index, List<RouterView> routers, List<RouterFindings> all) {
        Collector collector = new Collector(index);
        for (int position = 0; position < routers.size(); position++) {
            RouterView router = routers.get(position);
            collector.found = all.get(position);
            List<Member> members = router.members();
            for (int tunnel = 0; tunnel < members.size(); tunnel++) {
                Member member = members.get(tunnel);
                collector.tunnel = member.tunnel();
                rule.check(member, router, collector);
            }
        }
    }

    /** Takes what one rule finds at one router after the other: one for each router would cost as much as a small rule. */
    private static final class Collector implements Consumer<Finding> {

        private final int rule;
        private RouterFindings found;
        private TunnelInterface tunnel;

        Collector(int rule) {
            this.rule = rule;
        }

        @Override
        public void accept(Finding finding) {
            found.add(new Kept(rule, tunnel, finding, 1));
        }
    }

    private void add(Kept kept) {
        if (findings.isEmpty()) {
            findings = new ArrayList<>(2);
        }
        findings.add(kept);
    }

    private static Device[] owners(RouterView router) {
        int count = 0;
        for (Member member : router.members()) {
            count += member.tunnel().nhrp().nextHopServers().size();
        }
        Device[] owners = new Device[count];
        int index = 0;
        for (Member member : router.members()) {
            for (NextHopServer statement : member.tunnel().nhrp().nextHopServers()) {
                Optional<Member> owner = router.ownerOf(member, statement);
                owners[index++] = owner.isPresent() ? owner.get().device() : null;
            }
        }
        return owners;
    }

    /** True when the same routers are behind the addresses of the servers, so that rules would find the same. */
    boolean holdsFor(RouterView router) {
        int index = 0;
        for (Member member : router.members()) {
            for (NextHopServer statement : member.tunnel().nhrp().nextHopServers()) {
                if (owners[index++] != router.ownerOf(member, statement).map(Member::device).orElse(null)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What the router uses. */
    Set<Feature> features() {
        return features;
    }

    List<Kept> findings() {
        return findings;
    }
}
