package dmvpn.network.rules.redundancy;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.List;
import java.util.function.Consumer;

/** One hub is a single point of failure. */
public final class MoreThanOneHub implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-HUB-01",
            Severity.WARNING,
            "A cloud of many spokes has more than one hub",
            "When the only hub fails no spoke reaches another that it has no direct tunnel to, and none finds new "
                    + "ones. Clouds of ten spokes and more are asked for a second hub.",
            "ipSpace.net, Redundant DMVPN designs");

    private static final int MANY = 10;

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
            List<Member> hubs = members.stream().filter(member -> member.device().role() == DeviceRole.HUB).toList();
            long spokes = Memberships.count(members.stream().filter(Member::isSpoke).toList());
            if (hubs.size() == 1 && spokes >= MANY) {
                findings.accept(new Finding(RULE, hubs.getFirst().name() + " is the only hub for the " + spokes + " spokes of cloud "
                        + hubs.getFirst().tunnel().cloud() + ": add a second one", hubs.getFirst().device().origin()));
            }
        }
    }
}
