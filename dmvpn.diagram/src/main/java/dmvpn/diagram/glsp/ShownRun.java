package dmvpn.diagram.glsp;

import java.util.List;

/**
 * A simulation of the model as a diagram shows it: everything that a page needs to go to any instant, forwards and backwards.
 * Times are seconds since the start of the run.
 *
 * @param number number of the run in questions about it; 0 when nothing ran
 * @param title what ran
 * @param problem why nothing ran, for people; empty when it did
 * @param end when the run ended
 * @param leftOut how many more messages there were than are told
 * @param messages messages between elements of the diagram, in the order in which they were sent
 * @param changes what changed at elements and between them, in order
 */
public record ShownRun(int number, String title, String problem, double end, int leftOut, List<Message> messages, List<Change> changes) {

    /** Keeps immutable copies of the lists. */
    public ShownRun {
        messages = List.copyOf(messages);
        changes = List.copyOf(changes);
    }

    /** Nothing ran. */
    public static ShownRun none(String problem) {
        return new ShownRun(0, "", problem, 0, 0, List.of(), List.of());
    }

    /**
     * A message on its way.
     *
     * @param from identifier of the element that sent it
     * @param to identifier of the element that received it
     * @param cloud identifier of the cloud whose tunnel it takes; empty when it takes none
     * @param protocol protocol
     * @param label what it says, and of whom
     * @param departs when it was sent
     * @param arrives when it was received
     * @param sent index of the event of its sending
     * @param received index of the event of its reception; -1 when that is not known
     */
    public record Message(String from, String to, String cloud, String protocol, String label, double departs, double arrives,
            int sent, int received) {
    }

    /**
     * A change of what is shown.
     *
     * @param time when
     * @param from identifier of an element
     * @param to identifier of the element at the other end of a tunnel; empty for a change of the element itself
     * @param cloud identifier of the cloud of a tunnel; empty when it is not drawn, and for a change of the element itself
     * @param value of a tunnel {@code keying}, {@code up}, {@code down} or, of those of a family, {@code partly}; of an element what its
     *     badge says
     */
    public record Change(double time, String from, String to, String cloud, String value) {
    }
}
