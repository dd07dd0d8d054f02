package dmvpn.dap;

import dmvpn.app.debug.branch.ChangedValue;
import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.debug.watch.PartPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablePresentationHint;
import org.eclipse.lsp4j.debug.VariablePresentationHintAttributes;

/**
 * Numbers for values with parts, as long as the run stands where it stands. Large tables are sent in pieces: an editor asks for
 * those it shows.
 */
final class VariableStore {

    /** So many parts and more are told of, so that an editor asks for pieces. */
    private static final int PAGED_FROM = 100;

    /**
     * A value with its parts.
     *
     * @param path the expression that leads to it; empty when none does
     * @param parts its parts
     */
    private record Holder(String path, List<DebugVariable> parts) {
    }

    private final List<Holder> holders = new ArrayList<>();

    /** The run goes on: all numbers mean nothing any more. */
    synchronized void clear() {
        holders.clear();
    }

    /**
     * The number of a value with parts; 0 for one without.
     *
     * @param path the expression that leads to the value; empty when none does
     */
    synchronized int reference(String path, List<DebugVariable> parts) {
        if (parts.isEmpty()) {
            return 0;
        }
        holders.add(new Holder(path, parts));
        return holders.size();
    }

    /** The expression that leads to a part of a value; empty when none does. */
    synchronized Optional<String> expression(int reference, String name) {
        return holder(reference).map(Holder::path).filter(path -> !path.isEmpty()).map(path -> PartPath.of(path, name));
    }

    private Optional<Holder> holder(int reference) {
        return reference < 1 || reference > holders.size() ? Optional.empty() : Optional.of(holders.get(reference - 1));
    }

    /**
     * Some parts of a value.
     *
     * @param count how many; 0 for all
     */
    synchronized List<Variable> parts(int reference, int start, int count) {
        List<DebugVariable> all = holder(reference).map(Holder::parts).orElse(List.of());
        int from = Math.min(Math.max(0, start), all.size());
        int end = count <= 0 ? all.size() : Math.min(all.size(), from + count);
        String parent = holder(reference).map(Holder::path).orElse("");
        List<Variable> variables = new ArrayList<>();
        for (DebugVariable part : List.copyOf(all.subList(from, end))) {
            variables.add(variable(part, parent.isEmpty() ? "" : PartPath.of(parent, part.name())));
        }
        return variables;
    }

    private Variable variable(DebugVariable value, String path) {
        Variable variable = new Variable();
        variable.setName(value.name());
        variable.setValue(value.value());
        if (!path.isEmpty()) {
            variable.setEvaluateName(path);
        }
        if (!ChangedValue.isChangeable(path)) {
            VariablePresentationHint hint = new VariablePresentationHint();
            hint.setAttributes(new String[] {VariablePresentationHintAttributes.READ_ONLY});
            variable.setPresentationHint(hint);
        }
        variable.setVariablesReference(reference(path, value.children()));
        if (value.children().size() >= PAGED_FROM) {
            variable.setIndexedVariables(value.children().size());
        }
        return variable;
    }
}
