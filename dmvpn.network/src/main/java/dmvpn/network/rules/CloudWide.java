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

    /**
     * One finding at the cloud, or all of them when the cloud is written nowhere or has one member.
     *
     * @param findings findings of one rule in which every member of the cloud has a part
     * @param members the members of the cloud
     * @param memberships the network
     */
    public static List<Finding> join(List<Finding> findings, List<Member> members, Memberships memberships) {
        Optional<Cloud> cloud = memberships.network().cloudNamed(members.getFirst().tunnel().cloud())
                .filter(candidate -> candidate.origin().isKnown());
        if (cloud.isEmpty() || members.size() < 2) {
            return findings;
        }
        Finding first = findings.getFirst();
        return List.of(new Finding(first.rule(), first.severity(), first.message() + " (all " + members.size()
                + " members of cloud " + cloud.get().name() + ")", cloud.get().origin()));
    }
}
