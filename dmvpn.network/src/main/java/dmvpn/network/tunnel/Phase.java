package dmvpn.network.tunnel;

/** The three designs of DMVPN. */
public enum Phase {
    /** Spokes with point-to-point tunnels: everything crosses the hub. */
    PHASE_1(1),
    /** Spokes resolve the next hop of their routes and go direct. */
    PHASE_2(2),
    /** The hub redirects, spokes resolve the destination and install shortcuts. */
    PHASE_3(3);

    private final int number;

    Phase(int number) {
        this.number = number;
    }

    /** 1, 2 or 3. */
    public int number() {
        return number;
    }
}
