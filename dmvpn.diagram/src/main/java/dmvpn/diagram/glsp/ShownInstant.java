package dmvpn.diagram.glsp;

import java.util.List;

/**
 * An instant of a run that somebody else moves, as a diagram shows it: what has changed since the one that was told before, and
 * the messages that are under way. Times are seconds since the start of the run.
 *
 * @param isFirst true when nothing holds that was told before
 * @param title what runs
 * @param end the last instant that is known
 * @param time the instant
 * @param event index of the event that has just happened; -1 before the first one
 * @param label the event, for people; empty before the first one
 * @param element identifier of the element where it happened; empty when it is not drawn
 * @param messages messages that are under way, that of the event first
 * @param more how many more are under way than are shown
 * @param changes what is otherwise than it was told before; of a tunnel that is as at the start the value is empty
 * @param wish number of the last wish of the page that was heard of
 */
public record ShownInstant(boolean isFirst, String title, double end, double time, int event, String label, String element,
        List<ShownRun.Message> messages, int more, List<ShownRun.Change> changes, int wish) {

    /** Keeps immutable copies of the lists. */
    public ShownInstant {
        messages = List.copyOf(messages);
        changes = List.copyOf(changes);
    }
}
