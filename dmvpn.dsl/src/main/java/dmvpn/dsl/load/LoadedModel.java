package dmvpn.dsl.load;

import dmvpn.dsl.policy.ProjectRules;
import dmvpn.dsl.policy.SuppressedFinding;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A file and what is known of it.
 *
 * @param file the file as it was named
 * @param resource text and model, empty when the file could not be read as text
 * @param network what the model means, its sound part where the text is broken; empty when there is no model
 * @param findings findings to show, in the order of the text, as bad as the project says
 * @param suppressed findings that comments in the text hide
 * @param project what the project says about rules, and what is wrong with that
 */
public record LoadedModel(String file, Optional<DmvpnResource> resource, Optional<CompiledNetwork> network,
        List<Finding> findings, List<SuppressedFinding> suppressed, ProjectRules project) {

    /** Keeps immutable copies of the lists. */
    public LoadedModel {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }

    /** A file that holds no model that could be looked at. */
    public static LoadedModel refused(String file, Finding finding) {
        return new LoadedModel(file, Optional.empty(), Optional.empty(), List.of(finding), List.of(), ProjectRules.NONE);
    }

    /** True when a finding is an error: the network is then not what was meant. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
