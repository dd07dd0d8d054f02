package dmvpn.app.diagram;

/** What an event of a run changed of what diagrams show. */
sealed interface SeenChange {

    /** Index of the event in the trace. */
    int event();

    /** Instant of the event since the start of the run. */
    long timeNanos();

    /** Index of the router in the trace. */
    int node();

    /**
     * A tunnel.
     *
     * @param peer index of the router at its other end
     * @param cloud name of the cloud that it belongs to
     * @param state as diagrams are told
     */
    record Tunnel(int event, long timeNanos, int node, int peer, String cloud, String state) implements SeenChange {
    }

    /**
     * A table of a router grew or shrank.
     *
     * @param table what its rows are called
     * @param difference by how many rows
     */
    record Table(int event, long timeNanos, int node, String table, int difference) implements SeenChange {
    }
}
