package dmvpn.ui.tests.driver;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;

/** What tests look at and do in the workbench. Unless said otherwise to be called on the UI thread. */
public final class Workbench {

    /** Identifier of the arrangement of views. */
    public static final String PERSPECTIVE = "dmvpn.sim.ui.perspective";

    /** Identifier of the command that takes the last edit back. */
    public static final String UNDO = "org.eclipse.ui.edit.undo";

    /** Identifier of the command that makes it again. */
    public static final String REDO = "org.eclipse.ui.edit.redo";

    private static final String PROBLEM = "dmvpn.dsl.ui.problem";

    private Workbench() {
    }

    /** Shows the perspective as it is at first, in a window as large as the display. */
    public static void showPerspective() throws WorkbenchException {
        PlatformUI.getWorkbench().showPerspective(PERSPECTIVE, PlatformUI.getWorkbench().getActiveWorkbenchWindow());
        ModelProject.page().resetPerspective();
        Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        shell.setBounds(shell.getDisplay().getBounds());
    }

    /** The document of an editor. */
    public static IDocument document(ITextEditor editor) {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    /** The widget of an editor. */
    public static StyledText text(ITextEditor editor) {
        return (StyledText) editor.getAdapter(Control.class);
    }

    /** Whether a command could be executed now. To be called on the UI thread. */
    public static boolean isEnabled(String command) {
        Command found = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command);
        found.setEnabled(PlatformUI.getWorkbench().getService(IHandlerService.class).getCurrentState());
        return found.isEnabled();
    }

    /**
     * Takes back the last edit in an editor, or makes it again, as soon as there is one: what a page edits is in the file before the
     * workbench's history has it.
     *
     * @param command {@link #UNDO} or {@link #REDO}
     */
    public static void travelHistory(IEditorPart editor, String command) {
        Ui.waitUntil("an edit for " + command, () -> {
            editor.getSite().getPage().activate(editor);
            if (!isEnabled(command)) {
                return false;
            }
            execute(command);
            return true;
        });
    }

    /** Executes a command as a key or a menu would. */
    public static void execute(String command) throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
    }

    /** Executes a command with parameters. */
    public static void execute(String command, Map<String, String> parameters) throws Exception {
        ParameterizedCommand whole = ParameterizedCommand.generateCommand(
                PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command), parameters);
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(whole, null);
    }

    /** The same where nothing may be thrown. */
    public static void executeUnchecked(String command) {
        try {
            execute(command);
        } catch (Exception failure) {
            throw new IllegalStateException(command, failure);
        }
    }

    /** The texts of a popup of proposals over the workbench; empty while there is none. */
    public static Optional<List<String>> proposals() {
        return proposalTable().map(table -> Arrays.stream(table.getItems()).map(TableItem::getText).toList());
    }

    /** Chooses a proposal in the popup, as Enter does. */
    public static void choose(String proposal) {
        Table table = proposalTable().orElseThrow();
        for (int index = 0; index < table.getItemCount(); index++) {
            if (table.getItem(index).getText().equals(proposal)) {
                table.setSelection(index);
                Event enter = new Event();
                enter.item = table.getItem(index);
                table.notifyListeners(SWT.Selection, enter);
                table.notifyListeners(SWT.DefaultSelection, enter);
                return;
            }
        }
        throw new AssertionError("No proposal '" + proposal + "'");
    }

    /** Moves to a proposal in the popup, as the arrow keys do. */
    public static void select(String proposal) {
        Table table = proposalTable().orElseThrow();
        for (int index = 0; index < table.getItemCount(); index++) {
            if (table.getItem(index).getText().equals(proposal)) {
                table.setSelection(index);
                Event moved = new Event();
                moved.item = table.getItem(index);
                table.notifyListeners(SWT.Selection, moved);
                return;
            }
        }
        throw new AssertionError("No proposal '" + proposal + "'");
    }

    private static Optional<Table> proposalTable() {
        Shell main = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        return Ui.shells().stream()
                .filter(shell -> shell != main)
                .flatMap(shell -> Ui.controls(shell, Table.class).stream())
                .filter(table -> table.getItemCount() > 0)
                .findFirst();
    }

    /** A message to the person with certain words. */
    public static Optional<Shell> shellThatSays(String words) {
        return Ui.shells().stream()
                .filter(shell -> Ui.controls(shell, Control.class).stream().anyMatch(control -> textOf(control).contains(words)))
                .findFirst();
    }

    private static String textOf(Control control) {
        return switch (control) {
            case Label label -> label.getText();
            case Text text -> text.getText();
            case StyledText text -> text.getText();
            default -> "";
        };
    }

    /** What the line at the foot of the window says. */
    public static String statusLine() {
        return Ui.controls(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), CLabel.class).stream()
                .map(CLabel::getText).filter(text -> text != null).collect(Collectors.joining("\n"));
    }

    /** The code minings that an annotation draws above its line. The platform keeps them to itself. */
    public static List<ICodeMining> minings(Annotation annotation) throws ReflectiveOperationException {
        if (!annotation.getClass().getSimpleName().equals("CodeMiningLineHeaderAnnotation")) {
            return List.of();
        }
        Field minings = annotation.getClass().getDeclaredField("fMinings");
        minings.setAccessible(true);
        List<ICodeMining> drawn = new ArrayList<>();
        for (Object mining : (List<?>) minings.get(annotation)) {
            drawn.add((ICodeMining) mining);
        }
        return drawn;
    }

    /** The texts of a menu's items as a person reads them, those of a submenu behind the name of its item and a slash. */
    public static void collect(Menu menu, List<String> texts) {
        collect("", menu, texts);
    }

    private static void collect(String path, Menu menu, List<String> texts) {
        for (MenuItem item : menu.getItems()) {
            String text = path + item.getText().replace("&", "").replaceAll("\t.*", "");
            texts.add(text);
            if (item.getMenu() != null) {
                item.getMenu().notifyListeners(SWT.Show, new Event());
                collect(text + "/", item.getMenu(), texts);
                item.getMenu().notifyListeners(SWT.Hide, new Event());
            }
        }
    }

    /** The problems of a rule that a file is marked with. Any thread. */
    public static List<IMarker> problems(IFile file, String rule) throws CoreException {
        return problems(file).stream().filter(marker -> rule.equals(marker.getAttribute("ruleId", ""))).toList();
    }

    /** The problems that a file is marked with. Any thread. */
    public static List<IMarker> problems(IFile file) throws CoreException {
        return new ArrayList<>(Arrays.asList(file.findMarkers(PROBLEM, true, IResource.DEPTH_ZERO)));
    }

    /** Waits for a problem. Not on the UI thread. */
    public static IMarker waitForProblem(IFile file, String rule) {
        return Ui.waitFor("a problem " + rule, () -> problems(file, rule).stream().findFirst());
    }

    /** Does something while a save starts no build. Not on the UI thread. */
    public static void withoutAutomaticBuild(Ui.Step step) throws Exception {
        setAutomaticBuild(false);
        try {
            step.run();
        } finally {
            setAutomaticBuild(true);
        }
    }

    private static void setAutomaticBuild(boolean on) throws CoreException {
        IWorkspaceDescription description = ResourcesPlugin.getWorkspace().getDescription();
        description.setAutoBuilding(on);
        ResourcesPlugin.getWorkspace().setDescription(description);
    }
}
