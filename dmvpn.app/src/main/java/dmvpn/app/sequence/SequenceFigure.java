package dmvpn.app.sequence;

/**
 * Something drawn in a chart, at its place: x from the left edge, y from the line of the first event, in units of the chart, of
 * which a line has {@link TimeAxis#LINE}.
 */
public sealed interface SequenceFigure {

    /** The row of its first event. */
    int row();

    /** Where it begins. */
    int x();

    /** Where it begins. */
    long y();

    /** Protocol as the timeline shows it. */
    String protocol();

    /** The protocol and what it is, in a few words. */
    String text();

    /** Rows of which an event is part of it: its own, and that of who received it. */
    default int lastRow() {
        return row();
    }

    /**
     * Where its text stands from where it begins: to the right, or to the left of it. It stands on the line of its first event, so that
     * no two texts stand on each other.
     */
    default boolean isTextOnTheLeft() {
        return false;
    }

    /**
     * A message that one router sent and another received; of one that was sent to many, one for each that received it.
     *
     * @param row row of the event of the sender
     * @param lastRow row of the event of the receiver
     * @param x the sender's lifeline
     * @param y where it was sent
     * @param endX the receiver's lifeline
     * @param endY where it was received
     * @param protocol protocol
     * @param text the message
     */
    record Arrow(int row, int lastRow, int x, long y, int endX, long endY, String protocol, String text) implements SequenceFigure {

        @Override
        public boolean isTextOnTheLeft() {
            return endX < x;
        }
    }

    /**
     * A message that nobody in the chart received: it was lost, or its receiver is left out.
     *
     * @param row row of the event
     * @param x the sender's lifeline
     * @param y where it was sent
     * @param protocol protocol
     * @param text the message
     */
    record Stub(int row, int x, long y, String protocol, String text) implements SequenceFigure {
    }

    /**
     * Something that happened on one lifeline.
     *
     * @param row row of the event
     * @param lastRow row of the event of the receiver, of a message within a site that has one lifeline; else the same row
     * @param x the lifeline
     * @param y where it happened
     * @param protocol protocol
     * @param text what happened
     */
    record Mark(int row, int lastRow, int x, long y, String protocol, String text) implements SequenceFigure {
    }
}
