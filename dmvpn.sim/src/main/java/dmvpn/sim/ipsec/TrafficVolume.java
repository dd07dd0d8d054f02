package dmvpn.sim.ipsec;

/**
 * How much of its lifetime by volume a pair of security associations has used. Each direction has the whole volume (RFC 4301
 * section 4.4.2.1); a kilobyte has 1024 bytes.
 */
final class TrafficVolume {

    /**
     * A new pair is negotiated when so much is left: "256 kilobytes less than the kilobytes lifetime" in Cisco's description
     * of {@code set security-association lifetime kilobytes}.
     */
    private static final long MARGIN_KILOBYTES = 256;

    /** A volume that is no larger than a few margins is renewed at three quarters instead. */
    private static final int SMALL_VOLUME_DIVISOR = 4;

    private static final int KILOBYTE_BYTES = 1024;

    private final long limitBytes;
    private final long renewalBytes;
    private long sentBytes;
    private long receivedBytes;
    private boolean renewalDue;

    /** @param kilobytes lifetime by volume */
    TrafficVolume(long kilobytes) {
        this.limitBytes = Math.multiplyExact(kilobytes, KILOBYTE_BYTES);
        this.renewalBytes = limitBytes - Math.min(MARGIN_KILOBYTES * KILOBYTE_BYTES, limitBytes / SMALL_VOLUME_DIVISOR);
    }

    void sent(int bytes) {
        sentBytes += bytes;
    }

    void received(int bytes) {
        receivedBytes += bytes;
    }

    /** True once, when the time for a new pair has come. */
    boolean asksForRenewal() {
        if (renewalDue || Math.max(sentBytes, receivedBytes) < renewalBytes) {
            return false;
        }
        renewalDue = true;
        return true;
    }

    /** True when nothing of it is left in one direction. */
    boolean isUsedUp() {
        return Math.max(sentBytes, receivedBytes) >= limitBytes;
    }

    /** What is left for packets to the peer, in kilobytes. */
    long remainingOutboundKilobytes() {
        return Math.max(0, limitBytes - sentBytes) / KILOBYTE_BYTES;
    }

    /** What is left for packets from the peer, in kilobytes. */
    long remainingInboundKilobytes() {
        return Math.max(0, limitBytes - receivedBytes) / KILOBYTE_BYTES;
    }
}
