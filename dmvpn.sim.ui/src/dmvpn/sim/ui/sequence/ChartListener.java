package dmvpn.sim.ui.sequence;

/** What people do in the canvas of a chart. */
interface ChartListener {

    /** The event of a row is meant. */
    void pointed(int row);

    /** What the event under the time cursor comes from is wanted. */
    void opened();

    /** A lifeline was dragged to another place. */
    void moved(int from, int to);

    /** The site of a lifeline is to be collapsed, or no more. */
    void toggled(int lifeline);

    /** A key was pressed that means something. */
    void pressed(ChartKey key);

    /** The event of a row with all its fields. */
    String describe(int row);
}
