package dmvpn.sim.ike;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The IKE SAs of one router and their life: establishment, lifetime, end. */
final class IkeSaDatabase implements EventHandler {

    private static final int REKEY = 1;
    private static final int EXPIRE = 2;

    private final IkeTransport transport;
    private final RandomGenerator random;
    private final Map<Long, IkeSa> byLocalSpi = new LinkedHashMap<>();
    private final Map<InitialRequest, IkeSa> byInitialRequest = new HashMap<>();
    private final Map<PeerAddresses, List<IkeSa>> byPeer = new LinkedHashMap<>();

    /** Numbers that tables show, from 1 on; that of an IKE SA that went is given again. */
    private final BitSet numbers = new BitSet();

    private Consumer<IkeSa> rekey;
    private Consumer<IkeSa> expire;

    /** What identifies a first request, whose header has no SPI of the responder yet (RFC 7296 section 2.1). */
    private record InitialRequest(PeerAddresses peer, long initiatorSpi) {
    }

    IkeSaDatabase(IkeTransport transport, RandomGenerator random) {
        this.transport = transport;
        this.random = random;
    }

    /** Sets what to do when the lifetime of an IKE SA is nearly over, and when it is over. */
    void onLifetime(Consumer<IkeSa> whenToRekey, Consumer<IkeSa> whenExpired) {
        rekey = whenToRekey;
        expire = whenExpired;
    }

    /** An SPI that is not zero (RFC 7296 section 3.1) and that no IKE SA of this router has. */
    long allocateSpi() {
        while (true) {
            long spi = random.nextLong();
            if (spi != 0 && !byLocalSpi.containsKey(spi)) {
                return spi;
            }
        }
    }

    void add(IkeSa sa) {
        sa.number = numbers.nextClearBit(1);
        numbers.set(sa.number);
        byLocalSpi.put(sa.localSpi(), sa);
        if (!sa.isInitiator()) {
            byInitialRequest.put(new InitialRequest(sa.peer(), sa.initiatorSpi()), sa);
        }
        byPeer.computeIfAbsent(sa.peer(), peer -> new ArrayList<>(1)).add(sa);
    }

    /** The peer is behind NAT and has another outside address: the IKE SA and its child SAs lead there from now on. */
    void move(IkeSa sa, PeerAddresses now) {
        PeerAddresses former = sa.peer();
        if (byInitialRequest.remove(new InitialRequest(former, sa.initiatorSpi()), sa)) {
            byInitialRequest.put(new InitialRequest(now, sa.initiatorSpi()), sa);
        }
        if (unlist(sa)) {
            byPeer.computeIfAbsent(now, peer -> new ArrayList<>(1)).add(sa);
        }
        sa.moveTo(now);
        List.copyOf(sa.children()).forEach(child -> child.owner().moved(child, former));
    }

    private boolean unlist(IkeSa sa) {
        List<IkeSa> list = byPeer.get(sa.peer());
        boolean listed = list != null && list.remove(sa);
        if (listed && list.isEmpty()) {
            byPeer.remove(sa.peer());
        }
        return listed;
    }

    /** The IKE SA of that SPI, or null. */
    IkeSa find(long localSpi) {
        return byLocalSpi.get(localSpi);
    }

    /** The IKE SA that a first request made, or null. */
    IkeSa ofInitialRequest(PeerAddresses peer, long initiatorSpi) {
        return byInitialRequest.get(new InitialRequest(peer, initiatorSpi));
    }

    /** IKE SAs and attempts with a peer that are not about to go, oldest first. */
    List<IkeSa> with(PeerAddresses peer) {
        return byPeer.getOrDefault(peer, List.of());
    }

    /** All IKE SAs that are not about to go, in the order of their peers' first appearance. */
    List<IkeSa> all() {
        return byPeer.values().stream().flatMap(List::stream).toList();
    }

    /** A usable IKE SA with a peer, or null. */
    IkeSa established(PeerAddresses peer) {
        for (IkeSa sa : with(peer)) {
            if (sa.state == IkeSa.State.ESTABLISHED) {
                return sa;
            }
        }
        return null;
    }

    /** From now on the IKE SA is used for nothing new; messages on it are still understood. */
    void retire(IkeSa sa, IkeSa.State state) {
        sa.state = state;
        if (unlist(sa)) {
            numbers.clear(sa.number);
        }
        stopTimers(sa);
    }

