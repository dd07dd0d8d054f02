package dmvpn.sim.ui.watch;

import java.util.Optional;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IWatchExpressionResult;

/**
 * What an expression has come to.
 *
 * @param expression the expression
 * @param value its value, unless it means nothing
 * @param problem why it means nothing, in a sentence
 */
record WatchResult(String expression, Optional<IValue> value, Optional<String> problem) implements IWatchExpressionResult {

    static WatchResult of(String expression, IValue value) {
        return new WatchResult(expression, Optional.of(value), Optional.empty());
    }

    static WatchResult failed(String expression, String problem) {
        return new WatchResult(expression, Optional.empty(), Optional.of(problem));
    }

    @Override
    public IValue getValue() {
        return value.orElse(null);
    }

    @Override
    public boolean hasErrors() {
        return problem.isPresent();
    }

    @Override
    public String[] getErrorMessages() {
        return problem.stream().toArray(String[]::new);
    }

    @Override
    public String getExpressionText() {
        return expression;
    }

    @Override
    public DebugException getException() {
        return null;
    }
}
