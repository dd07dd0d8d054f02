package dmvpn.sim.ospf.spf;

/** Kinds of paths, those that are preferred first (RFC 2328 section 11; RFC 3101 section 2.5). */
public enum PathType {
    /** Inside an area. */
    INTRA_AREA(0),
    /** To another area. */
    INTER_AREA(1),
    /** Outside, with a metric that counts like costs inside. */
    EXTERNAL_1(2),
    /** The same, told inside a not-so-stubby area. */
    NSSA_1(2),
    /** Outside, with a metric that counts more than any cost inside. */
    EXTERNAL_2(3),
    /** The same, told inside a not-so-stubby area. */
    NSSA_2(3);

    private final int rank;

    PathType(int rank) {
        this.rank = rank;
    }

    /** Lower ranks are preferred, whatever the costs. */
    public int rank() {
        return rank;
    }

    /** True for paths out of the autonomous system. */
    public boolean isExternal() {
        return rank >= EXTERNAL_1.rank;
    }

    /** True when the metric outside counts more than any cost inside. */
    public boolean isType2() {
        return rank == EXTERNAL_2.rank;
    }
}
