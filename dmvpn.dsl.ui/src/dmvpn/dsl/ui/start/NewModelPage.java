package dmvpn.dsl.ui.start;

import dmvpn.dsl.ui.accessibility.AccessibleNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;

/** Where the new model is, what it is called, and which template its text comes from. */
final class NewModelPage extends WizardNewFileCreationPage {

    private static final String ENDING = "dmvpn";
    private static final int LINES = 3;

    private final List<StartingPoint> templates;
    private Combo choice;
    private Label description;

    NewModelPage(IStructuredSelection selection, List<StartingPoint> templates) {
        super("model", selection);
        this.templates = templates;
        setTitle("DMVPN Model");
        setDescription("A new model, from a template");
        setFileExtension(ENDING);
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        nameTrees(getControl());
    }

    /** The platform's page leaves it nameless. */
    private static void nameTrees(Control control) {
        if (control instanceof Tree tree) {
            AccessibleNames.set(tree, "Parent folder");
        } else if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                nameTrees(child);
            }
        }
    }

    @Override
    protected void createAdvancedControls(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        new Label(row, SWT.NONE).setText("&Template:");
        choice = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
        choice.setItems(templates.stream().map(StartingPoint::title).toArray(String[]::new));
        description = new Label(row, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false)
                .hint(convertWidthInCharsToPixels(60), convertHeightInCharsToPixels(LINES)).applyTo(description);
        choice.addListener(SWT.Selection, event -> describe());
        choice.select(0);
        describe();
    }

    private void describe() {
        int chosen = choice.getSelectionIndex();
        description.setText(chosen < 0 ? "" : templates.get(chosen).description());
    }

    @Override
    protected boolean validatePage() {
        boolean valid = super.validatePage();
        String name = getFileName();
        if (valid && (name.isBlank() || name.startsWith("."))) {
            setErrorMessage("Enter a name in front of the ending: models in hidden files are not checked");
            return false;
        }
        return valid;
    }

    @Override
    protected IStatus validateLinkedResource() {
        return Status.OK_STATUS;
    }

    @Override
    protected void createLinkTarget() {
        // The text is written here; a link to another place has its own.
    }

    @Override
    protected InputStream getInitialContents() {
        int chosen = choice.getSelectionIndex();
        if (chosen < 0) {
            return InputStream.nullInputStream();
        }
        try {
            String name = getFileName().replaceFirst("\\." + ENDING + "$", "");
            return new ByteArrayInputStream(Templates.text(templates.get(chosen), name).getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            StartWizard.tell(unreadable);
            return InputStream.nullInputStream();
        }
    }
}
