package dmvpn.ui.tests.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.texteditor.ITextEditor;

/** What a person sees in the views of a debugged simulation. To be called on the UI thread. */
public final class DebugViews {

    private DebugViews() {
    }

    private static Stream<Tree> trees() {
        return Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Tree.class).stream();
    }

    /** The tree of the Debug view; empty while it shows no simulation. */
    public static Optional<Tree> debugTree() {
        return trees().filter(tree -> Arrays.stream(tree.getItems()).anyMatch(item -> item.getText().contains("[DMVPN Simulation]")))
                .findFirst();
    }

    /** The texts of the first level of all trees: of the Breakpoints view among them. */
    public static Stream<String> items() {
        return trees().flatMap(tree -> Arrays.stream(tree.getItems())).map(TreeItem::getText);
    }

    /** The texts of a tree, whatever level. */
    public static List<String> texts(Tree tree) {
        List<String> texts = new ArrayList<>();
        collect(tree.getItems(), texts);
        return texts;
    }

    private static void collect(TreeItem[] items, List<String> texts) {
        for (TreeItem item : items) {
            texts.add(item.getText());
            collect(item.getItems(), texts);
        }
    }

    /** What stands in the Variables view, and in the Expressions view when it is open: names and values of the first level. */
    public static List<String> variables() {
        return trees().filter(tree -> tree.getColumnCount() >= 2 && tree.getColumn(0).getText().equals("Name"))
                .flatMap(tree -> Arrays.stream(tree.getItems()))
                .map(item -> item.getText(0) + "=" + item.getText(1))
                .toList();
    }

    /** The frame of a router in the Debug view. */
    public static Optional<TreeItem> frame(Tree tree, String router, String frame) {
        return Arrays.stream(tree.getItems()).flatMap(launch -> Arrays.stream(launch.getItems()))
                .flatMap(target -> Arrays.stream(target.getItems()))
                .filter(thread -> thread.getText().startsWith(router)).flatMap(thread -> Arrays.stream(thread.getItems()))
                .filter(item -> item.getText().startsWith(frame)).findFirst();
    }

    /** Selects an item as a click does. */
    public static void select(TreeItem item) {
        item.getParent().setSelection(item);
        Event event = new Event();
        event.item = item;
        item.getParent().notifyListeners(SWT.Selection, event);
    }

    /** The line of the active editor that is highlighted as the one in hand. */
    public static Optional<Position> highlightedLine() {
        if (!(ModelProject.page().getActiveEditor() instanceof ITextEditor editor)) {
            return Optional.empty();
        }
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            if (annotation.getType().startsWith("org.eclipse.debug.ui.currentIP")
                    || annotation.getType().startsWith("org.eclipse.debug.ui.secondaryIP")) {
                return Optional.of(model.getPosition(annotation));
            }
        }
        return Optional.empty();
    }

    /** The table of the Timeline. */
    public static Optional<Table> timeline() {
        return Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Table.class).stream()
                .filter(table -> table.getColumnCount() == 6 && table.getColumn(0).getText().equals("Time"))
                .findFirst();
    }

    /** The rows of the Timeline: time, router, protocol and message. */
    public static List<String> rows(Table table) {
        List<String> lines = new ArrayList<>();
        for (TableItem item : table.getItems()) {
            item.getText(); // a virtual table fills an item when it is asked for
            lines.add(item.getText(0) + " " + item.getText(1) + " " + item.getText(2) + " " + item.getText(3));
        }
        return lines;
    }
}
