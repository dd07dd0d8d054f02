package dmvpn.diagram.notation;

/**
 * A host.
 *
 * @param id stable identifier
 * @param label name
 * @param router identifier of the node that it is behind
 * @param address address as written; may be empty
 */
public record HostNode(String id, String label, String router, String address) {
}
