package dmvpn.app.debug;

/**
 * A router of a debugged run.
 *
 * @param node index in the trace
 * @param name host name
 */
public record RouterState(int node, String name) {
}
