package dmvpn.sim.ui.preferences;

import dmvpn.sim.ui.packet.WiresharkPreference;
import dmvpn.sim.ui.view.ViewHelp;
import java.util.function.Predicate;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.FileFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** {@code Preferences ▸ DMVPN ▸ Simulation}: how the launches of this workspace run models. */
public final class SimulationPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    /** Creates the page. */
    public SimulationPreferencePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, SimulationDefaults.BUNDLE));
        setDescription("How Run As and Debug As run models of this workspace:");
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing is needed of it.
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        ViewHelp.SIMULATION.on(getControl());
    }

    @Override
    protected void createFieldEditors() {
        addField(new CheckedText(SimulationDefaults.SEED, "&Seed (empty for that of the scenario):", getFieldEditorParent(),
                SimulationDefaults::isSeed, "A seed is a whole number such as 42"));
        addField(new CheckedText(SimulationDefaults.LENGTH, "&Length (empty for that of the scenario):", getFieldEditorParent(),
                SimulationDefaults::isLength, "A length is a time such as 90s, 10min or 1h30m"));
        addField(new BooleanFieldEditor(SimulationDefaults.KEEP_ALIVES,
                "Show &keep-alives in new timelines and stop at them when stepping", getFieldEditorParent()));
        FileFieldEditor wireshark = new FileFieldEditor(WiresharkPreference.PROGRAM, "&Wireshark (empty for the one of the search path):",
                getFieldEditorParent());
        wireshark.setErrorMessage("There is no such file");
        addField(wireshark);
    }

    /** A field that says what is expected. */
    private static final class CheckedText extends StringFieldEditor {

        private final Predicate<String> check;

        CheckedText(String name, String label, Composite parent, Predicate<String> check, String expected) {
            super(name, label, parent);
            this.check = check;
            setErrorMessage(expected);
        }

        @Override
        protected boolean doCheckState() {
            // The first state is asked for while the field is made.
            return check == null || check.test(getStringValue().strip());
        }
    }
}
