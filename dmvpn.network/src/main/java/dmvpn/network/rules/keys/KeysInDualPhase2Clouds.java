package dmvpn.network.rules.keys;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Phase 2 clouds that share sources need tunnel keys. */
public final class KeysInDualPhase2Clouds implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-KEY-02",
            Severity.ERROR,
            "Two Phase 2 clouds of a router are told apart by keys",
            "A spoke of two Phase 2 clouds gets packets of both from the same far spokes. Without a key the outer "
                    + "addresses are all that says which tunnel they are for; on one source they are the same, and packets of "
                    + "one cloud end in the other. Where all routers have a source of its own for each cloud it works without "
                    + "keys. Give each cloud a tunnel-key.",
            "ipSpace.net, Redundant DMVPN designs, part 2 (keys are mandatory in Phase 2 with several tunnels on one "
                    + "source); RFC 2890 section 2.1");

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
        Set<List<String>> sharing = new HashSet<>();
        memberships.routers().forEach(router -> pairs(router, (first, second) -> {
            if (first.tunnel().sourceInterface().equals(second.tunnel().sourceInterface())) {
                sharing.add(List.of(first.tunnel().cloud(), second.tunnel().cloud()));
            }
        }));
        memberships.routers().forEach(router -> pairs(router, (first, second) -> {
            if (sharing.contains(List.of(first.tunnel().cloud(), second.tunnel().cloud()))) {
                report(first, second, findings);
            }
        }));
    }

    /** Calls back with every two multipoint tunnels of a router that are in different clouds of Phase 2, one without a key. */
    private static void pairs(RouterView router, java.util.function.BiConsumer<Member, Member> callback) {
        List<Member> members = router.members();
        for (int later = 1; later < members.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Member first = members.get(earlier);
                Member second = members.get(later);
                if (isPhase2(first, router) && isPhase2(second, router)
                        && !first.tunnel().cloud().equals(second.tunnel().cloud())
                        && (first.tunnel().key().isEmpty() || second.tunnel().key().isEmpty())) {
                    callback.accept(first, second);
                }
            }
        }
    }

    private static boolean isPhase2(Member member, RouterView router) {
        return member.isMultipoint() && router.cloudOf(member).filter(cloud -> cloud.phase() == Phase.PHASE_2).isPresent();
    }

    private static void report(Member first, Member second, Consumer<Finding> findings) {
        boolean oneSource = first.tunnel().sourceInterface().equals(second.tunnel().sourceInterface());
        findings.accept(new Finding(RULE, oneSource ? Severity.ERROR : Severity.WARNING, first.name() + " is in the Phase 2 clouds "
                + first.tunnel().cloud() + " and " + second.tunnel().cloud()
                + ", whose packets only keys tell apart: give each cloud a tunnel-key", second.tunnel().origin()));
    }
}
