package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ide.rules.RulesFileText;
import dmvpn.dsl.validation.Analysis;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionRelevance;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;

/** Leads from a problem to the place where its project says how bad it is. */
final class ConfigureLevel implements IMarkerResolution2, IMarkerResolutionRelevance {

    private static final String PAGE = "dmvpn.dsl.ui.properties.rules";

    private final String rule;

    private ConfigureLevel(String rule) {
        this.rule = rule;
    }

    /** For a rule that a project may make something else of; empty for others. */
    static Optional<ConfigureLevel> of(IMarker marker) {
        return Analysis.catalogue().rule(marker.getAttribute(ProblemMarkers.RULE_ID, ""))
                .filter(RulesFileText::canChange).map(rule -> new ConfigureLevel(rule.id()));
    }

    @Override
    public String getLabel() {
        return "Configure the level of " + rule + "…";
    }

    @Override
    public String getDescription() {
        return "Opens the rules of the project: an error, a warning, an information or nothing";
    }

    @Override
    public Image getImage() {
        return null;
    }

    /** After all mends. */
    @Override
    public int getRelevanceForResolution() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void run(IMarker marker) {
        PreferencesUtil.createPropertyDialogOn(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(),
                marker.getResource().getProject(), PAGE, new String[] {PAGE}, rule).open();
    }
}
