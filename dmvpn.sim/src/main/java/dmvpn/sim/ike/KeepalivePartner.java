package dmvpn.sim.ike;

/** What keepalives through a translating device need of a key exchange. */
public interface KeepalivePartner {

    /** When something went to the peer last, ESP included, in nanoseconds since the start of the run. */
    long lastSentNanos();

    /** Sends a byte that nobody answers, and takes note of the time. */
    void sendKeepalive();
}
