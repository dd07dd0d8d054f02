package dmvpn.ui.tests.driver;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jface.wizard.ProgressMonitorPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;

/** Dialogues that wait for a person. Not to be called on the UI thread. */
public final class Dialogs implements AutoCloseable {

    private static final int SECONDS_TO_END = 60;

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Shell shell;

    private Dialogs(Ui.Step opening, Ui.Step meanwhile) throws Exception {
        Display.getDefault().asyncExec(() -> {
            try {
                opening.run();
                end.complete(null);
            } catch (Exception | AssertionError failure) {
                end.completeExceptionally(failure);
            }
        });
        meanwhile.run();
        shell = Ui.waitFor("a dialogue", () -> end.isCompletedExceptionally()
                ? end.thenApply(none -> Optional.<Shell>empty()).join() : top());
    }

    /** Does what opens a dialogue, and comes back when it stands there. */
    public static Dialogs open(Ui.Step opening) {
        return openWhile(opening, () -> { });
    }

    /** The same, with what is done on the test's own thread before it can stand there. */
    public static Dialogs openWhile(Ui.Step opening, Ui.Step meanwhile) {
        try {
            return new Dialogs(opening, meanwhile);
        } catch (Exception failure) {
            throw new AssertionError("What was to be done meanwhile failed", failure);
        }
    }

    private static Optional<Shell> top() {
        Shell main = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        List<Shell> shells = Ui.shells();
        return shells.reversed().stream().filter(each -> each != main && !each.getText().isEmpty()
                && !each.getText().equals("Progress Information")).findFirst();
    }

    /** The window. */
    public Shell shell() {
        return shell;
    }

    /** Presses a button when it can be pressed; {@code &} does not count. */
    public Dialogs press(String label) {
        Ui.waitUntil("the button '" + label + "'", () -> button(label).filter(Control::isEnabled).isPresent());
        Display.getDefault().asyncExec(() -> button(label).orElseThrow().notifyListeners(SWT.Selection, new Event()));
        return this;
    }

    /** Waits for the bar of a wizard that shows progress, and presses the button beside it that cancels. */
    public Dialogs cancelWork() {
        Ui.waitUntil("work that can be cancelled", () -> stop().isPresent());
        Ui.run(() -> stop().ifPresent(item -> item.notifyListeners(SWT.Selection, new Event())));
        return this;
    }

    private Optional<ToolItem> stop() {
        return Ui.controls(shell, ProgressMonitorPart.class).stream().filter(Control::isVisible)
                .flatMap(part -> Ui.controls(part, ToolBar.class).stream()).flatMap(bar -> Arrays.stream(bar.getItems()))
                .filter(ToolItem::isEnabled).findFirst();
    }

    /** True when a button can be pressed. */
    public boolean isEnabled(String label) {
        return Ui.get(() -> isEnabledNow(label));
    }

    /** The same for who is on the UI thread. */
    public boolean isEnabledNow(String label) {
        return button(label).filter(Control::isEnabled).isPresent();
    }

    /** What stood there first may have been a window that tells of work, and be gone before the dialogue comes. */
    private Optional<Button> button(String label) {
        return Optional.of(shell).filter(window -> !window.isDisposed()).or(Dialogs::top).flatMap(window ->
                Ui.controls(window, Button.class).stream()
                        .filter(button -> button.getText().replace("&", "").equals(label) && button.isVisible()).findFirst());
    }

    /** Ticks a check box, or takes the tick away. */
    public Dialogs tick(String label, boolean on) {
        Ui.run(() -> {
            Button box = button(label).orElseThrow(() -> new AssertionError("No box '" + label + "'"));
            box.setSelection(on);
            box.notifyListeners(SWT.Selection, new Event());
        });
        return this;
    }

    /** Types into the visible field of a number, counted from 0. */
    public Dialogs type(int number, String text) {
        Ui.run(() -> fields().get(number).setText(text));
        return this;
    }

    /** What stands in the visible field of a number. */
    public String typed(int number) {
        return Ui.get(() -> fields().get(number).getText());
    }

    private List<Text> fields() {
        return Ui.controls(shell, Text.class).stream()
                .filter(text -> text.isVisible() && (text.getStyle() & SWT.READ_ONLY) == 0).toList();
    }

    /** Chooses the row that begins with a text, in a visible table or tree, as a click does. */
    public Dialogs choose(String beginning) {
        Ui.waitUntil("the row '" + beginning + "'", () -> select(beginning));
        return this;
    }

    private boolean select(String beginning) {
        for (Table table : Ui.controls(shell, Table.class)) {
            for (int index = 0; table.isVisible() && index < table.getItemCount(); index++) {
                if (table.getItem(index).getText().startsWith(beginning)) {
                    table.setSelection(index);
                    Event event = new Event();
                    event.item = table.getItem(index);
                    table.notifyListeners(SWT.Selection, event);
                    return true;
                }
            }
        }
        for (Tree tree : Ui.controls(shell, Tree.class)) {
            if (tree.isVisible() && select(tree, tree.getItems(), beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean select(Tree tree, TreeItem[] items, String beginning) {
        for (TreeItem item : items) {
            if (item.getText().startsWith(beginning)) {
                tree.setSelection(item);
                Event event = new Event();
                event.item = item;
                tree.notifyListeners(SWT.Selection, event);
                return true;
            }
            if (select(tree, item.getItems(), beginning)) {
                return true;
            }
        }
        return false;
    }

    /** A dialogue that a failed test has left there would hold up all that come after it. */
    @Override
    public void close() {
        Ui.run(() -> {
            if (!shell.isDisposed()) {
                shell.close();
            }
        });
    }

    /** Opens the wizard of an identifier as the menu {@code New} does. */
    public static Dialogs newWizard(String id) {
        return open(() -> Workbench.execute("org.eclipse.ui.newWizard", Map.of("newWizardId", id)));
    }

    /** Waits until it is closed, and what opened it has ended. */
    public void awaitEnd() throws Exception {
        end.get(SECONDS_TO_END, TimeUnit.SECONDS);
    }
}
