package dmvpn.app.sequence;

/**
 * What an event says of a message.
 *
 * @param protocol protocol as the timeline shows it
 * @param label the message, or what happened
 * @param direction what became of the message
 */
record MessageKind(String protocol, String label, Direction direction) {

    /** What becomes of a message. */
    enum Direction {
        SENT(" sent"),
        RECEIVED(" received"),
        /** It is no message. */
        NONE("");

        private final String ending;

        Direction(String ending) {
            this.ending = ending;
        }
    }

    static MessageKind of(String protocol, String message) {
        for (Direction direction : Direction.values()) {
            if (message.endsWith(direction.ending)) {
                return new MessageKind(protocol, message.substring(0, message.length() - direction.ending.length()), direction);
            }
        }
        throw new IllegalStateException(message);
    }

    /** The message with what became of it. */
    String message() {
        return label + direction.ending;
    }

    /** True for what is received of a message that was sent: what is sent and received has the same name; that of a reply differs. */
    boolean isReceptionOf(MessageKind sent) {
        return direction == Direction.RECEIVED && sent.direction == Direction.SENT && protocol.equals(sent.protocol)
                && label.equals(sent.label);
    }
}
