package dmvpn.sim.ospf;

/** The timers of OSPF that no configuration changes here, as IOS has them by default, and where they are said. */
final class OspfTimers {

    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;

    /** RxmtInterval (RFC 2328 appendix C.3; Cisco IOS command reference, {@code ip ospf retransmit-interval}: 5 s). */
    static final long RETRANSMIT_NANOS = 5 * SECOND;
    /** Unanswered repetitions after which a neighbour is given up (Cisco IOS, {@code limit retransmissions}: 24). */
    static final int RETRANSMIT_LIMIT = 24;
    /** InfTransDelay (RFC 2328 appendix C.3; Cisco IOS, {@code ip ospf transmit-delay}: 1 s). */
    static final int TRANSMIT_DELAY_SECONDS = 1;
    /** An acknowledgment waits for others for half of RxmtInterval, less than which RFC 2328 section 13.5 demands. */
    static final long DELAYED_ACKNOWLEDGMENT_NANOS = RETRANSMIT_NANOS / 2;
    /** LSRefreshTime (RFC 2328 appendix B). */
    static final long REFRESH_NANOS = 1800 * SECOND;
    /** Time between two instances of an own advertisement (Cisco IOS, {@code timers throttle lsa}: 0, 5000, 5000 ms). */
    static final long ORIGINATION_HOLD_NANOS = 5000 * MILLISECOND;
    /** MinLSArrival (RFC 2328 appendix B; Cisco IOS, {@code timers lsa arrival}: 1000 ms). */
    static final long MINIMUM_ARRIVAL_NANOS = SECOND;
    /** From the first change to the calculation (Cisco IOS, {@code timers throttle spf}: 5000 ms). */
    static final long CALCULATION_START_NANOS = 5000 * MILLISECOND;
    /** From one calculation to the next (Cisco IOS, {@code timers throttle spf}: 10000 ms, and 10000 ms at most). */
    static final long CALCULATION_HOLD_NANOS = 10_000 * MILLISECOND;
    /** Between two floodings out of an interface (Cisco IOS, {@code timers pacing flood}: 33 ms). */
    static final long FLOOD_PACING_NANOS = 33 * MILLISECOND;
    /** A hello goes to all targets of an interface: those of targets that come one after the other share one. */
    static final long OUT_OF_TURN_HELLO_NANOS = 100 * MILLISECOND;
    /** PollInterval: hellos to configured neighbours that are silent (Cisco IOS, {@code neighbor poll-interval}: 120 s). */
    static final long POLL_NANOS = 120 * SECOND;

    private OspfTimers() {
    }
}
