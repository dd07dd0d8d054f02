package dmvpn.diagram.glsp;

/**
 * Which packet a page wants to look into. Read from JSON.
 *
 * @param run number of the run that the page shows
 * @param event index of an event with it
 */
public record PacketQuestion(int run, int event) {
}
