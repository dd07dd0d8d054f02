package dmvpn.sim.nhrp;

/**
 * Times of a platform's NHRP that no configuration changes.
 *
 * @param placeholderSeconds life of the entry of a resolution that nobody answers
 * @param longestResolutionWaitSeconds longest wait before a request is repeated; waits double from 1 s
 * @param firstRegistrationMillis from the start of a tunnel without IPsec to the first registration
 * @param waitAfterFirstSeconds from that registration to the first repetition
 * @param waitAfterRenewalSeconds from the renewal of a registration to the first repetition
 * @param unansweredUntilDown requests without answer that make a server unreachable; 0 when it is down 7 s after the first try
 */
record NhrpTiming(int placeholderSeconds, int longestResolutionWaitSeconds, int firstRegistrationMillis,
        int waitAfterFirstSeconds, int waitAfterRenewalSeconds, int unansweredUntilDown) {

    /**
     * IOS: placeholders of three minutes (ipSpace.net, "DMVPN Spoke NHRP Behavior Changed in IOS Release 15.0"), repetitions and
     * the death of a server as observed on CSR1000v and IOL, jitter left out.
     */
    static final NhrpTiming IOS = new NhrpTiming(180, 64, 1000, 2, 1, 0);

    /**
     * FRRouting: the server's name is resolved 1 s after the start and the first request sent 50 ms later, waits are 1, 2, 4 s and
     * so on, after an answer 2, 4, 8 (nhrpd/nhrp_nhs.c); resolutions are repeated after 1, 2, 4, 7, 7, 7 s and given up after 30 s
     * (nhrpd/nhrp_shortcut.c).
     */
    static final NhrpTiming FRR = new NhrpTiming(30, 7, 1050, 1, 2, 3);
}
