package dmvpn.sim.ike.v1;

import dmvpn.sim.ike.NatKeepalive;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.SaEndReason;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The ISAKMP SAs and the pairs of IPsec security associations of one router, and their ends. */
final class IsakmpDatabase {

    /** First number of {@code conn-id} on Cisco IOS. */
    private static final int FIRST_CONNECTION_ID = 1_001;

    /** How long a table shows what is gone already, as "deleted": the simulator's choice. */
    private static final long DELETED_SHOWN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final IsakmpTransport transport;
    private final Map<Name, IsakmpSa> associations = new LinkedHashMap<>();
    private final Map<PeerAddresses, List<IsakmpSa>> byPeer = new LinkedHashMap<>();
    private final Map<PeerAddresses, List<QuickModeSa>> pairs = new LinkedHashMap<>();
    private final List<Deleted> deleted = new ArrayList<>();
    private int nextConnectionId = FIRST_CONNECTION_ID;

    /** The responder's cookie is not known at first, so that the initiator's has to do. */
    private record Name(PeerAddresses peer, long initiatorCookie) {
    }

    /** What is gone, while a table shows it. */
    private record Deleted(IsakmpSa sa, long atNanos) {
    }

    IsakmpDatabase(IsakmpTransport transport) {
        this.transport = transport;
    }

    int allocateConnectionId() {
        return nextConnectionId++;
    }

    void add(IsakmpSa sa) {
        associations.put(new Name(sa.peer(), sa.initiatorCookie()), sa);
        byPeer.computeIfAbsent(sa.peer(), peer -> new ArrayList<>(1)).add(sa);
    }

    /** The ISAKMP SA of a message, or null. */
    IsakmpSa find(PeerAddresses peer, long initiatorCookie) {
        return associations.get(new Name(peer, initiatorCookie));
    }

    /** The ISAKMP SA of a message from an address that its peer, which is behind NAT, did not have so far; or null. */
    IsakmpSa findMoved(PeerAddresses peer, IsakmpPacket message) {
        for (IsakmpSa sa : associations.values()) {
            if (sa.initiatorCookie() == message.initiatorCookie() && sa.responderCookie == message.responderCookie()
                    && sa.isEstablished() && sa.nat.followsPeer() && sa.peer().isAtSameEnd(peer)) {
                return sa;
            }
        }
        return null;
    }

    /** The station of an ISAKMP SA is behind NAT and has another outside address: all of it leads there from now on. */
    void move(IsakmpSa station, PeerAddresses now) {
        PeerAddresses former = station.peer();
        Set<IsakmpSa> moving = allLike(station);
        List<QuickModeSa> movingPairs =
                pairsWith(former).stream().filter(pair -> moving.contains(pair.negotiator())).toList();
        for (IsakmpSa sa : moving) {
            boolean listed = associations.remove(new Name(former, sa.initiatorCookie()), sa);
            if (listed) {
                removeFrom(byPeer, former, sa);
            }
            sa.moveTo(now);
            if (listed) {
                add(sa);
            }
        }
        for (QuickModeSa pair : movingPairs) {
            removeFrom(pairs, former, pair);
            add(pair);
            pair.owner().moved(pair, former);
        }
    }

    private static <T> void removeFrom(Map<PeerAddresses, List<T>> lists, PeerAddresses peer, T element) {
        List<T> list = lists.get(peer);
        list.remove(element);
        if (list.isEmpty()) {
            lists.remove(peer);
        }
    }

    List<IsakmpSa> all() {
        return List.copyOf(associations.values());
    }

    List<IsakmpSa> with(PeerAddresses peer) {
        return byPeer.getOrDefault(peer, List.of());
    }

    /** The newest usable ISAKMP SA with a peer, or null. */
    IsakmpSa established(PeerAddresses peer) {
        IsakmpSa newest = null;
        for (IsakmpSa sa : with(peer)) {
            if (sa.isEstablished() && (newest == null || sa.establishedAtNanos >= newest.establishedAtNanos)) {
                newest = sa;
            }
        }
        return newest;
    }

    /** The newest usable ISAKMP SA with the station of another one, or null. */
    IsakmpSa establishedLike(IsakmpSa sa) {
        IsakmpSa newest = null;
        for (IsakmpSa other : with(sa.peer())) {
            if (other.isEstablished() && other.isWithStationOf(sa)
                    && (newest == null || other.establishedAtNanos >= newest.establishedAtNanos)) {
                newest = other;
            }
        }
        return newest;
    }

    /** ISAKMP SAs that a table still shows although they are gone, the oldest first. */
    List<IsakmpSa> deleted() {
        long since = transport.nowNanos() - DELETED_SHOWN_NANOS;
        return deleted.stream().filter(gone -> gone.atNanos() >= since).map(Deleted::sa).toList();
    }

