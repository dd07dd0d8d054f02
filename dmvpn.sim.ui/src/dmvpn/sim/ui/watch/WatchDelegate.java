package dmvpn.sim.ui.watch;

import dmvpn.app.debug.watch.WatchException;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.core.model.IWatchExpressionDelegate;
import org.eclipse.debug.core.model.IWatchExpressionListener;

/** Computes the expressions of the Expressions view, in the background. */
public final class WatchDelegate implements IWatchExpressionDelegate {

    @Override
    public void evaluateExpression(String expression, IDebugElement context, IWatchExpressionListener listener) {
        if (!(context.getDebugTarget() instanceof SimulationDebugTarget simulation)) {
            listener.watchEvaluationFinished(null);
            return;
        }
        Job.createSystem("Watching " + expression, monitor -> {
            listener.watchEvaluationFinished(result(expression, simulation));
            return (IStatus) Status.OK_STATUS;
        }).schedule();
    }

    private static WatchResult result(String expression, SimulationDebugTarget simulation) {
        if (!simulation.isSuspended()) {
            return WatchResult.failed(expression, "the simulation runs");
        }
        try {
            return WatchResult.of(expression, simulation.watched().evaluate(expression));
        } catch (WatchException wrong) {
            return WatchResult.failed(expression, wrong.getMessage());
        }
    }
}
