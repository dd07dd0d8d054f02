package dmvpn.diagram.notation;

/**
 * An overlay cloud.
 *
 * @param id stable identifier
 * @param label name
 * @param overlay overlay subnet as written; may be empty
 * @param details phase, routing and crypto, for people; may be empty
 */
public record CloudNode(String id, String label, String overlay, String details) {
}
