package dmvpn.network.rules;

import dmvpn.network.rules.membership.Memberships;
import java.util.function.Consumer;

/** A rule that is checked on the compiled network, whoever made it: a model or an imported configuration. */
public interface NetworkRule {

    /** The entry in the catalogue. */
    Rule rule();

    /**
     * Reports each place where a network breaks the rule, in the order of the network.
     *
     * @param memberships the network together with who is a member of which cloud, found once for all rules
     * @param findings gets each finding
     */
    void check(Memberships memberships, Consumer<Finding> findings);
}
