package dmvpn.network.rules;

import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.Cloud;
import java.util.List;
import java.util.Optional;

/** Findings that every member of a cloud has as one finding at the cloud. */
public final class CloudWide {

    private CloudWide() {
    }

    /** True when there is a place for one finding at the cloud, and more than one member for it to speak of. */
    public static boolean canJoin(List<Member> members, Memberships memberships) {
        return members.size() > 1 && cloudOf(members, memberships).isPresent();
    }

    private static Optional<Cloud> cloudOf(List<Member> members, Memberships memberships) {
        return memberships.network().cloudNamed(members.getFirst().tunnel().cloud())
                .filter(candidate -> candidate.origin().isKnown());
    }

    /**
     * One finding at the cloud, or all of them when the cloud is written nowhere or has one member.
     *
     * @param findings findings of one rule in which every member of the cloud has a part
     * @param members the members of the cloud
     * @param memberships the network
     */
    public static List<Finding> join(List<Finding> findings, List<Member> members, Memberships memberships) {
        Optional<Cloud> cloud = cloudOf(members, memberships);
        if (cloud.isEmpty() || members.size() < 2) {
            return findings;
        }
        Finding first = findings.getFirst();
        return List.of(new Finding(first.rule(), first.severity(), first.message() + " (all " + Memberships.count(members)
                + " members of cloud " + cloud.get().name() + ")", cloud.get().origin()));
    }
}
