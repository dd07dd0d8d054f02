package dmvpn.dsl.ui.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Of which model, and where to; what else there is to choose comes below. */
abstract class ModelExportPage extends WizardPage {

    static final int COLUMNS = 3;
    private static final String FOLDER = "folder";

    private final List<IFile> offered;
    private final IDialogSettings settings;
    private Combo model;
    private Text target;
    private String proposed = "";

    /**
     * @param offered the models, first the one that is meant; empty when there is none
     * @param settings what was chosen the last time
     */
    ModelExportPage(String title, String description, List<IFile> offered, IDialogSettings settings) {
        super("choices", title, null);
        setDescription(description);
        this.offered = List.copyOf(offered);
        this.settings = settings;
    }

    /** What the field is called in which the file or folder is named. */
    abstract String targetLabel();

    /** The name that is proposed for what is made of a model. */
    abstract String proposal(String modelName);

    /** What is wrong with the file or folder; empty when nothing is. */
    abstract Optional<String> problem(Path path);

    /** Lets somebody look for a file or folder; empty when they did not choose one. */
    abstract Optional<String> browse(String shown);

    abstract void createOptions(Composite page, IDialogSettings remembered);

    /** What is wrong with the options; empty when nothing is. */
    Optional<String> problemOfOptions() {
        return Optional.empty();
    }

    /** What is to be written. */
    abstract ModelExport export();

    /** What is asked before something is written in the place of something else; empty when nothing is there. */
    abstract Optional<String> question();

    abstract void rememberOptions(IDialogSettings remembered);

    final IFile model() {
        return offered.get(model.getSelectionIndex());
    }

    final Path target() {
        return Path.of(target.getText().strip());
    }

    final void remember() {
        settings.put(FOLDER, target().toAbsolutePath().getParent().toString());
        rememberOptions(settings);
    }

    @Override
    public final void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(page);
        new Label(page, SWT.NONE).setText("&Model:");
        model = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        model.setItems(offered.stream().map(file -> file.getFullPath().makeRelative().toString()).toArray(String[]::new));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(model);
        new Label(page, SWT.NONE).setText(targetLabel());
        target = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(target);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("B&rowse…");
        browse.addListener(SWT.Selection, event -> browse(target.getText()).ifPresent(target::setText));
        createOptions(page, settings);
        if (!offered.isEmpty()) {
            model.select(0);
            propose();
        }
        model.addListener(SWT.Selection, event -> {
            propose();
            check();
        });
        target.addListener(SWT.Modify, event -> check());
        setControl(page);
        setPageComplete(problem().isEmpty()); // nobody has done anything wrong yet: no message
    }

    /** Another model gets another name, unless somebody has typed one. */
    private void propose() {
        if (target.getText().equals(proposed)) {
            Path beside = model().getLocation().toPath().getParent();
            String name = model().getFullPath().removeFileExtension().lastSegment();
            proposed = Optional.ofNullable(settings.get(FOLDER)).map(Path::of).orElse(beside).resolve(proposal(name)).toString();
            target.setText(proposed);
        }
    }

    final void check() {
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        setPageComplete(problem.isEmpty());
    }

    private Optional<String> problem() {
        if (model.getSelectionIndex() < 0) {
            return Optional.of("There is no model in the workspace");
        }
        if (target.getText().isBlank()) {
            return Optional.of("Enter where to write it");
        }
        try {
            return target().isAbsolute() ? problem(target()).or(this::problemOfOptions) : Optional.of("Enter the whole path");
        } catch (InvalidPathException wrong) {
            return Optional.of("This can be no name of a file: " + wrong.getReason());
        }
    }

    static Combo combo(Composite page, String label, List<String> items, int selected) {
        new Label(page, SWT.NONE).setText(label);
        Combo combo = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(items.toArray(String[]::new));
        combo.select(Math.max(0, Math.min(items.size() - 1, selected)));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(combo);
        return combo;
    }

    static Button box(Composite page, String text, boolean ticked) {
        Button box = new Button(page, SWT.CHECK);
        box.setText(text);
        box.setSelection(ticked);
        GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(box);
        return box;
    }
}
