package dmvpn.diagram.properties;

import java.util.Optional;

/**
 * One thing to say about an element.
 *
 * @param category what it is about
 * @param name what it is called, once in its category
 * @param value what it is, as the text says it
 * @param change how it is changed in its place; empty for what cannot be
 */
public record ElementProperty(PropertyCategory category, String name, String value, Optional<PropertyChange> change) {

    /** Tells it from the other properties of the element, and stays the same when its value changes. */
    public String id() {
        return category.name() + "/" + name;
    }
}