    /** Forgets an ISAKMP SA without a message. Pairs of IPsec security associations stay. */
    void end(IsakmpSa sa, SaEndReason reason) {
        if (sa.gone) {
            return;
        }
        boolean wasUp = sa.isEstablished();
        sa.gone = true;
        stop(sa);
        associations.remove(new Name(sa.peer(), sa.initiatorCookie()));
        removeFrom(byPeer, sa.peer(), sa);
        deleted.removeIf(gone -> gone.atNanos() < transport.nowNanos() - DELETED_SHOWN_NANOS);
        deleted.add(new Deleted(sa, transport.nowNanos()));
        if (wasUp) {
            transport.record(sa, new IsakmpTraceEvent.SecurityAssociation(false, sa, reason.text()));
        }
    }

    private void stop(IsakmpSa sa) {
        transport.scheduler().cancel(sa.lifetimeTimer);
        sa.lifetimeTimer = Scheduler.NO_TIMER;
        sa.exchange().stop();
        sa.runs().values().forEach(run -> run.exchange.stop());
        if (sa.liveness != null) {
            sa.liveness.stop();
        }
        stopKeepalive(sa);
    }

    private static void stopKeepalive(IsakmpSa sa) {
        if (sa.natKeepalive != null) {
            sa.natKeepalive.stop();
            sa.natKeepalive = null;
        }
    }

    /** An ISAKMP SA takes the place of those that it renews: one keepalive for a mapping is enough. */
    void startKeepalive(IsakmpSa sa) {
        with(sa.peer()).stream().filter(other -> other.isWithStationOf(sa)).forEach(IsakmpDatabase::stopKeepalive);
        OptionalInt intervalSeconds = transport.behaviour().natKeepaliveSeconds(sa.profile());
        if (sa.nat.localBehindNat() && intervalSeconds.isPresent()) {
            sa.natKeepalive = new NatKeepalive(transport.scheduler(), new IsakmpKeepalivePartner(sa, transport),
                    intervalSeconds.getAsInt());
            sa.natKeepalive.start();
        }
    }

    /**
     * The ISAKMP SAs that know where the station of one is: those that are up, and those that live on in their pairs. Of an attempt
     * nobody knows yet whose it is.
     */
    Set<IsakmpSa> allLike(IsakmpSa sa) {
        Set<IsakmpSa> all = new LinkedHashSet<>(with(sa.peer()));
        pairsWith(sa.peer()).forEach(pair -> all.add(pair.negotiator()));
        all.removeIf(other -> !sa.peerIdentity.equals(other.peerIdentity));
        return all;
    }

    void add(QuickModeSa pair) {
        pairs.computeIfAbsent(pair.peer(), peer -> new ArrayList<>(1)).add(pair);
    }

    /** Pairs with a peer, the oldest first. */
    List<QuickModeSa> pairsWith(PeerAddresses peer) {
        return List.copyOf(pairs.getOrDefault(peer, List.of()));
    }

    /** True when a pair has a younger one for the same owner. */
    boolean hasSuccessor(QuickModeSa pair) {
        List<QuickModeSa> all = pairsWith(pair.peer());
        return all.subList(all.indexOf(pair) + 1, all.size()).stream().anyMatch(other ->
                other.owner() == pair.owner() && other.negotiator().isWithStationOf(pair.negotiator()));
    }

    /** Forgets a pair without a message. */
    void end(QuickModeSa pair, SaEndReason reason) {
        if (pair.isRemoved()) {
            return;
        }
        pair.markRemoved();
        transport.scheduler().cancel(pair.lifetimeTimer);
        removeFrom(pairs, pair.peer(), pair);
        pair.owner().removed(pair, reason);
    }

    /** Forgets everything about one station, which may share its address with others, without a message. */
    void endAllLike(IsakmpSa sa, SaEndReason reason) {
        // Behind a translation an attempt may be of another station.
        List.copyOf(with(sa.peer())).stream().filter(other -> other.isWithStationOf(sa)
                && (other.isEstablished() || !sa.nat.isTranslated())).forEach(other -> end(other, reason));
        pairsWith(sa.peer()).stream().filter(pair -> pair.negotiator().isWithStationOf(sa)).forEach(pair -> end(pair, reason));
    }

    /** Forgets everything about a peer without a message. */
    void endAll(PeerAddresses peer, SaEndReason reason) {
        List.copyOf(with(peer)).forEach(sa -> end(sa, reason));
        pairsWith(peer).forEach(pair -> end(pair, reason));
    }

    /** All peers that there is anything with. */
    Set<PeerAddresses> peers() {
        Set<PeerAddresses> peers = new LinkedHashSet<>(byPeer.keySet());
        peers.addAll(pairs.keySet());
        return peers;
    }

    /** Cancels every timer. */
    void stop() {
        associations.values().forEach(this::stop);
        pairs.values().forEach(list -> list.forEach(pair -> transport.scheduler().cancel(pair.lifetimeTimer)));
    }
}
