package dmvpn.sim.ike.v1;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.ike.ChildSa;
import dmvpn.sim.ike.ChildSaOwner;
import dmvpn.sim.ike.IkeSession;
import dmvpn.sim.ike.Liveness;
import dmvpn.sim.ike.NatKeepalive;
import dmvpn.sim.ike.NatPath;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.UdpPorts;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.v1.message.IsakmpProtection;
import dmvpn.sim.ike.v1.message.IsakmpSuite;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One ISAKMP SA of phase 1, or an attempt at one. */
final class IsakmpSa implements ChildSa.Negotiator {

    /** How far it is, by the names of {@code show crypto isakmp sa} (Cisco IOS Security Command Reference). */
    enum State {
        /** Main mode: nothing is agreed on. */
        MM_NO_STATE,
        /** Main mode: the parameters are agreed on. */
        MM_SA_SETUP,
        /** Main mode: there is a shared secret, and nobody is authenticated. */
        MM_KEY_EXCH,
        /** Main mode: authenticated. */
        MM_KEY_AUTH,
        /** Aggressive mode: nothing is agreed on. */
        AG_NO_STATE,
        /** Aggressive mode: there is a shared secret, and nobody is authenticated. */
        AG_INIT_EXCH,
        /** Aggressive mode: authenticated. */
        AG_AUTH,
        /** Idle, and ready for quick mode. */
        QM_IDLE
    }

    private PeerAddresses peer;
    private final boolean initiator;
    private final boolean aggressive;
    private final long initiatorCookie;
    private final int connectionId;
    private final IpsecProfile profile;
    /** The secret that the keys were made of, as it was found by the address that the peer had then; empty without one. */
    private final Optional<String> secretName;
    private final long startedAtNanos;
    private final MessageExchange exchange;
    private final List<ChildSaOwner> waiting = new ArrayList<>(1);
    private final Map<Long, QuickModeRun> runs = new LinkedHashMap<>();

    State state;
    long responderCookie;
    /** What is agreed on, null before. */
    IsakmpSuite suite;
    long lifetimeSeconds;
    long establishedAtNanos;
    long lastReceivedNanos;
    boolean gone;
    /** Renewal or expiry when established, the end of patience of a responder before. */
    long lifetimeTimer = Scheduler.NO_TIMER;
    /** Where the peer is reached: on port 500, or 4500 when there is a NAT. */
    UdpPorts ports = UdpPorts.IKE;
    /** Translating devices on the way. */
    NatPath nat = NatPath.NONE;
    /** The peer says that it knows NAT traversal (RFC 3947 section 3.1). */
    boolean peerTraversesNat;
    /** What the peer calls itself (RFC 2407 section 4.6.2), or null before it did: behind NAT its inside address. */
    Identity peerIdentity;
    /** When something went to the peer last, ESP included. */
    long lastSentNanos;
    /** Keepalives through the NAT that this end is behind, or null. */
    NatKeepalive natKeepalive;
    /** Dead peer detection, or null without. */
    Liveness liveness;
    /** Sequence number of the last question of dead peer detection (RFC 3706 section 5.4). */
    long livenessSequence;

    IsakmpSa(PeerAddresses peer, boolean initiator, boolean aggressive, long initiatorCookie, int connectionId,
            IpsecProfile profile, IsakmpTransport transport) {
        this.peer = peer;
        this.initiator = initiator;
        this.aggressive = aggressive;
        this.initiatorCookie = initiatorCookie;
        this.connectionId = connectionId;
        this.profile = profile;
        this.secretName = PhaseOneProof.secret(profile, peer);
        this.state = aggressive ? State.AG_NO_STATE : State.MM_NO_STATE;
        this.lifetimeSeconds = profile.ike().lifetime().toSeconds();
        this.startedAtNanos = transport.nowNanos();
        this.lastReceivedNanos = startedAtNanos;
        this.exchange = new MessageExchange(this, transport);
    }

    @Override
    public PeerAddresses peer() {
        return peer;
    }

    @Override
    public Optional<UdpPorts> udpPorts() {
        return nat.isTranslated() ? Optional.of(ports) : Optional.empty();
    }

    @Override
    public Optional<IpAddress> peerOwnAddress() {
        return peerIdentity instanceof Identity.Address named ? Optional.of(named.address()) : Optional.empty();
    }

    /** True unless the other one is known to be with another station behind the same translation. */
    boolean isWithStationOf(IsakmpSa other) {
        return peer.equals(other.peer)
                && (peerIdentity == null || other.peerIdentity == null || peerIdentity.equals(other.peerIdentity));
    }

    /** Any pair serves: after both ends have started, each sends on the newest that it has. */
    @Override
    public long preference() {
        return 0;
    }

    /** The peer has another address from now on. */
    void moveTo(PeerAddresses now) {
        peer = now;
    }

    boolean isInitiator() {
        return initiator;
    }

    boolean isAggressive() {
        return aggressive;
    }

    long initiatorCookie() {
        return initiatorCookie;
    }

    int connectionId() {
        return connectionId;
    }

    IpsecProfile profile() {
        return profile;
    }

    long startedAtNanos() {
        return startedAtNanos;
    }

    /** The messages of phase 1. */
    MessageExchange exchange() {
        return exchange;
    }

    /** Who gets a quick mode as soon as phase 1 is done. */
    List<ChildSaOwner> waiting() {
        return waiting;
    }

    /** Quick modes by message id. */
    Map<Long, QuickModeRun> runs() {
        return runs;
    }

    boolean isEstablished() {
        return state == State.QM_IDLE && !gone;
    }

    /** What the lifetime has left; only for one that is established. */
    long remainingNanos(long nowNanos) {
        return establishedAtNanos + TimeUnit.SECONDS.toNanos(lifetimeSeconds) - nowNanos;
    }

    /** Letters of what is used on it, as tables show them. */
    String capabilities() {
        return IkeSession.capabilities(liveness != null, nat.isTranslated());
    }

    /** How this end protects its messages: the shared secret is part of the keys (RFC 2409 section 5). */
    IsakmpProtection protection() {
        return new IsakmpProtection(suite, suite.authentication() == IsakmpSuite.Method.PRE_SHARED_KEY
                ? secretName : Optional.empty());
    }
}
