package dmvpn.dsl.ui.outline;

import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.ModelEditor;
import dmvpn.dsl.ui.references.FindReferencesHandler;
import dmvpn.dsl.ui.rename.RenameHandler;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.Position;
import org.eclipse.ui.IWorkbenchActionConstants;

/** What can be done with the selected element of the outline. */
final class OutlineMenu {

    private final TreeViewer viewer;
    private final Supplier<ModelEditor> editor;
    private final Consumer<OutlineNode> open;

    OutlineMenu(TreeViewer viewer, Supplier<ModelEditor> editor, Consumer<OutlineNode> open) {
        this.viewer = viewer;
        this.editor = editor;
        this.open = open;
    }

    /** Creates the menu of the tree. */
    MenuManager create() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
        return menu;
    }

    private void fill(IMenuManager menu) {
        if (viewer.getStructuredSelection().getFirstElement() instanceof OutlineNode node && editor.get() != null) {
            Position name = node.symbol().getSelectionRange().getStart();
            menu.add(action("&Open", () -> open.accept(node)));
            if (!node.isSetting()) {
                menu.add(action("Find &References", () -> FindReferencesHandler.find(editor.get(), name)));
                menu.add(action("Re&name…", () -> RenameHandler.rename(editor.get(), name)));
            }
            if (node.isScenario()) {
                menu.add(new Separator());
                menu.add(action("R&un Scenario", () -> start(ModelCommands.RUN, node)));
                menu.add(action("&Debug Scenario", () -> start(ModelCommands.DEBUG, node)));
            }
        }
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private void start(String command, OutlineNode scenario) {
        LanguageSessions.current().commands().execute(command, List.of(editor.get().uri().toString(), scenario.symbol().getName()));
    }

    private static Action action(String name, Runnable task) {
        return new Action(name) {
            @Override
            public void run() {
                task.run();
            }
        };
    }
}
