package dmvpn.sim.ui.debug;

import dmvpn.app.debug.value.DebugVariable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** A field of a packet or a piece of a router's state. */
final class StateVariable extends SimulationElement implements IVariable {

    private final DebugVariable variable;
    private final IValue value;
    private final boolean changed;

    /** A field of the event or of its packet, which are new each time. */
    StateVariable(SimulationDebugTarget target, DebugVariable variable) {
        super(target);
        this.variable = variable;
        this.value = StateValue.of(target, variable, child -> new StateVariable(target, child));
        this.changed = false;
    }

    /** A piece of a router's state. */
    StateVariable(SimulationDebugTarget target, DebugVariable variable, String parent, SeenState seen) {
        super(target);
        this.variable = variable;
        String path = SeenState.path(parent, variable);
        this.value = StateValue.of(target, variable, child -> new StateVariable(target, child, path, seen));
        this.changed = seen.isChanged(parent, variable);
    }

    @Override
    public IValue getValue() {
        return value;
    }

    @Override
    public String getName() {
        return variable.name();
    }

    @Override
    public String getReferenceTypeName() {
        return "";
    }

    @Override
    public boolean hasValueChanged() {
        return changed;
    }

    @Override
    public boolean supportsValueModification() {
        return false;
    }

    @Override
    public void setValue(String expression) throws DebugException {
        throw readOnly();
    }

    @Override
    public void setValue(IValue newValue) throws DebugException {
        throw readOnly();
    }

    private static DebugException readOnly() {
        return new DebugException(new Status(IStatus.INFO, StateVariable.class, "The state of a run cannot be changed"));
    }

    @Override
    public boolean verifyValue(String expression) {
        return false;
    }

    @Override
    public boolean verifyValue(IValue newValue) {
        return false;
    }
}
