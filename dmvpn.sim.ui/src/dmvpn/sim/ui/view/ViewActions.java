package dmvpn.sim.ui.view;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.handlers.IHandlerService;

/** The actions of a view, each in the toolbar, in the view's menu, and behind a command. */
public final class ViewActions {

    private static final String BUNDLE = "dmvpn.sim.ui";

    private final IViewSite site;
    private final IActionBars bars;

    /** @param site the view's site */
    public ViewActions(IViewSite site) {
        this.site = site;
        this.bars = site.getActionBars();
    }

    /** Adds an action. */
    public IAction add(String command, String name, String icon, Runnable run) {
        return show(command, icon, new Action(name) {
            @Override
            public void run() {
                run.run();
            }
        });
    }

    /** Adds an action that is on or off. */
    public IAction addToggle(String command, String name, String icon, Consumer<Boolean> run) {
        return show(command, icon, new Action(name, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                run.accept(isChecked());
            }
        });
    }

    private IAction show(String command, String icon, Action action) {
        action.setToolTipText(action.getText());
        action.setActionDefinitionId(command);
        ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + icon).ifPresent(action::setImageDescriptor);
        bars.getToolBarManager().add(action);
        bars.getMenuManager().add(action);
        site.getService(IHandlerService.class).activateHandler(command, new ActionHandler(action));
        return action;
    }

    /** Makes a command of the Edit menu act on the view. */
    public void global(String command, Runnable run) {
        Action action = new Action() {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setActionDefinitionId(command);
        site.getService(IHandlerService.class).activateHandler(command, new ActionHandler(action));
    }
}
