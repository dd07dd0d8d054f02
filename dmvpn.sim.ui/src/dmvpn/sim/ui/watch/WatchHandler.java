package dmvpn.sim.ui.watch;

import dmvpn.sim.ui.debug.CurrentSimulation;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IExpressionManager;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.core.model.IWatchExpression;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Watches an expression in the Expressions view: that of its parameter, else one that it asks for. */
public final class WatchHandler extends AbstractHandler {

    /** The expression. */
    public static final String EXPRESSION = "dmvpn.sim.ui.watch.expression";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String expression = event.getParameter(EXPRESSION);
        if (expression == null) {
            ExpressionDialog question = new ExpressionDialog(HandlerUtil.getActiveShellChecked(event), selectedText(event));
            if (question.open() != Window.OK) {
                return null;
            }
            expression = question.getValue();
        }
        watch(expression.strip());
        try {
            HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                    .showView(IDebugUIConstants.ID_EXPRESSION_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException noView) {
            throw new ExecutionException(noView.getMessage(), noView);
        }
        return null;
    }

    private static String selectedText(ExecutionEvent event) {
        ISelection selection = HandlerUtil.getCurrentSelection(event);
        return selection instanceof ITextSelection text && text.getText() != null && text.getText().lines().count() <= 1 ? text.getText() : "";
    }

    private static void watch(String text) {
        IExpressionManager manager = DebugPlugin.getDefault().getExpressionManager();
        IWatchExpression expression = manager.newWatchExpression(text);
        IAdaptable context = DebugUITools.getDebugContext();
        expression.setExpressionContext(context instanceof IDebugElement element ? element : CurrentSimulation.get().orElse(null));
        manager.addExpression(expression);
    }
}
