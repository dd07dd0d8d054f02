package dmvpn.network.rules;

import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.testing.NetworkBuilder;
import java.util.ArrayList;
import java.util.List;

/** Runs one rule on a network. */
public final class RuleCheck {

    private RuleCheck() {
    }

    /** What the rule says about the network: place and message. */
    public static List<String> check(NetworkRule rule, NetworkBuilder network) {
        List<String> result = new ArrayList<>();
        rule.check(Memberships.of(network.build()), finding -> {
            if (!finding.rule().equals(rule.rule())) {
                throw new AssertionError("A finding of " + finding.rule().id() + " came from " + rule.rule().id());
            }
            result.add(finding.origin().element() + " | " + finding.message());
        });
        return result;
    }
}
