package dmvpn.dsl.validation;

import dmvpn.dsl.compile.Compilation;
import dmvpn.dsl.compile.ModelCompiler;
import dmvpn.dsl.linking.UnresolvedReferences;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.catalogue.RuleCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that is known of one revision of a file: the compiled network and the findings of all rules. It is computed
 * once for each revision; editor, command line and diagrams share it.
 *
 * @param network what the model means; where the text is broken, its sound part
 * @param findings all findings in the order of the text
 */
public record Analysis(CompiledNetwork network, List<Finding> findings) {

    /** Keeps an immutable copy of the list. */
    public Analysis {
        findings = List.copyOf(findings);
    }

    /** Every rule that a model is checked by: the language's on the text, and those on the compiled network. */
    public static RuleCatalogue catalogue() {
        return RuleCatalogue.ofNetwork().plus(TextRules.ALL);
    }

    /** The analysis of a resource's current revision. */
    public static Analysis of(DmvpnResource resource) {
        return resource.perRevision(Analysis.class, model -> analyse(resource, model));
    }

    private static Analysis analyse(DmvpnResource resource, Model model) {
        String text = resource.text();
        Origins origins = new Origins(resource.displayName(), text);
        ModelNames names = resource.names();
        List<Finding> findings = new ArrayList<>(SyntaxFindings.of(resource.getParseResult(), origins));
        findings.addAll(StrayChecks.of(model, origins, text, List.copyOf(findings)));
        findings.addAll(LinkFindings.of(UnresolvedReferences.of(resource).all(), names, origins));
        findings.addAll(TextChecks.of(model, names, origins));
        for (Element element : model.getElements()) {
            RepeatedSettings.check(element, origins, findings);
        }
        Compilation compilation = ModelCompiler.compile(model, names, origins, resource.baseName());
        findings.addAll(compilation.findings());
        findings.addAll(RuleCatalogue.ofNetwork().check(compilation.network()));
        findings.sort(Comparator.comparingInt(finding -> finding.origin().offset()));
        return new Analysis(compilation.network(), findings);
    }
}
