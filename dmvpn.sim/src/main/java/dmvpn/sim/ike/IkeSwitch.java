package dmvpn.sim.ike;

/** Where platforms differ in both versions of IKE. */
enum IkeSwitch {
    /**
     * Waits grow by 1.8 from 4 s on, and a request is given up 165 s after it was sent first (strongSwan, strongswan.conf:
     * {@code charon.retransmit_timeout}, {@code retransmit_base} and {@code retransmit_tries}). Cisco documents no numbers for
     * IOS, which has those of the simulator.
     */
    WAITS_AS_STRONGSWAN(1),
    /**
     * An end behind NAT keeps its mapping alive each 20 s without being told (strongswan.conf: {@code charon.keep_alive}). IOS
     * does so where {@code crypto ikev2 nat keepalive} or {@code crypto isakmp nat keepalive} says it.
     */
    KEEPS_MAPPINGS_ALIVE(2);

    private final int number;

    IkeSwitch(int number) {
        this.number = number;
    }

    /** Number of the switch, from 1, which stays when others are added. */
    int number() {
        return number;
    }
}
