package dmvpn.sim.ipsec;

import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.ike.ChildSa;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The state that ESP keeps of a pair of security associations (RFC 4301 section 4.4.2). */
final class EspSa {

    private final ChildSa child;
    private ProtectedSocket socket;
    private final EspTransform transform;
    private final ReplayWindow window;
    private final TrafficVolume volume;
    private final Optional<HashAlgorithm> authenticationHeader;
    private final ReplayWindow windowOfHeader;
    private final OutboundSequence sequence = new OutboundSequence();
    private long encapsulated;
    private long decapsulated;
    private FlowNumbers flows;
    private long sendErrors;
    private long receiveErrors;

    EspSa(ChildSa child, ProtectedSocket socket, ReplayWindow window, TrafficVolume volume) {
        this.window = window;
        this.volume = volume;
        this.authenticationHeader = child.owner().profile().options().authenticationHeader();
        this.windowOfHeader = new ReplayWindow(window.size());
        this.child = child;
        this.socket = socket;
        EspTransform configured = child.transform();
        this.transform = configured.mode() == child.mode()
                ? configured
                : new EspTransform(configured.encryption(), configured.integrity(), child.mode(),
                        configured.origin());
    }

    ChildSa child() {
        return child;
    }

    ProtectedSocket socket() {
        return socket;
    }

    /** The peer has another address, and with it another socket. */
    void moveTo(ProtectedSocket now) {
        socket = now;
    }

    /** Algorithms and mode as negotiated; the mode may differ from the configured one. */
    EspTransform transform() {
        return transform;
    }

    /** The sequence number of the next packet to the peer, or 0 when all are used up. */
    long nextSequence() {
        long next = sequence.next();
        if (next != 0) {
            encapsulated++;
        }
        return next;
    }

    /** Hash of the Authentication Header in front of ESP, empty without one. */
    Optional<HashAlgorithm> authenticationHeader() {
        return authenticationHeader;
    }

    /** Checks the Authentication Header of a packet from the peer, and counts the packet when there is no ESP inside. */
    boolean acceptHeader(long receivedSequence) {
        boolean accepted = windowOfHeader.accept(receivedSequence);
        if (accepted && !transform.isEsp()) {
            decapsulated++;
        }
        return accepted;
    }

    /** Checks and counts a packet from the peer. */
    boolean accept(long receivedSequence) {
        if (!window.accept(receivedSequence)) {
            return false;
        }
        decapsulated++;
        return true;
    }

    /** The database gives a pair its numbers when it takes it in. */
    void setFlows(FlowNumbers given) {
        flows = given;
    }

    FlowNumbers flows() {
        return flows;
    }

    long remainingSeconds(long nowNanos) {
        return TimeUnit.NANOSECONDS.toSeconds(child.expiresAtNanos() - nowNanos);
    }

    /** What the lifetime by volume has left. */
    TrafficVolume volume() {
        return volume;
    }

    /** Packets that the anti-replay window spans. */
    int replayWindowPackets() {
        return window.size();
    }

    /** Packets to the peer. */
    long encapsulated() {
        return encapsulated;
    }

    /** Packets from the peer, without the replayed ones. */
    long decapsulated() {
        return decapsulated;
    }

    void countSendError() {
        sendErrors++;
    }

    void countReceiveError() {
        receiveErrors++;
    }

    /** Packets to the peer that could not be protected. */
    long sendErrors() {
        return sendErrors;
    }

    /** Packets that were said to be from the peer and were refused: replayed, forged or of another flow. */
    long receiveErrors() {
        return receiveErrors;
    }
}
