package dmvpn.dsl.ui.help;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.IWorkbenchHelpSystem;

/** What F1 tells about in dialogues and views. The texts are in {@code help/contexts.xml}, where any help system finds them. */
public enum HelpContext {

    /** The wizard for projects. */
    NEW_PROJECT("newProject"),
    /** The wizard for models. */
    NEW_MODEL("newModel"),
    /** The wizard for examples. */
    NEW_EXAMPLE("newExample"),
    /** The wizard for configurations. */
    EXPORT("export"),
    /** The wizards for pictures, reports and captures. */
    EXPORT_MODEL("exportModel"),
    /** The dialogue for another name. */
    RENAME("rename"),
    /** The preview of what is mended. */
    FIX_ALL("fixAll"),
    /** The first page of the preferences. */
    PREFERENCES("preferences"),
    /** The pages on rules. */
    RULES("rules"),
    /** The page on formatting. */
    FORMATTER("formatter"),
    /** The view of configurations. */
    CONFIGURATION("configuration"),
    /** The outline. */
    OUTLINE("outline"),
    /** The places of a name in the Search view. */
    REFERENCES("references");

    private static final String BUNDLE = "dmvpn.dsl.ui.";

    private final String id;

    HelpContext(String name) {
        id = BUNDLE + name;
    }

    /** F1 in a control, and in all inside of it, tells about this. */
    public void on(Control control) {
        IWorkbenchHelpSystem system = PlatformUI.getWorkbench().getHelpSystem();
        system.setHelp(control, id);
        if (!system.hasHelpUI()) {
            // A plain platform knows the texts, and has nothing to show them with.
            control.addHelpListener(event -> ContextHelp.show(id));
        }
    }

    /** The same for all pages of a wizard; the platform's own pages would tell about the platform. */
    public void on(Wizard wizard) {
        for (IWizardPage page : wizard.getPages()) {
            if (page.getControl() != null) {
                on(page.getControl());
            }
        }
    }
}
