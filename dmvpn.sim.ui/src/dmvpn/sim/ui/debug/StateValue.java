package dmvpn.sim.ui.debug;

import dmvpn.app.debug.value.DebugVariable;
import java.util.function.Function;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** The value of a {@link StateVariable}, with its parts, which are made when somebody asks for them. */
class StateValue extends SimulationElement implements IValue {

    private final DebugVariable variable;
    private final Function<DebugVariable, IVariable> part;
    private IVariable[] parts;

    StateValue(SimulationDebugTarget target, DebugVariable variable, Function<DebugVariable, IVariable> part) {
        super(target);
        this.variable = variable;
        this.part = part;
    }

    /** A value that comes in pieces when it has many parts. */
    static StateValue of(SimulationDebugTarget target, DebugVariable variable, Function<DebugVariable, IVariable> part) {
        return variable.children().size() < TableValue.PAGED_FROM ? new StateValue(target, variable, part)
                : new TableValue(target, variable, part);
    }

    /** Number of parts. */
    final int size() {
        return variable.children().size();
    }

    /** A part by its place. */
    final synchronized IVariable part(int index) {
        if (parts == null) {
            parts = new IVariable[size()];
        }
        if (parts[index] == null) {
            parts[index] = part.apply(variable.children().get(index));
        }
        return parts[index];
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
    public IVariable[] getVariables() {
        IVariable[] all = new IVariable[size()];
        for (int index = 0; index < all.length; index++) {
            all[index] = part(index);
        }
        return all;
    }

    @Override
    public boolean hasVariables() {
        return size() > 0;
    }
}
