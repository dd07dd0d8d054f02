package dmvpn.sim.ui.debug;

import dmvpn.app.debug.value.DebugVariable;
import java.util.function.Function;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** The value of a {@link StateVariable}, with its parts. */
final class StateValue extends SimulationElement implements IValue {

    private final DebugVariable variable;
    private final Function<DebugVariable, IVariable> part;
    private IVariable[] parts;

    StateValue(SimulationDebugTarget target, DebugVariable variable, Function<DebugVariable, IVariable> part) {
        super(target);
        this.variable = variable;
        this.part = part;
    }

    @Override
    public String getReferenceTypeName() {
        return "";
    }

    @Override
    public String getValueString() {
        return variable.value();
    }

    @Override
    public boolean isAllocated() {
        return true;
    }

    @Override
    public synchronized IVariable[] getVariables() {
        if (parts == null) {
            parts = variable.children().stream().map(part).toArray(IVariable[]::new);
        }
        return parts;
    }

    @Override
    public boolean hasVariables() {
        return !variable.children().isEmpty();
    }
}
