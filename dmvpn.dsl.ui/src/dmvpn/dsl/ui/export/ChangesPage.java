package dmvpn.dsl.ui.export;

import dmvpn.app.export.PlannedFile;
import dmvpn.app.export.PlannedFile.Effect;
import dmvpn.dsl.ui.accessibility.AccessibleNames;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.ide.IDE;

/** Shows for each router what its file is now and what it would be; what is ticked is written. */
final class ChangesPage extends WizardPage {

    private static final int HEIGHT = 420;
    private static final int WIDTH = 760;
    private static final int ROUTER_WIDTH = 220;
    private static final int EFFECT_WIDTH = 120;

    private final Supplier<ExportChoices> choices;
    private ExportChoices planned;
    private boolean seen;
    private Table files;
    private DifferenceText differences;

    ChangesPage(Supplier<ExportChoices> choices) {
        super("changes", "What Becomes Different", null);
        setDescription("Files that are ticked are written; select one to see the differences to what is there");
        this.choices = choices;
    }

    @Override
    public void createControl(Composite parent) {
        SashForm page = new SashForm(parent, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(page);
        files = new Table(page, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        AccessibleNames.set(files, "Configurations");
        files.setHeaderVisible(true);
        column("Router", ROUTER_WIDTH);
        column("File is", EFFECT_WIDTH);
        column("File", WIDTH - ROUTER_WIDTH - EFFECT_WIDTH);
        differences = new DifferenceText(page);
        page.setWeights(1, 2);
        files.addListener(SWT.Selection, event -> {
            if (event.detail != SWT.CHECK && event.item != null) {
                differences.show((PlannedFile) event.item.getData());
            }
        });
        setControl(page);
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(files, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        seen |= visible;
        if (visible && !choices.get().equals(planned)) {
            // The page is there first: the search has its progress bar in it.
            getShell().getDisplay().asyncExec(() -> {
                if (!files.isDisposed()) {
                    plan();
                }
            });
        }
    }

    /** True when somebody had it before their eyes. */
    boolean wasSeen() {
        return seen;
    }

    /** What is to be written; empty when that cannot be said, and the page then says why. */
    Optional<List<PlannedFile>> toWrite() {
        if (!choices.get().equals(planned)) {
            plan();
        }
        if (getErrorMessage() != null) {
            getContainer().showPage(this);
            return Optional.empty();
        }
        List<PlannedFile> chosen = new ArrayList<>();
        for (TableItem item : files.getItems()) {
            if (item.getChecked()) {
                chosen.add((PlannedFile) item.getData());
            }
        }
        return Optional.of(chosen);
    }

    private void plan() {
        ExportChoices asked = choices.get();
        files.removeAll();
        differences.clear();
        // What is exported is what the files hold: an editor with newer text is asked about, as before a launch.
        if (!IDE.saveAllEditors(asked.models().toArray(IResource[]::new), true)) {
            tell("The models have changes that are not saved: go back and forth to be asked again");
            return;
        }
        Planning planning = new Planning(asked);
        try {
            getContainer().run(true, true, planning);
        } catch (InterruptedException cancelled) {
            tell("The comparison was cancelled: go back and forth to start it again");
            return;
        } catch (InvocationTargetException failure) {
            tell("The comparison failed: " + failure.getTargetException().getMessage());
            return;
        }
        planned = asked;
        tell(planning.refusal().orElse(null));
        show(planning.files(), asked.keepExisting());
    }

    /** Says why nothing can be written; null when it can. */
    void tell(String problem) {
        setErrorMessage(problem);
        setPageComplete(problem == null);
    }

    private void show(List<PlannedFile> plan, boolean keepExisting) {
        for (PlannedFile file : plan) {
            TableItem item = new TableItem(files, SWT.NONE);
            String state = file.effect() == Effect.SAME ? "unchanged" : file.effect().name().toLowerCase(Locale.ROOT);
            item.setText(new String[] {file.router(), state, file.file().toString()});
            item.setData(file);
            item.setChecked(file.effect() == Effect.NEW || file.effect() == Effect.CHANGED && !keepExisting);
        }
        plan.stream().filter(file -> file.effect() != Effect.SAME).findFirst().ifPresent(file -> {
            files.select(plan.indexOf(file));
            differences.show(file);
        });
    }
}
