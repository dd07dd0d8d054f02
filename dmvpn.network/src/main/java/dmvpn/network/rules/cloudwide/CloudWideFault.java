package dmvpn.network.rules.cloudwide;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reports a fault in a setting that a cloud gives to its members. When every member has it, it was written in the cloud:
 * it is reported once, there, and not at each of thousands of spokes.
 */
public final class CloudWideFault {

    private CloudWideFault() {
    }

    /**
     * Checks all members, cloud by cloud.
     *
     * @param memberships the network
     * @param check finds the fault of one member
     * @param findings gets what is found
     */
    public static void report(
            Memberships memberships, Function<Member, Optional<Finding>> check, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            List<Finding> ofCloud = new ArrayList<>();
            members.forEach(member -> check.apply(member).ifPresent(ofCloud::add));
            Optional<Cloud> cloud = memberships.network().cloudNamed(members.getFirst().tunnel().cloud())
                    .filter(candidate -> candidate.origin().isKnown());
            if (cloud.isPresent() && members.size() > 1 && ofCloud.size() == members.size()) {
                Finding first = ofCloud.getFirst();
                findings.accept(new Finding(first.rule(), first.message() + " (all " + members.size()
                        + " members of cloud " + cloud.get().name() + ")", cloud.get().origin()));
            } else {
                ofCloud.forEach(findings);
            }
        }
    }
}
