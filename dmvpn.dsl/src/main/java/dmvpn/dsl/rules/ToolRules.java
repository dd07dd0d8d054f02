package dmvpn.dsl.rules;

import static dmvpn.network.rules.Severity.ERROR;
import static dmvpn.network.rules.Severity.INFO;

import dmvpn.network.rules.Rule;
import java.util.List;

/** The catalogue's entries on what is beside the models. A project can neither change nor suppress them. */
public final class ToolRules {

    private static final String CHECKING = "dmvpn documentation, Checking";

    /** A mistake in a project's rules file. */
    public static final Rule RULES_FILE = new Rule("RULES-FILE", ERROR, "A dmvpn.rules names rules and levels",
            "Each line of the file names a rule and what it shall be in this project: error, warning, info or off. A line "
                    + "that is not understood has no effect, so findings may be shown, or missing, against the intention.",
            CHECKING);

    /** A known finding that is gone. */
    public static final Rule BASELINE = new Rule("BASELINE", INFO, "A baseline knows findings that are there",
            "The baseline file hides a finding that is no longer there. It was mended, or its message has changed. Write "
                    + "the baseline anew, so that it does not hide the same fault when somebody makes it again.", CHECKING);

    /** A mistake in a file of secrets. */
    public static final Rule SECRETS_FILE = new Rule("SECRETS-FILE", ERROR, "A file of secrets names values",
            "Each line of the file is name = value, a comment behind #, or empty. A line that is not understood, or a file that "
                    + "cannot be read, leaves a placeholder where somebody expects a key.", "dmvpn documentation, The language");

    /** The product itself fails. */
    public static final Rule DEFECT = new Rule("DEFECT", ERROR, "Every file can be checked",
            "dmvpn failed on this file, so it was not checked and is not run. That is a defect of dmvpn and not of the file: "
                    + "please report it with the file. The other files are not affected.", "dmvpn documentation, The command line");

    /** All of them, in the order of the documentation. */
    public static final List<Rule> ALL = List.of(RULES_FILE, BASELINE, SECRETS_FILE, DEFECT);

    private ToolRules() {
    }
}
