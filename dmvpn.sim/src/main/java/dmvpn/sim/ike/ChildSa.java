package dmvpn.sim.ike;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EspTransform;
import dmvpn.sim.ike.message.IkePayload.Nonce;
import dmvpn.sim.kernel.Scheduler;
import java.util.Optional;

/** A pair of IPsec security associations that one exchange negotiated (RFC 7296 section 1.3, RFC 2409 section 5.5). */
public class ChildSa {

    private final ChildSaOwner owner;
    private final long inboundSpi;
    private final long outboundSpi;
    private final EspTransform transform;
    private final EncapsulationMode mode;
    private final boolean initiator;
    private final long installedAtNanos;
    private final long expiresAtNanos;

    private Negotiator negotiator;
    private boolean outboundReady;
    private boolean removed;

    /** Rekey or expiry, whichever is next. */
    long lifetimeTimer = Scheduler.NO_TIMER;
    /** True from this end's rekey request to its outcome. */
    boolean rekeying;
    /** True from this end's delete request to its outcome. */
    boolean closing;
    /** The pair that the peer's rekey of this one created, or null. */
    ChildSa peerSuccessor;
    /** The lower nonce of the exchange that created {@link #peerSuccessor}. */
    Nonce peerSuccessorNonce;

    /** What negotiated a pair: an IKE SA, or phase 1 of IKEv1. */
    public interface Negotiator {

        /** The two ends. */
        PeerAddresses peer();

        /** The UDP ports that ESP travels on when there is a NAT on the way, empty without. */
        default Optional<UdpPorts> udpPorts() {
            return Optional.empty();
        }

        /** The address that the peer calls itself; empty when it has a name. */
        default Optional<IpAddress> peerOwnAddress() {
            return Optional.of(peer().remote());
        }

        /** Number that decides between those of the same two ends; both know it, and a rekey keeps it. */
        long preference();
    }

    /** A pair that was agreed on just now. */
    public ChildSa(Negotiator negotiator, ChildSaOwner owner, Terms terms, long installedAtNanos, long expiresAtNanos) {
        this.negotiator = negotiator;
        this.owner = owner;
        this.inboundSpi = terms.inboundSpi();
        this.outboundSpi = terms.outboundSpi();
        this.transform = terms.transform();
        this.mode = terms.mode();
        this.initiator = terms.initiator();
        this.outboundReady = terms.outboundReady();
        this.installedAtNanos = installedAtNanos;
        this.expiresAtNanos = expiresAtNanos;
    }

    /**
     * What an exchange agreed on.
     *
     * @param inboundSpi SPI of packets to this router
     * @param outboundSpi SPI of packets to the peer
     * @param transform algorithms
     * @param mode transport or tunnel
     * @param initiator true when this end sent the request
     * @param outboundReady false while the peer may not have installed its side
     */
    public record Terms(long inboundSpi, long outboundSpi, EspTransform transform, EncapsulationMode mode, boolean initiator,
            boolean outboundReady) {
    }

    /** Who needs it. */
    public ChildSaOwner owner() {
        return owner;
    }

    /** The two ends. */
    public PeerAddresses peer() {
        return negotiator.peer();
    }

    /** The UDP ports that ESP travels on when there is a NAT on the way, empty without (RFC 3948). */
    public Optional<UdpPorts> udpPorts() {
        return negotiator.udpPorts();
    }

    /** The address that the peer calls itself, behind NAT another one than {@link #peer()} has; empty when it has a name. */
    public Optional<IpAddress> peerOwnAddress() {
        return negotiator.peerOwnAddress();
    }

    /** SPI of packets to this router. */
    public long inboundSpi() {
        return inboundSpi;
    }

    /** SPI of packets to the peer. */
    public long outboundSpi() {
        return outboundSpi;
    }

    /** Algorithms. */
    public EspTransform transform() {
        return transform;
    }

    /** Transport or tunnel mode, as negotiated. */
    public EncapsulationMode mode() {
        return mode;
    }

    /** True when this end sent the request that created it. */
    public boolean isInitiator() {
        return initiator;
    }

    /** When it was installed, in nanoseconds since the start of the run. */
    public long installedAtNanos() {
        return installedAtNanos;
    }

    /** When its lifetime ends, in nanoseconds since the start of the run. */
    public long expiresAtNanos() {
        return expiresAtNanos;
    }

    /**
     * True when packets may go out on it. The responder of a rekey goes on with the old pair until it knows that the
     * initiator has installed the new one (RFC 7296 section 2.8).
     */
    public boolean isOutboundReady() {
        return outboundReady;
    }

    /**
     * Says which of two pairs with the same peer carries what this router sends: the one of the IKE security association
     * with the greater initiator SPI, so that both ends choose the same after both started at once, and under one IKE
     * security association the newest.
     */
    public boolean isPreferredTo(ChildSa other) {
        int byIkeSa = Long.compareUnsigned(negotiator.preference(), other.negotiator.preference());
        return byIkeSa != 0 ? byIkeSa > 0 : installedAtNanos >= other.installedAtNanos;
    }

    IkeSa ikeSa() {
        return (IkeSa) negotiator;
    }

    void moveTo(IkeSa successor) {
        negotiator = successor;
    }

    /** @return true when it was not ready before */
    boolean makeOutboundReady() {
        boolean change = !outboundReady;
        outboundReady = true;
        return change;
    }

    /** True when it is gone. */
    public boolean isRemoved() {
        return removed;
    }

    /** It is gone. */
    public void markRemoved() {
        removed = true;
    }
}
