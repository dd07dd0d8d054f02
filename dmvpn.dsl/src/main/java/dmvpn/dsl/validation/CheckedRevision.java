package dmvpn.dsl.validation;

import dmvpn.dsl.policy.FindingPolicy;
import dmvpn.dsl.policy.ProjectRules;
import dmvpn.dsl.policy.ProjectRulesFile;
import dmvpn.dsl.policy.SuppressedFinding;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules find in one revision of a file, before its comments and its project have a say. The project's file may
 * change while the revision stays, so its say is asked for each time, and repeated as long as it is the same.
 */
final class CheckedRevision {

    private final CompiledNetwork network;
    private final List<Finding> findings;
    private final List<FindingPolicy> policies;
    private Analysis last;

    /** @param policies those of the files of the model: each judges the findings of its own file */
    CheckedRevision(CompiledNetwork network, List<Finding> findings, List<FindingPolicy> policies) {
        this.network = network;
        this.findings = findings;
        this.policies = List.copyOf(policies);
    }

    /** The analysis under what the project says now. */
    synchronized Analysis under(DmvpnResource resource) {
        ProjectRules known = last == null ? ProjectRules.NONE : last.project();
        ProjectRules project = resource.getURI() != null && resource.getURI().isFile()
                ? ProjectRulesFile.read(Path.of(resource.displayName()), known, Analysis.catalogue())
                : ProjectRules.NONE;
        if (last == null || !last.project().equals(project)) {
            List<Finding> shown = findings;
            List<SuppressedFinding> suppressed = new ArrayList<>();
            for (FindingPolicy policy : policies) {
                FindingPolicy.Outcome outcome = policy.apply(shown, project);
                shown = outcome.shown();
                suppressed.addAll(outcome.suppressed());
            }
            last = new Analysis(network, shown, suppressed, project);
        }
        return last;
    }
}
