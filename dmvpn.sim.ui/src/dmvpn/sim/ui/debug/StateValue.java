package dmvpn.sim.ui.debug;

import dmvpn.app.debug.DebugVariable;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** The value of a {@link StateVariable}, with its parts. */
final class StateValue extends SimulationElement implements IValue {

    private final DebugVariable variable;
    private IVariable[] parts;

    StateValue(SimulationDebugTarget target, DebugVariable variable) {
        super(target);
        this.variable = variable;
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
            parts = variable.children().stream()
                    .map(child -> new StateVariable(simulation(), child))
                    .toArray(IVariable[]::new);
        }
        return parts;
    }

    @Override
    public boolean hasVariables() {
        return !variable.children().isEmpty();
    }
}
