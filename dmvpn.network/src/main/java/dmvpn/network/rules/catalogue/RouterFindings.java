package dmvpn.network.rules.catalogue;

import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.List;

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
    private List<Kept> findings = List.of();

    private RouterFindings(RouterView router) {
        this.owners = owners(router);
    }

    /**
     * What the rules find at some routers. A handful of routers meets all rules before the next handful does: few enough to
     * stay in the processor's caches, and enough for each rule to run over several while it is at hand.
     */
    static List<RouterFindings> of(List<RouterView> routers, List<NetworkRule> rules) {
        List<RouterFindings> all = new ArrayList<>(routers.size());
        routers.forEach(router -> all.add(new RouterFindings(router)));
        for (int first = 0; first < routers.size(); first += HANDFUL) {
            int end = Math.min(first + HANDFUL, routers.size());
            check(routers.subList(first, end), all.subList(first, end), rules);
        }
        return all;
    }

    private static void check(List<RouterView> routers, List<RouterFindings> all, List<NetworkRule> rules) {
        for (int index = 0; index < rules.size(); index++) {
            switch (rules.get(index)) {
                case RouterRule rule -> check(rule, index, routers, all);
                case MemberRule rule -> check(rule, index, routers, all);
                default -> { } // looks at the whole network
            }
        }
    }

    private static void check(RouterRule rule, int index, List<RouterView> routers, List<RouterFindings> all) {
        for (int position = 0; position < routers.size(); position++) {
            RouterFindings found = all.get(position);
            rule.check(routers.get(position), finding -> found.add(new Kept(index, null, finding, 1)));
        }
    }

    private static void check(MemberRule rule, int index, List<RouterView> routers, List<RouterFindings> all) {
        for (int position = 0; position < routers.size(); position++) {
            RouterView router = routers.get(position);
            RouterFindings found = all.get(position);
            for (Member member : router.members()) {
                rule.check(member, router, finding -> found.add(new Kept(index, member.tunnel(), finding, 1)));
            }
        }
    }

    private void add(Kept kept) {
        if (findings.isEmpty()) {
            findings = new ArrayList<>(2);
        }
        findings.add(kept);
    }

    private static Device[] owners(RouterView router) {
        List<Device> owners = new ArrayList<>(router.members().size());
        for (Member member : router.members()) {
            for (NextHopServer statement : member.tunnel().nhrp().nextHopServers()) {
                owners.add(router.ownerOf(member, statement).map(Member::device).orElse(null));
            }
        }
        return owners.toArray(Device[]::new);
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

    List<Kept> findings() {
        return findings;
    }
}
