package dmvpn.dsl.compile;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.Finding;
import java.util.List;

/**
 * What a model means, and what is wrong with its text.
 *
 * @param network the sound part of the model: what does not resolve is left out
 * @param findings problems of names and values, in the order in which they were met
 */
public record Compilation(CompiledNetwork network, List<Finding> findings) {

    /** Keeps an immutable copy of the list. */
    public Compilation {
        findings = List.copyOf(findings);
    }
}
