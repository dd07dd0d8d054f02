package dmvpn.diagram.glsp;

import java.util.Set;

/**
 * A command in the menus of a diagram.
 *
 * @param id tells commands apart
 * @param label what menus call it
 * @param targets what it can be run for
 */
public record DiagramCommand(String id, String label, Set<CommandTarget> targets) {

    /** Keeps an immutable copy of the set. */
    public DiagramCommand {
        targets = Set.copyOf(targets);
    }
}
