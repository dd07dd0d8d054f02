package dmvpn.app.rules;

import dmvpn.dsl.rules.ToolRules;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;

/** What is reported in place of findings when the product itself fails on a file. */
public final class DefectRule {

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
        return new Finding(ToolRules.DEFECT, "dmvpn failed on this file and did not check it: this is a defect of dmvpn ("
                + failure.getClass().getSimpleName() + place + "). Please report it with the file",
                Origin.of(file, 1, 1, 0, 0, ""));
    }
}
