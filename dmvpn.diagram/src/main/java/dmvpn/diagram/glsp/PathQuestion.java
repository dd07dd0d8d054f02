package dmvpn.diagram.glsp;

/**
 * Between what and when a page wants to see the way of a packet. Read from JSON.
 *
 * @param from identifier of an element
 * @param to identifier of another one, or of the same when it stands for several routers
 * @param run number of the run that the page shows; 0 for none of its own
 * @param time the instant in it, in seconds since its start
 */
public record PathQuestion(String from, String to, int run, double time) {
}
