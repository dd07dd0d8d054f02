package dmvpn.dsl.ui.formatting;

import dmvpn.dsl.ui.help.HelpContext;
import dmvpn.dsl.ui.markdown.FormattedText;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** When models are formatted, and what that looks like. The style itself is the language's, the same everywhere. */
public final class FormatterPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final String EXAMPLE = """
            Written as
            ```dmvpn
            cloud Corp { overlay 10.255.0.0/24 phase 3
            network-id 100
                // How the tunnels are protected
             crypto   Suite
            }
            ```
            it becomes
            ```dmvpn
            cloud Corp {
              overlay 10.255.0.0/24 phase 3
              network-id 100
              // How the tunnels are protected
              crypto Suite
            }
            ```
            """;

    /** Created by the platform. */
    public FormatterPreferencePage() {
        super(GRID);
        setPreferenceStore(FormattingPreferences.store());
        setDescription("There is one style for all models: only blanks and empty lines change, never a word or a comment.");
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing to prepare.
    }

    @Override
    protected void createFieldEditors() {
        addField(new BooleanFieldEditor(FormattingPreferences.FORMAT_ON_SAVE, "&Format models when they are saved",
                getFieldEditorParent()));
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = (Composite) super.createContents(parent);
        HelpContext.FORMATTER.on(page);
        new Label(page, SWT.NONE).setText("Example:");
        FormattedText example = new FormattedText(page, SWT.BORDER, target -> { });
        example.show(EXAMPLE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(example.widget());
        return page;
    }
}
