package dmvpn.diagram.glsp;

import java.util.Set;
import java.util.stream.Stream;

/** What a command of a menu can be run for. */
public enum CommandTarget {

    /** The diagram as a whole: its menu is that where nothing is selected. */
    DIAGRAM(Stream.of(ElementTypes.SHEET)),

    /** A router of any kind, or a family. */
    ROUTER(ElementTypes.ROUTERS.stream()),

    /** A transport, a cloud or a line. */
    OTHER_ELEMENT(Stream.of(ElementTypes.TRANSPORT, ElementTypes.CLOUD, ElementTypes.ATTACHMENT, ElementTypes.TUNNEL,
            ElementTypes.LINK, ElementTypes.RELATION));

    private final Set<String> types;

    CommandTarget(Stream<String> types) {
        this.types = Set.copyOf(types.toList());
    }

    /** Types of elements, as client and server name them. */
    Set<String> types() {
        return types;
    }
}
