package dmvpn.sim.ui.debug;

import dmvpn.app.debug.value.DebugVariable;
import java.util.function.Function;
import org.eclipse.debug.core.model.IIndexedValue;
import org.eclipse.debug.core.model.IVariable;

/** A value with many parts, of which the views ask for a piece at a time. */
final class TableValue extends StateValue implements IIndexedValue {

    /** From so many parts on a view shows pieces, as the platform's own views do. */
    static final int PAGED_FROM = 100;

    TableValue(SimulationDebugTarget target, DebugVariable variable, Function<DebugVariable, IVariable> part) {
        super(target, variable, part);
    }

    @Override
    public IVariable getVariable(int offset) {
        return part(offset);
    }

    @Override
    public IVariable[] getVariables(int offset, int length) {
        IVariable[] piece = new IVariable[length];
        for (int index = 0; index < length; index++) {
            piece[index] = part(offset + index);
        }
        return piece;
    }

    @Override
    public int getSize() {
        return size();
    }

    @Override
    public int getInitialOffset() {
        return 0;
    }
}
