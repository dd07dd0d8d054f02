package dmvpn.app.debug.table;

/** What became of a row or a line between two instants. */
public enum Change {
    /** It is as it was, but for clocks. */
    NONE(""),
    /** It is new. */
    ADDED("added"),
    /** It has other values. */
    CHANGED("changed"),
    /** It is gone. */
    REMOVED("removed");

    private final String title;

    Change(String title) {
        this.title = title;
    }

    /** For people; empty for no change. */
    public String title() {
        return title;
    }
}
