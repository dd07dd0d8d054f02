package dmvpn.dsl.load;

import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A file and what is known of it.
 *
 * @param file the file as it was named
 * @param resource text and model, empty when the file could not be read as text
 * @param network what the model means, its sound part where the text is broken; empty when there is no model
 * @param findings all findings in the order of the text
 */
public record LoadedModel(
        String file, Optional<DmvpnResource> resource, Optional<CompiledNetwork> network, List<Finding> findings) {

    /** Keeps an immutable copy of the list. */
    public LoadedModel {
        findings = List.copyOf(findings);
    }

    /** True when a finding is an error: the network is then not what was meant. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.rule().severity() == Severity.ERROR);
    }
}
