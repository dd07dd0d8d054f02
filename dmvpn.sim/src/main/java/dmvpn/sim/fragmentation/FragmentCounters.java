package dmvpn.sim.fragmentation;

/** What a node counts, as {@code show ip traffic} of Cisco IOS names it. */
public final class FragmentCounters {

    private long reassembled;
    private long timeouts;
    private long notReassembled;
    private long fragmented;
    private long fragments;
    private long notFragmented;

    void reassembled() {
        reassembled++;
    }

    void notReassembled(Reassembler.Cause cause) {
        notReassembled++;
        if (cause == Reassembler.Cause.TIMEOUT) {
            timeouts++;
        }
    }

    void fragmented(int pieces) {
        fragmented++;
        fragments += pieces;
    }

    void notFragmented() {
        notFragmented++;
    }

    /** The part of {@code show ip traffic} about fragments. */
    public String print() {
        return "IP statistics:\n"
                + "  Frags: " + reassembled + " reassembled, " + timeouts + " timeouts, " + notReassembled
                + " couldn't reassemble\n"
                + "         " + fragmented + " fragmented, " + fragments + " fragments, " + notFragmented
                + " couldn't fragment\n";
    }
}
