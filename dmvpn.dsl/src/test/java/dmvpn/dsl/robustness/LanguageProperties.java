package dmvpn.dsl.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.linking.UnresolvedReferences;
import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/** What holds of any text. Each operation is bounded by a watchdog. */
final class LanguageProperties {

    private final Watchdog watchdog;

    LanguageProperties(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    /** A text is loaded, compiled and checked by all rules; what is found has a message and a place in the text. */
    void isUnderstood(String text) {
        LoadedModel model = watchdog.operation("load", () -> Models.loader().parse("test.dmvpn", text));

        assertThat(model.network()).as("there is a network").isPresent();
        findingsAreInside(text, model.findings());
    }

    /** What was found in an edited resource has a message and a place in its text. */
    void isChecked(DmvpnResource resource) {
        Analysis analysis = watchdog.operation("check", () -> Analysis.of(resource));
        List<Issue> issues = watchdog.operation("validate",
                () -> resource.getResourceServiceProvider().get(IResourceValidator.class).validate(resource, CheckMode.ALL, CancelIndicator.NullImpl));

        String text = resource.text();
        findingsAreInside(text, analysis.findings());
        assertThat(issues).as("the validator gives each finding").hasSize(analysis.findings().size());
        assertThat(issues.stream().filter(issue -> issue.getSeverity() == Severity.ERROR).count()).as("the validator gives each error")
                .isEqualTo(analysis.findings().stream().filter(Finding::isError).count());
    }

    private static void findingsAreInside(String text, List<Finding> findings) {
        for (Finding finding : findings) {
            assertThat(finding.message()).as("a finding has a message").isNotBlank();
            assertThat(finding.origin().offset()).as("a finding starts in the text: %s", finding).isBetween(0, text.length());
            assertThat(finding.origin().offset() + finding.origin().length()).as("a finding ends in the text: %s", finding)
                    .isBetween(finding.origin().offset(), text.length());
            assertThat(finding.origin().line()).as("a finding is on a line: %s", finding).isBetween(1, 1 + (int) text.chars().filter(c -> c == '\n' || c == '\r').count());
        }
    }

    /** Nothing of the text is lost in its nodes, and each element of the model has a fragment that finds it. */
    void isRepresented(String text) {
        DmvpnResource resource = watchdog.operation("load", () -> Models.resource(text));

        // A file in UTF-8 holds no half of a surrogate pair.
        assertThat(resource.text()).as("the nodes hold the text").isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        for (Iterator<EObject> all = resource.getAllContents(); all.hasNext();) {
            EObject element = all.next();
            assertThat(resource.getEObject(resource.getURIFragment(element))).as("a fragment finds its element").isSameAs(element);
        }
    }

    /** A text that nobody edits is printed as it was. What cannot be parsed, and names that nothing declares, are not in the model. */
    void printsBack(String text) {
        DmvpnResource resource = Models.resource(text);
        if (resource.getParseResult().hasSyntaxErrors() || !UnresolvedReferences.of(resource).all().isEmpty()) {
            return;
        }
        String printed = watchdog.operation("serialize", () -> resource.getSerializer().serialize(resource.model()));

        // A file in UTF-8 holds no half of a surrogate pair.
        assertThat(printed).as("untouched text is printed back")
                .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    /**
     * A model that never was a text is printed as one that says the same: parsed again it is the same model, and it means
     * the same network. False when the text is no model that could be printed.
     */
    boolean printsAnew(String text) {
        DmvpnResource resource = Models.resource(text);
        if (resource.getParseResult().hasSyntaxErrors() || !UnresolvedReferences.of(resource).all().isEmpty()) {
            return false;
        }
        Model copy = EcoreUtil.copy(resource.model());
        XtextResource fresh = resource.getResourceServiceProvider().get(XtextResource.class);
        fresh.setURI(resource.getURI());
        new XtextResourceSet().getResources().add(fresh);
        fresh.getContents().add(copy);
        String printed = watchdog.operation("serialize", () -> fresh.getSerializer().serialize(copy));

        DmvpnResource again = Models.resource(printed);
        assertThat(again.getParseResult().getSyntaxErrors()).as("a printed model parses: %s", printed).isEmpty();
        assertThat(EcoreUtil.equals(again.model(), resource.model())).as("a printed model is the same model: %s", printed).isTrue();
        assertThat(Analysis.of(again).network()).as("a printed model means the same network: %s", printed).isEqualTo(Analysis.of(resource).network());
        return true;
    }
}
