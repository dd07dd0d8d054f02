package dmvpn.diagram.sirius;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Severity;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;

/** What the rules of the catalogue find at an element and in what it contains. */
public final class ProblemServices {

    /** One object, without state, as Sirius makes it. */
    public ProblemServices() {
    }

    /** True when something that is meant to work cannot. */
    public Boolean hasErrors(EObject element) {
        return has(element, Severity.ERROR);
    }

    /** True when the worst is a warning. */
    public Boolean hasOnlyWarnings(EObject element) {
        return has(element, Severity.WARNING) && !has(element, Severity.ERROR);
    }

    /** True when a rule finds something. */
    public Boolean hasProblems(EObject element) {
        return !findings(element).isEmpty();
    }

    /** True when no rule finds an error. */
    public Boolean isWithoutErrors(EObject element) {
        return !has(element, Severity.ERROR);
    }

    /** True when no rule finds what deserves a warning. */
    public Boolean isWithoutWarnings(EObject element) {
        return !has(element, Severity.WARNING);
    }

    /** True when no rule finds what is worth knowing. */
    public Boolean isWithoutRemarks(EObject element) {
        return !has(element, Severity.INFO);
    }

    /** The errors, with the identifiers of their rules. */
    public String errorText(EObject element) {
        return text(element, finding -> finding.severity() == Severity.ERROR, "; ");
    }

    /** The warnings, with the identifiers of their rules. */
    public String warningText(EObject element) {
        return text(element, finding -> finding.severity() == Severity.WARNING, "; ");
    }

    /** What is worth knowing, with the identifiers of its rules. */
    public String remarkText(EObject element) {
        return text(element, finding -> finding.severity() == Severity.INFO, "; ");
    }

    /** Everything that rules find, with their identifiers, each on a line. */
    public String problemText(EObject element) {
        return text(element, finding -> true, "\n");
    }

    private static boolean has(EObject element, Severity severity) {
        return findings(element).stream().anyMatch(finding -> finding.severity() == severity);
    }

    private static String text(EObject element, Predicate<Finding> which, String between) {
        return findings(element).stream().filter(which)
                .map(finding -> finding.severity().label() + " [" + finding.rule().id() + "] " + finding.message())
                .distinct().collect(Collectors.joining(between));
    }

    private static List<Finding> findings(EObject element) {
        return CurrentModel.of(element).map(current -> current.findingsAt(element)).orElse(List.of());
    }
}
