package dmvpn.app.debug.value;

import java.util.List;

/**
 * A named value with its parts, as a debugger shows it.
 *
 * @param name name, unique among its siblings as far as the state's own names are
 * @param value value as text; what the parts are, in short, when it has parts
 * @param children parts
 */
public record DebugVariable(String name, String value, List<DebugVariable> children) {

    /** Keeps an immutable copy of the list. */
    public DebugVariable {
        children = List.copyOf(children);
    }

    /** A value without parts. */
    public static DebugVariable of(String name, String value) {
        return new DebugVariable(name, value, List.of());
    }
}
