package dmvpn.app.rules;

import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;

/** What is reported in place of findings when the product itself fails on a file. */
public final class DefectRule {

    /** No file makes the product fail. */
    static final Rule RULE = new Rule("DEFECT", Severity.ERROR, "Every file can be checked",
            "dmvpn failed on this file, so it was not checked and is not run. That is a defect of dmvpn and not of the file: "
                    + "please report it with the file. The other files are not affected.", "command line reference");

    private DefectRule() {
    }

    /**
     * The finding on a file.
     *
     * @param file file as it was named
     * @param failure what was thrown
     */
    public static Finding finding(String file, Throwable failure) {
        StackTraceElement[] places = failure.getStackTrace();
        String place = places.length == 0 ? ""
                : " at " + places[0].getClassName() + ", line " + places[0].getLineNumber();
        return new Finding(RULE, "dmvpn failed on this file and did not check it: this is a defect of dmvpn ("
                + failure.getClass().getSimpleName() + place + "). Please report it with the file",
                Origin.of(file, 1, 1, 0, 0, ""));
    }
}
