package dmvpn.dsl.ui.export;

import dmvpn.dsl.ui.accessibility.AccessibleNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Which models are exported, in which format, where to, and what becomes of files that are there. */
final class ChoicesPage extends WizardPage {

    private static final int COLUMNS = 3;
    private static final int LINES = 10;

    private final ExportChoices first;
    private final List<String> formats;
    private Table models;
    private Combo format;
    private Text folder;
    private Button keep;
    private Button secrets;

    ChoicesPage(ExportChoices first, List<String> formats) {
        super("choices", "Router Configurations", null);
        setDescription("One file for each router. The next page shows what becomes different");
        this.first = first;
        this.formats = List.copyOf(formats);
    }

    ExportChoices choices() {
        List<IFile> chosen = new ArrayList<>();
        for (TableItem item : models.getItems()) {
            if (item.getChecked()) {
                chosen.add((IFile) item.getData());
            }
        }
        return new ExportChoices(chosen, format.getText(), folder.getText().strip(), keep.getSelection(),
                secrets.getSelection());
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(page);
        createModels(page);
        new Label(page, SWT.NONE).setText("F&ormat:");
        format = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        format.setItems(formats.toArray(String[]::new));
        format.select(Math.max(0, formats.indexOf(first.format())));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(format);
        new Label(page, SWT.NONE).setText("Fo&lder:");
        folder = new Text(page, SWT.BORDER);
        folder.setText(first.folder());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(folder);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("B&rowse…");
        browse.addListener(SWT.Selection, event -> browse());
        keep = box(page, "&Keep files that exist already", first.keepExisting());
        secrets = box(page, "Write &values of secrets where they are known, instead of placeholders", first.withSecrets());
        folder.addListener(SWT.Modify, event -> check());
        models.addListener(SWT.Selection, event -> check());
        setControl(page);
        Optional<String> problem = choices().problem();
        setPageComplete(problem.isEmpty()); // nobody has done anything wrong yet: no message
    }

    private static Button box(Composite page, String text, boolean ticked) {
        Button box = new Button(page, SWT.CHECK);
        box.setText(text);
        box.setSelection(ticked);
        GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(box);
        return box;
    }

    private void createModels(Composite page) {
        Label label = new Label(page, SWT.NONE);
        label.setText("&Models:");
        GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(label);
        models = new Table(page, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
        AccessibleNames.set(models, "Models");
        GridDataFactory.fillDefaults().span(COLUMNS, 1).grab(true, true)
                .hint(SWT.DEFAULT, models.getItemHeight() * LINES).applyTo(models);
        for (IFile file : ChosenModels.offered(first.models())) {
            TableItem item = new TableItem(models, SWT.NONE);
            item.setText(file.getFullPath().makeRelative().toString());
            item.setData(file);
            item.setChecked(first.models().contains(file));
        }
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
        dialog.setText("Folder for Configurations");
        dialog.setFilterPath(folder.getText());
        Optional.ofNullable(dialog.open()).ifPresent(folder::setText);
    }

    private void check() {
        Optional<String> problem = choices().problem();
        setErrorMessage(problem.orElse(null));
        setPageComplete(problem.isEmpty());
    }
}
