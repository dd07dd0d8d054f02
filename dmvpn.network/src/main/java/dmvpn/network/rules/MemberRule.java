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

    /**
     * False for a member that the rule has nothing to say of, such as a hub for a rule on registrations: whether every member
     * of a cloud breaks the rule is asked of the others.
     */
    default boolean concerns(Member member) {
        return true;
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
            List<Member> concerned = isCloudWide() ? members.stream().filter(this::concerns).toList() : List.of();
            boolean joined = broken > 0 && broken == concerned.size();
            (joined ? CloudWide.join(ofCloud, concerned, memberships) : ofCloud).forEach(findings);
        }
    }
}
