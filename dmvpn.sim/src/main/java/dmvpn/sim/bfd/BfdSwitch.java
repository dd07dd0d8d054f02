package dmvpn.sim.bfd;

/** Where platforms differ in BFD. */
enum BfdSwitch {
    /**
     * A protocol that asks for a neighbour gets a session without settings of the interface, with 300 ms and a multiplier of 3
     * (FRRouting bfdd). On IOS an interface without {@code bfd interval} has no sessions.
     */
    HAS_DEFAULT_INTERVAL(1),
    /** EIGRP may ask for sessions ({@code bfd interface} on IOS). FRRouting's eigrpd knows nothing of BFD. */
    SERVES_EIGRP(2);

    private final int number;

    BfdSwitch(int number) {
        this.number = number;
    }

    /** Number of the switch, from 1, which stays when others are added. */
    int number() {
        return number;
    }
}
