package dmvpn.diagram.glsp;

/**
 * Where a page wants the time cursor. Read from JSON.
 *
 * @param number counts the wishes of a page; 0 when it only asks where the cursor is
 * @param kind what is wanted
 * @param time the instant, in seconds since the start of the run, for {@link Kind#TIME}
 * @param event index of the event for {@link Kind#EVENT}
 */
public record CursorWish(int number, Kind kind, double time, int event) {

    /** What is wanted. */
    public enum Kind {
        /** To be told where it is, whatever was told before. */
        LOOK,
        /** The last event at an instant. */
        TIME,
        /** An event. */
        EVENT,
        /** The next message. */
        NEXT,
        /** The message before. */
        PREVIOUS
    }
}
