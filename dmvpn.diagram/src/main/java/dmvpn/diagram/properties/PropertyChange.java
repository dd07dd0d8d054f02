package dmvpn.diagram.properties;

import dmvpn.diagram.edit.ModelEdit;
import java.util.List;
import java.util.function.Function;

/**
 * How a property is changed in its place.
 *
 * @param choices all values that there are; none when it is typed
 * @param edit the edit that gives it another value
 */
public record PropertyChange(List<String> choices, Function<String, ModelEdit> edit) {

    /** Keeps an immutable copy of the list. */
    public PropertyChange {
        choices = List.copyOf(choices);
    }
}
