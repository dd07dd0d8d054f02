package dmvpn.network.rules;

import dmvpn.network.CompiledNetwork;
import java.util.function.Consumer;

/** A rule that is checked on the compiled network, whoever made it: a model or an imported configuration. */
public interface NetworkRule {

    /** The entry in the catalogue. */
    Rule rule();

    /** Reports each place where the network breaks the rule, in the order of the network. */
    void check(CompiledNetwork network, Consumer<Finding> findings);
}
