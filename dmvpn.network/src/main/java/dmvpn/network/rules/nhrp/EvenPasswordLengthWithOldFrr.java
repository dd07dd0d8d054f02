package dmvpn.network.rules.nhrp;

import dmvpn.network.crypto.Secret;
import dmvpn.network.device.Device;
import dmvpn.network.device.Vendor;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Old FRR cannot have an NHRP password of odd length beside other implementations. */
public final class EvenPasswordLengthWithOldFrr implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-NH-06",
            Severity.WARNING,
            "An NHRP password has an even length where old FRR is",
            "FRR up to 10.6 computes the checksum of NHRP messages of odd length wrongly, so other implementations "
                    + "drop them. The length of the password decides. Use a password of even length, or a newer FRR.",
            "FRRouting, commit 9c083f6916 (nhrpd: checksum of packets of odd length); RFC 1071");

    private static final int LAST_WRONG_MAJOR = 10;
    private static final int LAST_WRONG_MINOR = 6;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.FRR);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            if (members.stream().allMatch(member -> member.device().platform().vendor() == Vendor.FRR)) {
                continue; // all of them make the same mistake
            }
            for (Member member : members) {
                if (isOldFrr(member.device())) {
                    member.tunnel().nhrp().authentication().flatMap(Secret::inlineValue)
                            .filter(password -> password.length() % 2 == 1).ifPresent(password -> findings.accept(new Finding(RULE,
                                    "The NHRP password of " + member.name() + " has " + password.length() + " characters, and FRR "
                                            + member.device().platform().release()
                                            + " sends wrong checksums with an odd number: use an even number",
                                    member.tunnel().nhrp().origin())));
                }
            }
        }
    }

    private static boolean isOldFrr(Device device) {
        String[] release = device.platform().release().split("\\.");
        if (device.platform().vendor() != Vendor.FRR || !release[0].matches("[0-9]{1,4}")) {
            return false; // without a release it is the newest
        }
        int major = Integer.parseInt(release[0]);
        int minor = release.length > 1 && release[1].matches("[0-9]{1,4}") ? Integer.parseInt(release[1]) : 0;
        return major < LAST_WRONG_MAJOR || major == LAST_WRONG_MAJOR && minor <= LAST_WRONG_MINOR;
    }
}
