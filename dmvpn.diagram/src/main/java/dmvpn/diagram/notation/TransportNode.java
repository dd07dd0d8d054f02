package dmvpn.diagram.notation;

/**
 * A transport.
 *
 * @param id stable identifier
 * @param label name
 * @param details kind, latency and the like, for people; may be empty
 */
public record TransportNode(String id, String label, String details) {
}
