package dmvpn.sim.ike;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload.Nonce;
import dmvpn.sim.ike.message.IkeSuite;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One IKE security association, or an attempt at one. */
final class IkeSa implements ChildSa.Negotiator {

    /** How far it is. */
    enum State {
        /** Initiator: the first request is out. */
        INIT_SENT,
        /** Responder: the first request is answered. */
        INIT_ANSWERED,
        /** Initiator: the authentication request is out. */
        AUTH_SENT,
        /** Usable. */
        ESTABLISHED,
        /** Rekeyed: the successor has the child SAs, the delete is still to come. */
        REPLACED,
        /** Deleted by this end or refused by it, and kept to finish or repeat the last exchange. */
        CLOSING,
        /** Forgotten. */
        GONE
    }

    private PeerAddresses peer;
    private final boolean initiator;
    private final long initiatorSpi;
    private IkeSuite suite;
    private final long startedAtNanos;
    private final RequestWindow window;
    private final List<ChildSa> children = new ArrayList<>(1);

    private IpsecProfile profile;
    private long responderSpi;
    private long preference;

    State state;
    /** Tunnel-id of {@code show crypto ikev2 sa}. */
    int number;
    /** Where the peer is reached: on port 500, or 4500 when there is a NAT. */
    UdpPorts ports = UdpPorts.IKE;
    /** Translating devices on the way. */
    NatPath nat = NatPath.NONE;
    /** What the peer calls itself (RFC 7296 section 3.5), or null before it did: behind NAT its inside address. */
    Identity peerIdentity;
    /** When something went to the peer last, ESP included. */
    long lastSentNanos;
    /** Keepalives through the NAT that this end is behind, or null. */
    NatKeepalive natKeepalive;
    long establishedAtNanos;
    long lastReceivedNanos;
    /** Rekey or expiry when established, the end of patience of a responder before. */
    long lifetimeTimer = Scheduler.NO_TIMER;
    /** Message id that the peer's next request must have (RFC 7296 section 2.2). */
    long nextRequestIdOfPeer;
    /** Answer to the peer's last request, sent again when the request comes again (RFC 7296 section 2.1). */
    IkePacket lastAnswer;
    /** Liveness checks, or null without dead peer detection. */
    Liveness liveness;
    /** For whom a child SA is being negotiated by this end, or null. */
    ChildSaOwner negotiatingFor;
    /** True from this end's rekey request to its outcome. */
    boolean rekeying;
    /** What the peer's rekey of this one created, or null. */
    IkeSa peerSuccessor;
    /** The lower nonce of the exchange that created {@link #peerSuccessor}. */
    Nonce peerSuccessorNonce;
    /** Who inherited the child SAs, or null. */
    private IkeSa heir;

    private IkeSa(PeerAddresses peer, boolean initiator, long initiatorSpi, long responderSpi, IpsecProfile profile,
            State state, IkeTransport transport) {
        this.peer = peer;
        this.initiator = initiator;
        this.initiatorSpi = initiatorSpi;
        this.responderSpi = responderSpi;
        this.preference = initiatorSpi;
        this.profile = profile;
        this.suite = IkeSuite.of(profile.ike());
        this.state = state;
        this.startedAtNanos = transport.nowNanos();
        this.lastReceivedNanos = startedAtNanos;
        this.window = new RequestWindow(this, transport);
    }

    /** An attempt that this end starts. */
    static IkeSa initiated(PeerAddresses peer, long spi, ChildSaOwner owner, IkeTransport transport) {
        IkeSa sa = new IkeSa(peer, true, spi, 0, owner.profile(), State.INIT_SENT, transport);
        sa.negotiatingFor = owner;
        return sa;
    }

    /** An attempt that the peer started. */
    static IkeSa answered(PeerAddresses peer, long initiatorSpi, long spi, IpsecProfile profile, IkeSuite suite,
            IkeTransport transport) {
        IkeSa sa = new IkeSa(peer, false, initiatorSpi, spi, profile, State.INIT_ANSWERED, transport);
        sa.suite = suite;
        return sa;
    }

    /** The successor that a rekey of this one created. */
    IkeSa successor(boolean initiatedHere, long successorInitiatorSpi, long successorResponderSpi,
            IkeTransport transport) {
        IkeSa successor = new IkeSa(peer, initiatedHere, successorInitiatorSpi, successorResponderSpi, profile,
                State.ESTABLISHED, transport);
        successor.preference = preference;
        successor.ports = ports;
        successor.nat = nat;
        successor.peerIdentity = peerIdentity;
        successor.suite = suite;
        return successor;
    }

    @Override
    public Optional<UdpPorts> udpPorts() {
        return nat.isTranslated() ? Optional.of(ports) : Optional.empty();
    }

    @Override
    public Optional<IpAddress> peerOwnAddress() {
        return peerIdentity instanceof Identity.Address named ? Optional.of(named.address()) : Optional.empty();
    }

    @Override
    public PeerAddresses peer() {
        return peer;
    }

    /** The peer has another address from now on. */
    void moveTo(PeerAddresses now) {
        peer = now;
    }

    boolean isInitiator() {
        return initiator;
    }

    long initiatorSpi() {
        return initiatorSpi;
    }

    long responderSpi() {
        return responderSpi;
    }

    long localSpi() {
        return initiator ? initiatorSpi : responderSpi;
    }

    long remoteSpi() {
        return initiator ? responderSpi : initiatorSpi;
    }

    void setResponderSpi(long spi) {
        responderSpi = spi;
    }

    IpsecProfile profile() {
        return profile;
    }

    /** The responder learns at authentication which of its profiles the peer means. */
    void setProfile(IpsecProfile authenticated) {
        profile = authenticated;
    }

    /** What the two ends agreed on, and before that the first of what this end offers. */
    void setSuite(IkeSuite agreed) {
        suite = agreed;
    }

    IkeSuite suite() {
        return suite;
    }

    long startedAtNanos() {
        return startedAtNanos;
    }

    RequestWindow window() {
        return window;
    }

    List<ChildSa> children() {
        return children;
    }

    /** Number that decides between IKE SAs of the same two ends; both know it, and a rekey keeps it. */
    @Override
    public long preference() {
        return preference;
    }

    /** The IKE SA that carries on: this one, or the last of its successors. */
    IkeSa current() {
        return heir == null ? this : heir.current();
    }

    /** Hands the child SAs, and what this end still wants to ask, to a successor. */
    void bequeathTo(IkeSa successor) {
        heir = successor;
        for (ChildSa child : children) {
            child.moveTo(successor);
            successor.children.add(child);
        }
        children.clear();
        successor.negotiatingFor = negotiatingFor;
        negotiatingFor = null;
        window.handOverTo(successor.window);
    }

    boolean isNegotiating() {
        return state == State.INIT_SENT || state == State.INIT_ANSWERED || state == State.AUTH_SENT;
    }
}
