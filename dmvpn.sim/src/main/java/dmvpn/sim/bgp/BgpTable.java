package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.bgp.BgpTraceEvent.BestPathChanged;
import dmvpn.sim.bgp.message.Nlri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** All paths by destination, and the best of each: Adj-RIB-In and Loc-RIB of RFC 4271 section 3.2 in one. */
final class BgpTable {

    /** Hears of each destination whose best path changed. */
    @FunctionalInterface
    interface Listener {
        void changed(BgpEntry entry);
    }

    private final BgpContext context;
    private final TreeMap<Nlri, BgpEntry> entries = new TreeMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final NextHops nextHops;
    private final int maximumPaths;
    private long version = 1;

    BgpTable(BgpContext context) {
        this.context = context;
        this.nextHops = new NextHops(context, this::nextHopChanged);
        this.maximumPaths = context.process().options().maximumPaths().orElse(1);
    }

    void addListener(Listener listener) {
        listeners.add(listener);
    }

    void start() {
        nextHops.start();
    }

    void stop() {
        nextHops.stop();
    }

    /** Destinations in order. */
    Iterable<BgpEntry> entries() {
        return entries.values();
    }

    int size() {
        return entries.size();
    }

    /** Counts the changes. */
    long version() {
        return version;
    }

    Optional<BgpEntry> entry(Nlri nlri) {
        return Optional.ofNullable(entries.get(nlri));
    }

    /** A path came, in place of the one that the same neighbour or the same kind of origin had. */
    void put(BgpPath path) {
        BgpEntry entry = entries.computeIfAbsent(path.nlri(), BgpEntry::new);
        Optional<BgpPath> before = entry.pathOf(path.peer(), path.source());
        if (before.filter(path::saysTheSame).isPresent()) {
            return;
        }
        before.ifPresent(old -> remove(entry, old));
        if (!path.source().isLocal()) {
            NextHops.NextHop nextHop = nextHops.use(path.nextHop(), path.nlri());
            path.setNextHop(nextHop.isReachableFor(path.nlri().prefix(), context.distanceOf(path.source())), nextHop.metric());
        }
        entry.paths().addFirst(path);
        decide(entry);
    }

    /** The path of a neighbour, or the own one of a kind, went. */
    void remove(Nlri nlri, Optional<BgpPeer> peer, PathSource source) {
        BgpEntry entry = entries.get(nlri);
        if (entry == null) {
            return;
        }
        Optional<BgpPath> gone = entry.pathOf(peer, source);
        if (gone.isPresent()) {
            remove(entry, gone.get());
            decide(entry);
            // Not before all were told: what they do may bring another path to the same destination, such as a route that is
            // redistributed as soon as this one has left the routing table.
            if (entry.paths().isEmpty()) {
                entries.remove(nlri);
            }
        }
    }

    private void remove(BgpEntry entry, BgpPath gone) {
        entry.paths().remove(gone);
        if (!gone.source().isLocal()) {
            nextHops.release(gone.nextHop(), gone.nlri());
        }
    }

    private void nextHopChanged(IpAddress address, List<Nlri> destinations) {
        for (Nlri destination : destinations) {
            BgpEntry entry = entries.get(destination);
            if (entry != null) {
                for (BgpPath path : entry.paths()) {
                    NextHops.NextHop nextHop = path.source().isLocal() || !path.nextHop().equals(address)
                            ? null : nextHops.of(address);
                    if (nextHop != null) {
                        path.setNextHop(nextHop.isReachableFor(destination.prefix(), context.distanceOf(path.source())), nextHop.metric());
                    }
                }
                decide(entry);
            }
        }
    }

    private void decide(BgpEntry entry) {
        BgpPath before = entry.best().orElse(null);
        if (!entry.decide(maximumPaths)) {
            return;
        }
        version++;
        if (context.isRecording() && entry.best().orElse(null) != before) {
            record(entry);
        }
        for (Listener listener : listeners) {
            listener.changed(entry);
        }
    }

    private void record(BgpEntry entry) {
        BgpPath best = entry.best().orElse(null);
        if (best == null) {
            context.record(new BestPathChanged(entry.nlri().prefix(), null, null, null,
                    entry.paths().isEmpty() ? "the last path is gone" : DecisionStep.NEXT_HOP.reason()));
            return;
        }
        DecisionStep step = BestPath.decisive(best, entry.paths());
        context.record(new BestPathChanged(entry.nlri().prefix(), best.source().isLocal() ? null : best.nextHop(),
                best.peer().map(BgpPeer::address).orElse(null), best.attributes().asPath().toString(),
                step == DecisionStep.ONLY ? step.reason() : "the others have: " + step.reason()));
    }
}
