package dmvpn.dsl.validation;

import dmvpn.dsl.compile.Compilation;
import dmvpn.dsl.compile.CompileMemory;
import dmvpn.dsl.compile.CompileUnit;
import dmvpn.dsl.compile.ModelCompiler;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.policy.FindingPolicy;
import dmvpn.dsl.policy.ProjectRules;
import dmvpn.dsl.policy.SuppressedFinding;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.catalogue.CheckSession;
import dmvpn.network.rules.catalogue.RuleCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.nodemodel.INode;

/**
 * Everything that is known of one revision of a file: the compiled network and the findings of all rules. It is computed
 * once for each revision; editor, command line and diagrams share it.
 *
 * @param network what the model means; where the text is broken, its sound part
 * @param findings findings to show, in the order of the text, as bad as the project says
 * @param suppressed findings that comments in the text hide
 * @param project what the project says about rules
 */
public record Analysis(CompiledNetwork network, List<Finding> findings, List<SuppressedFinding> suppressed,
        ProjectRules project) {

    private static final RuleCatalogue CATALOGUE = RuleCatalogue.ofNetwork().plus(TextRules.ALL);

    /** Keeps immutable copies of the lists. */
    public Analysis {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }

    /** Every rule that a model is checked by: the language's on the text, and those on the compiled network. */
    public static RuleCatalogue catalogue() {
        return CATALOGUE;
    }

    /** The analysis of a resource's current revision, under what its project says now. */
    public static Analysis of(DmvpnResource resource) {
        return resource.perRevision(CheckedRevision.class, model -> check(resource, model)).under(resource);
    }

    /** The findings that stand in a file: those of files that it imports are shown there. */
    public List<Finding> findingsIn(DmvpnResource resource) {
        String file = resource.displayName();
        return findings.stream().filter(finding -> finding.origin().file().equals(file)).toList();
    }

    private static CheckedRevision check(DmvpnResource resource, Model model) {
        List<DmvpnResource> files = resource.withImports();
        FileFindings own = FileFindings.of(resource);
        Origins origins = files.size() == 1 ? own.origins() : own.origins().withOthers(originsOfOthers(resource, files));
        List<Finding> findings = new ArrayList<>(own.findings());
        files.stream().filter(file -> file != resource).forEach(file -> findings.addAll(FileFindings.of(file).findings()));
        findings.addAll(TextChecks.duplicates(resource.names(), origins));
        Compilation compilation = compile(resource, files, model, origins);
        findings.addAll(compilation.findings());
        findings.addAll(resource.acrossRevisions(CheckSession.class, CATALOGUE::session).check(compilation.network()));
        findings.sort(inOrder(resource, files));
        List<FindingPolicy> policies = files.stream().map(file -> FileFindings.of(file).policy()).toList();
        return new CheckedRevision(compilation.network(), findings, policies);
    }

    /** Those of the file itself first, then file by file, each in the order of its text. */
    private static Comparator<Finding> inOrder(DmvpnResource resource, List<DmvpnResource> files) {
        Comparator<Finding> byOffset = Comparator.comparingInt(finding -> finding.origin().offset());
        if (files.size() == 1) {
            return byOffset;
        }
        List<String> names = files.stream().map(DmvpnResource::displayName).toList();
        String own = resource.displayName();
        return Comparator.<Finding>comparingInt(finding ->
                finding.origin().file().equals(own) ? -1 : names.indexOf(finding.origin().file())).thenComparing(byOffset);
    }

    private static Map<INode, Origins> originsOfOthers(DmvpnResource resource, List<DmvpnResource> files) {
        Map<INode, Origins> others = new HashMap<>();
        for (DmvpnResource file : files) {
            if (file != resource && file.getParseResult() != null) {
                others.put(file.getParseResult().getRootNode(), FileFindings.of(file).origins());
            }
        }
        return others;
    }

    private static Compilation compile(DmvpnResource resource, List<DmvpnResource> files, Model model, Origins origins) {
        List<Element> elements = files.size() == 1 ? model.getElements()
                : files.stream().flatMap(file -> file.model().getElements().stream()).toList();
        List<ModelPart> parts = files.size() == 1 ? resource.parts()
                : files.stream().flatMap(file -> file.parts().stream()).toList();
        CompileMemory memory = resource.acrossRevisions(CompileMemory.class, CompileMemory::new);
        synchronized (memory) {
            return ModelCompiler.compile(
                    new CompileUnit(model, elements, parts, resource.names(), origins, resource.baseName(), resource.platform()), memory);
        }
    }
}
