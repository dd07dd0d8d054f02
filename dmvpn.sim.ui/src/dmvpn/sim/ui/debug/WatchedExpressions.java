package dmvpn.sim.ui.debug;

import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.debug.value.SeenState;
import dmvpn.app.debug.watch.WatchException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.debug.core.model.IValue;

/** What expressions come to in a simulation. What has become another value since it was looked at last is marked as changed. */
public final class WatchedExpressions {

    private final SimulationDebugTarget simulation;
    private final Map<String, SeenState> seen = new ConcurrentHashMap<>();

    WatchedExpressions(SimulationDebugTarget simulation) {
        this.simulation = simulation;
    }

    /**
     * The value of an expression where the simulation stands. Not for the UI thread: large tables take their time.
     *
     * @throws WatchException when the expression means nothing
     */
    public IValue evaluate(String expression) throws WatchException {
        DebugVariable value = simulation.debugger().evaluate(expression).variable(expression);
        SeenState before = seen.computeIfAbsent(expression, unknown -> new SeenState());
        before.lookAt(simulation.session().eventIndex(), List.of(value));
        return new StateVariable(simulation, value, expression, "", before).getValue();
    }
}
