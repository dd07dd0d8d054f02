package dmvpn.sim.nhrp;

/**
 * Times of a platform's NHRP that no configuration changes.
 *
 * @param placeholderSeconds life of the entry of a resolution that nobody answers
 * @param longestResolutionWaitSeconds longest wait before a request is repeated; waits double from 1 s
 * @param firstRegistrationMillis from the start of a tunnel to the first registration, with IPsec to the first look for a socket
 * @param lookAgainMillis from the loss of a socket, or from the choice of another server, to the first look for its socket
 * @param socketSettlingMillis from a socket that came up to the registration
 * @param peerOnlineMillis from a socket that came up to routes that lead through it
 * @param waitAfterFirstSeconds from that registration to the first repetition
 * @param waitAfterRenewalSeconds from the renewal of a registration to the first repetition
 * @param unansweredUntilDown requests without answer that make a server unreachable, and looks for its socket in vain; 0 when it
 *     is down 7 s after the first try
 */
record NhrpTiming(int placeholderSeconds, int longestResolutionWaitSeconds, int firstRegistrationMillis,
        int lookAgainMillis, int socketSettlingMillis, int peerOnlineMillis, int waitAfterFirstSeconds,
        int waitAfterRenewalSeconds, int unansweredUntilDown) {

    /**
     * IOS: placeholders of three minutes (ipSpace.net, "DMVPN Spoke NHRP Behavior Changed in IOS Release 15.0"), repetitions and
     * the death of a server as observed on CSR1000v and IOL, jitter left out. A device registers about 0.8 s after the socket came
     * up (observed on IOL); the model's value makes a boot come out even.
     */
    static final NhrpTiming IOS = new NhrpTiming(180, 64, 1000, 1000, 960, 0, 2, 1, 0);

    /**
     * FRRouting: the server's name is resolved 1 s after the start and the first request sent 50 ms later, waits are 1, 2, 4 s and
     * so on, after an answer 2, 4, 8; a peer is up 50 ms after its security association, and the request is sent 10 ms later; a loss
     * is looked into after 10 ms (nhrpd/nhrp_nhs.c, nhrpd/nhrp_peer.c); resolutions are repeated after 1, 2, 4, 7, 7, 7 s and given
     * up after 30 s (nhrpd/nhrp_shortcut.c).
     */
    static final NhrpTiming FRR = new NhrpTiming(30, 7, 1050, 10, 60, 50, 1, 2, 3);

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int LOOKS_PER_HOLDING_TIME = 4;

    /** True when what a server does not answer is counted, instead of timed. */
    boolean countsSilence() {
        return unansweredUntilDown > 0;
    }

    /**
     * How long FRRouting waits until it looks again for a peer or for a better server: a quarter of the holding time in whole
     * seconds (nhrpd/nhrp_nhs.c), but never none.
     */
    static long recheckNanos(int holdingTimeSeconds) {
        return Math.max(1, holdingTimeSeconds / LOOKS_PER_HOLDING_TIME) * SECOND_NANOS;
    }
}
