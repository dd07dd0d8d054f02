package dmvpn.diagram.notation;

import java.util.List;

/**
 * An overlay cloud.
 *
 * @param id stable identifier
 * @param label name
 * @param overlay overlay subnet as written; may be empty
 * @param details phase, routing and crypto, for people; may be empty
 * @param routing the parts of the details that say how it routes
 * @param protection the part of the details that says how it is protected; may be empty
 */
public record CloudNode(String id, String label, String overlay, String details, List<String> routing, String protection) {

    /** Keeps an immutable copy of the list. */
    public CloudNode {
        routing = List.copyOf(routing);
    }

    /** One of whose details nothing is known. */
    public CloudNode(String id, String label, String overlay, String details) {
        this(id, label, overlay, details, List.of(), "");
    }
}
