package dmvpn.sim.ui.debug;

import dmvpn.app.debug.branch.ChangedValue;
import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.debug.value.SeenState;
import dmvpn.app.debug.watch.PartPath;
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
    /** The expression that leads to it; empty for what is of a past event. */
    private final String path;

    /** A field of the event or of its packet, which are new each time. */
    StateVariable(SimulationDebugTarget target, DebugVariable variable) {
        super(target);
        this.variable = variable;
        this.value = StateValue.of(target, variable, child -> new StateVariable(target, child));
        this.changed = false;
        this.path = "";
    }

    /**
     * A piece of a router's state.
     *
     * @param path the expression that leads to it
     */
    StateVariable(SimulationDebugTarget target, DebugVariable variable, String path, String parent, SeenState seen) {
        super(target);
        this.variable = variable;
        this.path = path;
        String place = SeenState.path(parent, variable);
        this.value = StateValue.of(target, variable,
                child -> new StateVariable(target, child, PartPath.of(path, child.name()), place, seen));
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
        return ChangedValue.isChangeable(path) && simulation().isSuspended();
    }

    /** Another history of the run begins, in which it is so; this one stays. */
    @Override
    public void setValue(String expression) throws DebugException {
        if (!verifyValue(expression)) {
            throw new DebugException(new Status(IStatus.INFO, StateVariable.class, "'" + variable.name() + "' cannot become '" + expression + "'"));
        }
        simulation().change(path + " = " + expression);
    }

    @Override
    public void setValue(IValue newValue) throws DebugException {
        setValue(newValue.getValueString());
    }

    @Override
    public boolean verifyValue(String expression) {
        return ChangedValue.accepts(path, expression); // asked for each letter: tables are not looked at
    }

    @Override
    public boolean verifyValue(IValue newValue) throws DebugException {
        return verifyValue(newValue.getValueString());
    }
}
