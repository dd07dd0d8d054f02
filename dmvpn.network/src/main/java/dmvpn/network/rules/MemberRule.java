package dmvpn.network.rules;

import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.RouterView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A rule that looks at one tunnel of one router at a time. What holds for a {@link RouterRule} holds for it too: its findings
 * are kept until the router, a cloud, a transport or a server of the router changes.
 */
public interface MemberRule extends NetworkRule {

    /**
     * Reports where one member of a cloud breaks the rule.
     *
     * @param member the router with one of its tunnels
     * @param router the router and what may be known of its surroundings
     * @param findings gets each finding
     */
    void check(Member member, RouterView router, Consumer<Finding> findings);

    /**
     * True for a rule on a setting that a cloud gives to its members. When every member of a cloud breaks such a rule it is
     * reported once, at the cloud, where the setting was written, and not at each of thousands of spokes.
     */
    default boolean isCloudWide() {
        return false;
    }

    @Override
    default void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            List<Finding> ofCloud = new ArrayList<>();
            int broken = 0;
            for (Member member : members) {
                int before = ofCloud.size();
                check(member, memberships.router(member), ofCloud::add);
                broken += ofCloud.size() > before ? 1 : 0;
            }
            boolean joined = isCloudWide() && broken == members.size();
            (joined ? CloudWide.join(ofCloud, members, memberships) : ofCloud).forEach(findings);
        }
    }
}
