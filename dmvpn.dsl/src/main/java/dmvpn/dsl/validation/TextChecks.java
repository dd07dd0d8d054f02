package dmvpn.dsl.validation;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.ImportDeclaration;
import dmvpn.dsl.model.LanguageVersion;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.words.Shown;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Rules on the elements of a file that need no values: names, version, order. */
final class TextChecks {

    /** The newest version of the language that this tool knows. */
    private static final int KNOWN_VERSION = 1;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private final Model model;
    private final Origins origins;
    private final List<Finding> findings = new ArrayList<>();

    private TextChecks(Model model, Origins origins) {
        this.model = model;
        this.origins = origins;
    }

    static List<Finding> of(Model model, Origins origins) {
        TextChecks checks = new TextChecks(model, origins);
        checks.check();
        return checks.findings;
    }

    /** Elements whose name another has, in whatever file of the model. */
    static List<Finding> duplicates(ModelNames names, Origins origins) {
        return names.duplicates().stream().map(duplicate -> new Finding(TextRules.DUPLICATE_NAME, "Another "
                + Kind.of(duplicate).label() + " is called " + duplicate.getName() + ": references mean the first",
                origins.of(duplicate, NAMED_ELEMENT__NAME, Names.label(duplicate)))).toList();
    }

    private void check() {
        NetworkDeclaration network = null;
        boolean anything = false;
        for (int index = 0; index < model.getElements().size(); index++) {
            Element element = model.getElements().get(index);
            switch (element) {
                case LanguageVersion version -> checkVersion(version, index);
                case NetworkDeclaration declaration -> {
                    if (network != null) {
                        report(TextRules.DUPLICATE_NAME, "A file describes one network, and " + network.getName()
                                + " is named above", declaration, NETWORK_DECLARATION__NAME);
                    }
                    network = declaration;
                }
                case NamedElement named -> {
                    anything = true;
                    checkName(named);
                }
                case ImportDeclaration declaration -> anything = true;
                default -> { }
            }
        }
        if (!anything && model.getStray().isEmpty()) {
            findings.add(new Finding(TextRules.EMPTY, "This model is empty: start with a transport, a cloud, a hub and a spoke",
                    origins.range(0, 0, "")));
        }
    }

    private void checkVersion(LanguageVersion version, int index) {
        if (version.getNumber() == null) {
            return;
        }
        if (!version.getNumber().equals(Integer.toString(KNOWN_VERSION))) {
            boolean newer = version.getNumber().matches("[0-9]{1,9}") && Integer.parseInt(version.getNumber()) > KNOWN_VERSION;
            report(TextRules.VERSION, newer
                    ? "This file is written in version " + version.getNumber() + " of the language, but this tool knows version "
                            + KNOWN_VERSION + " only: use a newer release of the tool"
                    : "'" + Shown.of(version.getNumber()) + "' is no version of the language: write dmvpn " + KNOWN_VERSION,
                    version, LANGUAGE_VERSION__NUMBER);
        }
        if (index > 0) {
            report(TextRules.VERSION, "The language version is the first line of a file", version, null);
        }
    }

    private void checkName(NamedElement named) {
        if (named.getName() != null && !NAME.matcher(named.getName()).matches()) {
            report(TextRules.BAD_NAME, "'" + Shown.of(named.getName())
                    + "' is no name: use letters, digits, '-' and '_', starting with a letter", named, NAMED_ELEMENT__NAME);
        }
    }

    private void report(Rule rule, String message, EObject element, EStructuralFeature feature) {
        String label = element instanceof NamedElement named ? Names.label(named) : "";
        findings.add(new Finding(rule, message,
                feature == null ? origins.of(element, label) : origins.of(element, feature, label)));
    }
}
