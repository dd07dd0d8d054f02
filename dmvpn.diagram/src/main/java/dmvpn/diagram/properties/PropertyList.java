package dmvpn.diagram.properties;

import dmvpn.diagram.edit.ModelEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Properties in the making. What has no value is left out, unless it can be given one. */
final class PropertyList {

    private final List<ElementProperty> properties = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    List<ElementProperty> all() {
        return List.copyOf(properties);
    }

    void add(PropertyCategory category, String name, String value) {
        if (value != null && !value.isBlank()) {
            add(category, name, value, Optional.empty());
        }
    }

    /** A value that people type. */
    void typed(PropertyCategory category, String name, String value, Function<String, ModelEdit> edit) {
        chosen(category, name, value, List.of(), edit);
    }

    /** One of several values. */
    void chosen(PropertyCategory category, String name, String value, List<String> choices, Function<String, ModelEdit> edit) {
        add(category, name, value == null ? "" : value, Optional.of(new PropertyChange(choices, edit)));
    }

    /** The second uplink to a transport is called so. */
    private void add(PropertyCategory category, String name, String value, Optional<PropertyChange> change) {
        String free = name;
        for (int number = 2; !known.add(category + free); number++) {
            free = name + " (" + number + ")";
        }
        properties.add(new ElementProperty(category, free, value, change));
    }
}
