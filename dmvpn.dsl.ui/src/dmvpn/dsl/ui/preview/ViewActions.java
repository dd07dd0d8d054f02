package dmvpn.dsl.ui.preview;

import java.util.ListResourceBundle;
import java.util.function.Consumer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.texteditor.FindReplaceAction;

/** The actions of the view, each in the toolbar, in the view's menu, and behind a command with its key. */
final class ViewActions {

    private static final String BUNDLE = "dmvpn.dsl.ui";
    private static final String COPY = "org.eclipse.ui.edit.copy";

    private final IViewSite site;
    private final IActionBars bars;

    ViewActions(IViewSite site) {
        this.site = site;
        this.bars = site.getActionBars();
    }

    /** Adds an action. */
    void add(String command, String name, String icon, Runnable run) {
        Action action = action(name, run);
        show(command, action, icon);
        site.getService(IHandlerService.class).activateHandler(command, new ActionHandler(action));
    }

    /** Adds an action whose command has parameters. */
    void add(String command, String name, String icon, Consumer<ExecutionEvent> run, Runnable withoutParameters) {
        show(command, action(name, withoutParameters), icon);
        site.getService(IHandlerService.class).activateHandler(command, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                run.accept(event);
                return null;
            }
        });
    }

    /** Adds an action that is on or off. */
    IAction addToggle(String command, String name, String icon, Consumer<Boolean> run) {
        Action action = new Action(name, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                run.accept(isChecked());
            }
        };
        show(command, action, icon);
        site.getService(IHandlerService.class).activateHandler(command, new ActionHandler(action));
        return action;
    }

    private static Action action(String name, Runnable run) {
        return new Action(name) {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    private void show(String command, Action action, String icon) {
        action.setToolTipText(action.getText());
        action.setActionDefinitionId(command);
        action.setImageDescriptor(image(icon));
        bars.getToolBarManager().add(action);
        bars.getMenuManager().add(action);
    }

    private static ImageDescriptor image(String icon) {
        return icon.startsWith("IMG_")
                ? PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(icon)
                : ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + icon).orElse(null);
    }

    /** Copy, Select All and Find of the Edit menu act on the text. */
    void editText(ViewPart view, ITextOperationTarget text) {
        global(ActionFactory.COPY, text, ITextOperationTarget.COPY, COPY);
        global(ActionFactory.SELECT_ALL, text, ITextOperationTarget.SELECT_ALL, "org.eclipse.ui.edit.selectAll");
        FindReplaceAction find = new FindReplaceAction(new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"find.label", "Find…"}};
            }
        }, "find.", view);
        find.setActionDefinitionId("org.eclipse.ui.edit.findReplace");
        bars.setGlobalActionHandler(ActionFactory.FIND.getId(), find);
        bars.getMenuManager().add(find);
    }

    private void global(ActionFactory factory, ITextOperationTarget text, int operation, String command) {
        boolean isCopy = command.equals(COPY);
        Action action = new Action(isCopy ? "Copy" : "Select All") {
            @Override
            public void run() {
                text.doOperation(operation);
            }
        };
        action.setActionDefinitionId(command);
        if (isCopy) {
            action.setImageDescriptor(image(ISharedImages.IMG_TOOL_COPY));
        }
        bars.setGlobalActionHandler(factory.getId(), action);
        bars.getMenuManager().add(action);
    }
}
