package dmvpn.app.sequence;

/** Something in a sequence chart. Elements are in the order of their first event. */
public sealed interface SequenceElement {

    /** Index of its first event in the trace. */
    int event();

    /** Instant of its first event, since the start of the run. */
    long timeNanos();

    /** Lifeline on which it begins, from 0. */
    int lifeline();

    /** Protocol as the timeline shows it. */
    String protocol();

    /** What it is, in a few words. */
    String label();

    /**
     * A message that one router sent and another received; of one that was sent to many, one for each that received it.
     *
     * @param event index of the event of the sender
     * @param received index of the event of the receiver
     * @param timeNanos when it was sent
     * @param receivedNanos when it was received
     * @param lifeline the sender's
     * @param to the receiver's
     * @param protocol protocol
     * @param label the message
     */
    record Message(int event, int received, long timeNanos, long receivedNanos, int lifeline, int to, String protocol, String label)
            implements SequenceElement {
    }

    /**
     * A message that nobody in the chart received: it was lost, or its receiver is left out.
     *
     * @param event index of the event
     * @param timeNanos when it was sent
     * @param lifeline the sender's
     * @param protocol protocol
     * @param label the message
     */
    record Unreceived(int event, long timeNanos, int lifeline, String protocol, String label) implements SequenceElement {
    }

    /**
     * Something that happened on one router.
     *
     * @param event index of the event
     * @param timeNanos when
     * @param lifeline the router's
     * @param protocol protocol
     * @param label what happened
     */
    record Occurrence(int event, long timeNanos, int lifeline, String protocol, String label) implements SequenceElement {
    }
}
