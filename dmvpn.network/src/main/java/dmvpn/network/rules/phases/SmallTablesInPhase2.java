package dmvpn.network.rules.phases;

import dmvpn.network.device.InterfaceKind;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.Phase;
import java.util.List;
import java.util.function.Consumer;

/** Large Phase 2 clouds mean large tables on spokes. */
public final class SmallTablesInPhase2 implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-PH-16",
            Severity.INFO,
            "Spokes of a large Phase 2 cloud hold all routes",
            "In Phase 2 each spoke needs the routes of all others, for the next hop is what triggers direct tunnels. "
                    + "In Phase 3 a summary is enough. Consider Phase 3.",
            "ipSpace.net, EIGRP summarization breaks DMVPN Phase 2; Cisco, Shortcut Switching Enhancements for NHRP "
                    + "in DMVPN Networks");

    private static final int MANY = 500;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public boolean countsMembers() {
        return true;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            memberships.cloud(members.getFirst().tunnel().cloud()).filter(cloud -> cloud.phase() == Phase.PHASE_2)
                    .ifPresent(cloud -> check(cloud, networks(members), findings));
        }
    }

    private static long networks(List<Member> members) {
        return members.stream().mapToLong(member -> member.count() * member.device().interfaces().stream()
                .filter(port -> port.kind() == InterfaceKind.LAN).count()).sum();
    }

    private static void check(Cloud cloud, long networks, Consumer<Finding> findings) {
        if (networks > MANY) {
            findings.accept(new Finding(RULE, "Each spoke of the Phase 2 cloud " + cloud.name() + " has some "
                    + networks + " routes: consider Phase 3 with a summary", cloud.origin()));
        }
    }
}