    /** An IKE SA is usable from now on. */
    void establish(IkeSa sa, String how) {
        sa.state = IkeSa.State.ESTABLISHED;
        sa.establishedAtNanos = transport.nowNanos();
        sa.lastReceivedNanos = transport.nowNanos();
        transport.scheduler().cancel(sa.lifetimeTimer);
        long lifetimeNanos = sa.profile().ike().lifetime().toNanos();
        sa.lifetimeTimer = transport.scheduler().after(lifetimeNanos - RekeyMargin.nanos(lifetimeNanos), this, REKEY, sa);
        transport.record(sa, new IkeTraceEvent.SecurityAssociation(true, sa, how));
        IpsecProfile profile = sa.profile();
        profile.deadPeerDetection().ifPresent(configuration -> {
            sa.liveness = new Liveness(configuration, transport.scheduler(),
                    new IkeLivenessPartner(sa, transport, () -> end(sa, SaEndReason.DEAD_PEER)));
            sa.liveness.start();
        });
        OptionalInt keepaliveSeconds = transport.behaviour().natKeepaliveSeconds(profile);
        if (sa.nat.localBehindNat() && keepaliveSeconds.isPresent()) {
            sa.natKeepalive = new NatKeepalive(transport.scheduler(), new IkeKeepalivePartner(sa, transport),
                    keepaliveSeconds.getAsInt());
            sa.natKeepalive.start();
        }
    }

    /** The IKE SA is tried again later, or expires. */
    void retryRekey(IkeSa sa, long delayNanos) {
        long expiry = sa.establishedAtNanos + sa.profile().ike().lifetime().toNanos();
        transport.scheduler().cancel(sa.lifetimeTimer);
        sa.lifetimeTimer = transport.nowNanos() + delayNanos < expiry
                ? transport.scheduler().after(delayNanos, this, REKEY, sa)
                : transport.scheduler().after(expiry - transport.nowNanos(), this, EXPIRE, sa);
    }

    @Override
    public void handle(int kind, Object payload) {
        IkeSa sa = (IkeSa) payload;
        sa.lifetimeTimer = Scheduler.NO_TIMER;
        if (kind == REKEY) {
            long expiry = sa.establishedAtNanos + sa.profile().ike().lifetime().toNanos();
            sa.lifetimeTimer =
                    transport.scheduler().after(expiry - transport.nowNanos(), this, EXPIRE, sa);
            rekey.accept(sa);
        } else {
            expire.accept(sa);
        }
    }

    /** Forgets an IKE SA and its child SAs without a message. */
    void end(IkeSa sa, SaEndReason reason) {
        if (sa.state == IkeSa.State.GONE) {
            return;
        }
        boolean wasUp = sa.state == IkeSa.State.ESTABLISHED || sa.state == IkeSa.State.REPLACED;
        forget(sa);
        if (wasUp) {
            transport.record(sa, new IkeTraceEvent.SecurityAssociation(false, sa, reason.text()));
        }
        endChildren(sa, reason);
    }

    /** Forgets an IKE SA; its child SAs are the caller's concern. */
    void forget(IkeSa sa) {
        retire(sa, IkeSa.State.GONE);
        sa.window().cancel();
        byLocalSpi.remove(sa.localSpi());
        if (!sa.isInitiator()) {
            byInitialRequest.remove(new InitialRequest(sa.peer(), sa.initiatorSpi()), sa);
        }
    }

    void endChildren(IkeSa sa, SaEndReason reason) {
        for (ChildSa child : List.copyOf(sa.children())) {
            end(child, reason);
        }
    }

    /** Forgets a child SA without a message. */
    void end(ChildSa child, SaEndReason reason) {
        if (child.isRemoved()) {
            return;
        }
        child.markRemoved();
        child.ikeSa().children().remove(child);
        transport.scheduler().cancel(child.lifetimeTimer);
        child.owner().removed(child, reason);
    }

    private void stopTimers(IkeSa sa) {
        transport.scheduler().cancel(sa.lifetimeTimer);
        sa.lifetimeTimer = Scheduler.NO_TIMER;
        if (sa.liveness != null) {
            sa.liveness.stop();
        }
        if (sa.natKeepalive != null) {
            sa.natKeepalive.stop();
        }
    }

    /** Cancels every timer of the router's key exchange. */
    void stop() {
        for (IkeSa sa : List.copyOf(byLocalSpi.values())) {
            stopTimers(sa);
            sa.window().cancel();
            sa.children().forEach(child -> transport.scheduler().cancel(child.lifetimeTimer));
        }
    }
}
