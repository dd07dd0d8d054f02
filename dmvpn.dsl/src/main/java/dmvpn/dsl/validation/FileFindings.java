package dmvpn.dsl.validation;

import dmvpn.dsl.linking.UnresolvedReferences;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.policy.FindingPolicy;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.resource.ImportedFile;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the text of one file, whatever model it is a part of.
 *
 * @param origins places in the file
 * @param findings problems of syntax, references and settings
 * @param policy what the comments of the file say
 */
record FileFindings(Origins origins, List<Finding> findings, FindingPolicy policy) {

    /** Those of a file's current revision. */
    static FileFindings of(DmvpnResource resource) {
        return resource.perRevision(FileFindings.class, model -> find(resource));
    }

    private static FileFindings find(DmvpnResource resource) {
        String text = resource.text();
        Origins origins = new Origins(resource.displayName(), text);
        List<Finding> findings = new ArrayList<>(SyntaxFindings.of(resource.getParseResult(), origins));
        findings.addAll(StrayChecks.of(resource.model(), origins, text, List.copyOf(findings)));
        findings.addAll(LinkFindings.of(UnresolvedReferences.of(resource).all(), resource.names(), origins));
        findings.addAll(TextChecks.of(resource.model(), origins));
        for (ImportedFile imported : resource.imports()) {
            imported.problem().ifPresent(problem -> findings.add(new Finding(TextRules.IMPORT, problem,
                    origins.of(imported.declaration(), ModelPackage.Literals.IMPORT_DECLARATION__FILE, ""))));
        }
        for (ModelPart part : resource.parts()) {
            findings.addAll(RepeatedSettings.of(part, origins));
        }
        return new FileFindings(origins, findings, FindingPolicy.of(resource, origins, Analysis.catalogue()));
    }
}
