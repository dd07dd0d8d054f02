package dmvpn.sim.kernel;

/** Which of two events of the same instant comes first; events of the same order run in the order of their scheduling. */
public enum Order {
    /** Arrival of a packet: handled before timers that expire at the same instant, so that a hold timer sees it. */
    ARRIVAL,
    /** Everything else. */
    TIMER
}
