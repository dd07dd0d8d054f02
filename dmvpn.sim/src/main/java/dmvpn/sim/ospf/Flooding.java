package dmvpn.sim.ospf;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.ospf.OspfTraceEvent.AdvertisementEvent;
import dmvpn.sim.ospf.OspfTraceEvent.PacketEvent;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.OspfBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes advertisements into the databases and passes them on (RFC 2328 section 13). */
final class Flooding {

    /** What advertisements cause elsewhere. */
    interface Listener {

        /** An instance came into a database. */
        void installed(FloodingScope scope, DatabaseEntry entry);

        /** Somebody else told an advertisement of this router that is more recent than its own. */
        void receivedOwn(FloodingScope scope, DatabaseEntry entry);

        /** The content of a database changed. */
        void contentChanged();

        /** A flushed advertisement is gone. */
        void removed(FloodingScope scope, LinkStateKey key);

        /** The neighbour asked for what is not there, or answered with what is older. */
        void badRequest(OspfNeighbor neighbor);

        /** Requests to a neighbour may have been answered. */
        void requestsAnswered(OspfNeighbor neighbor);
    }

    private final OspfContext context;
    private final FloodingSender sender;
    private final Retransmissions retransmissions;
    private final Listener listener;
    /** Flushed advertisements that are still being acknowledged, with how far they were told. */
    private final Map<LinkStateKey, List<FloodingScope>> flushed = new LinkedHashMap<>();

    Flooding(OspfContext context, FloodingSender sender, Retransmissions retransmissions, Listener listener) {
        this.context = context;
        this.sender = sender;
        this.retransmissions = retransmissions;
        this.listener = listener;
    }

    /** An update of a neighbour in state Exchange or higher arrived. */
    void receive(OspfNeighbor neighbor, OspfBody.LinkStateUpdate update) {
        context.record(new PacketEvent("received", neighbor.port().name(), neighbor.address(), update));
        List<LinkStateHeader> direct = new ArrayList<>();
        for (LinkStateAdvertisement advertisement : update.advertisements()) {
            if (neighbor.port().area().carries(advertisement.key().type()) && !receive(neighbor, advertisement, direct)) {
                break;
            }
        }
        if (!direct.isEmpty()) {
            sender.acknowledge(neighbor.port(), neighbor.port().destinationOf(neighbor), direct);
        }
        listener.requestsAnswered(neighbor);
    }

    /** Answers false when the exchange with the neighbour begins anew. */
    private boolean receive(OspfNeighbor neighbor, LinkStateAdvertisement advertisement, List<LinkStateHeader> direct) {
        DatabaseEntry present =
                context.scope(neighbor.port(), advertisement.key().type()).database().get(advertisement.key());
        if (advertisement.header().isMaxAge() && present == null && !context.isSynchronizing()) {
            direct.add(advertisement.header());
            return true;
        }
        long now = context.nowNanos();
        int recency = present == null ? 1 : advertisement.header().compareRecency(present.header(now));
        if (recency > 0) {
            acceptNewer(neighbor, advertisement, present);
        } else if (neighbor.exchange().requests().containsKey(advertisement.key())) {
            listener.badRequest(neighbor);
            return false;
        } else if (recency == 0) {
            acceptSame(neighbor, advertisement, direct);
        } else if (!(present.isMaxAge(now) && present.advertisement().header().sequence() == LinkStateHeader.MAX_SEQUENCE)
                && now - present.installedAtNanos() >= OspfTimers.MINIMUM_ARRIVAL_NANOS) {
            sender.update(neighbor.port(), neighbor.port().destinationOf(neighbor),
                    List.of(present.aged(now, OspfTimers.TRANSMIT_DELAY_SECONDS)), "sent");
        }
        return true;
    }

    private void acceptNewer(OspfNeighbor neighbor, LinkStateAdvertisement advertisement, DatabaseEntry present) {
        if (present != null && present.isFlooded()
                && context.nowNanos() - present.installedAtNanos() < OspfTimers.MINIMUM_ARRIVAL_NANOS) {
            return;
        }
        FloodingScope scope = context.scope(neighbor.port(), advertisement.key().type());
        boolean requested = neighbor.exchange().requests().containsKey(advertisement.key());
        boolean floodedBack = install(scope, advertisement, neighbor);
        OspfPort port = neighbor.port();
        boolean fromDesignated = port.designatedRouter().equals(neighbor.identity());
        if (!floodedBack && (port.state() != InterfaceState.BACKUP || fromDesignated)) {
            sender.acknowledgeLater(port, neighbor, advertisement.header());
        }
        DatabaseEntry installed = scope.database().get(advertisement.key());
        if (!requested) {
            installed.setFlooded();
        }
        if (isOwn(advertisement.key())) {
            listener.receivedOwn(scope, installed);
        } else {
            removeFlushed();
        }
    }

    /** Section 13.4. As a router keeps its ID until it loses its power, its originator tells an own advertisement. */
    private boolean isOwn(LinkStateKey key) {
        return key.advertisingRouter().equals(context.routerId());
    }

    private void acceptSame(OspfNeighbor neighbor, LinkStateAdvertisement advertisement, List<LinkStateHeader> direct) {
        OspfNeighbor.Awaited awaited = neighbor.retransmissions().get(advertisement.key());
        if (awaited == null) {
            direct.add(advertisement.header());
            return;
        }
        retransmissions.acknowledged(neighbor, advertisement.key());
        OspfPort port = neighbor.port();
        if (port.state() == InterfaceState.BACKUP && port.designatedRouter().equals(neighbor.identity())) {
            sender.acknowledgeLater(port, neighbor, advertisement.header());
        }
        removeFlushed();
    }

    /**
     * Puts an instance into its database and floods it.
     *
     * @param from neighbour that it came from, null for an own one
     * @return true when it was flooded back out of the interface that it came in by
     */
    boolean install(FloodingScope scope, LinkStateAdvertisement advertisement, OspfNeighbor from) {
        LinkStateKey key = advertisement.key();
        LinkStateDatabase database = scope.database();
        DatabaseEntry before = database.get(key);
        long now = context.nowNanos();
        boolean changed = before == null || before.isMaxAge(now) != advertisement.header().isMaxAge()
                || !before.advertisement().header().options().equals(advertisement.header().options())
                || !before.advertisement().body().equals(advertisement.body());
        List<OspfPort> ports = scope.ports();
        if (before != null && before.isAwaited()) {
            ports.forEach(port -> port.neighbors().values().forEach(each -> retransmissions.forget(each, key)));
        }
        DatabaseEntry entry = database.install(advertisement, now);
        listener.installed(scope, entry);
        boolean floodedBack = flood(ports, entry, from);
        if (advertisement.header().isMaxAge()) {
            flushed.computeIfAbsent(key, each -> new ArrayList<>(1)).add(scope);
        }
        if (changed) {
            listener.contentChanged();
        }
        return floodedBack;
    }

    /** Section 13.3. */
    private boolean flood(List<OspfPort> scope, DatabaseEntry entry, OspfNeighbor from) {
        boolean back = false;
        for (OspfPort port : scope) {
            if (!port.isSpeaking() || port.settings().databaseFilter()) {
                continue;
            }
            boolean receiving = from != null && from.port() == port;
            boolean passes = !receiving || mayReturn(port, from);
            boolean wanted = false;
            for (OspfNeighbor neighbor : port.neighbors().values()) {
                if (mustHave(neighbor, entry, from)) {
                    retransmissions.await(neighbor, entry);
                    wanted = true;
                    if (passes && port.isUnicast()) {
                        sender.flood(neighbor, entry);
                    }
                }
            }
            if (wanted && passes) {
                if (!port.isUnicast()) {
                    sender.flood(port, entry);
                }
                // Where each neighbour gets packets of its own the sender hears nothing of it, and is acknowledged to.
                back |= receiving && !port.isUnicast();
            }
        }
        return back;
    }

    /** Others have heard it already when it came from the designated router, and it is for that one to pass it on. */
    private static boolean mayReturn(OspfPort port, OspfNeighbor from) {
        if (port.networkType() != OspfNetworkType.BROADCAST && port.networkType() != OspfNetworkType.NON_BROADCAST) {
            return true;
        }
        Ipv4Address source = from.identity();
        return !source.equals(port.designatedRouter()) && !source.equals(port.backupDesignatedRouter())
                && port.state() != InterfaceState.BACKUP;
    }

    /** Section 13.3, step 1: what a neighbour asked for and gets from somebody else need not be asked for any more. */
    private boolean mustHave(OspfNeighbor neighbor, DatabaseEntry entry, OspfNeighbor from) {
        if (!neighbor.state().isAtLeast(NeighborState.EXCHANGE)) {
            return false;
        }
        LinkStateHeader requested = neighbor.exchange().requests().get(entry.key());
        if (requested != null) {
            int recency = entry.advertisement().header().compareRecency(requested);
            if (recency < 0) {
                return false;
            }
            neighbor.exchange().answered(entry.key());
            if (neighbor != from) {
                listener.requestsAnswered(neighbor);
            }
            if (recency == 0) {
                return false;
            }
        }
        return neighbor != from;
    }

    /** An acknowledgment of a neighbour arrived (section 13.7). */
    void receive(OspfNeighbor neighbor, OspfBody.LinkStateAcknowledgment acknowledgment) {
        context.record(new PacketEvent("received", neighbor.port().name(), neighbor.address(), acknowledgment));
        boolean anyFlushed = false;
        for (LinkStateHeader header : acknowledgment.headers()) {
            OspfNeighbor.Awaited awaited = neighbor.retransmissions().get(header.key());
            if (awaited != null && header.compareRecency(awaited.entry().header(context.nowNanos())) == 0) {
                retransmissions.acknowledged(neighbor, header.key());
                anyFlushed |= header.isMaxAge();
            }
        }
        if (anyFlushed) {
            removeFlushed();
        }
    }

    /** A neighbour asks for advertisements (section 10.7). */
    void receive(OspfNeighbor neighbor, OspfBody.LinkStateRequest request) {
        context.record(new PacketEvent("received", neighbor.port().name(), neighbor.address(), request));
        List<LinkStateAdvertisement> answers = new ArrayList<>();
        for (LinkStateKey key : request.keys()) {
            DatabaseEntry entry = context.scope(neighbor.port(), key.type()).database().get(key);
            if (entry == null) {
                listener.badRequest(neighbor);
                return;
            }
            answers.add(entry.aged(context.nowNanos(), OspfTimers.TRANSMIT_DELAY_SECONDS));
        }
        sender.updates(neighbor.port(), neighbor.port().destinationOf(neighbor), answers, "sent");
    }

    /** The advertisement grew too old: it is flushed everywhere (section 14). */
    void expire(FloodingScope scope, DatabaseEntry entry) {
        LinkStateAdvertisement old = entry.advertisement().withAge(LinkStateHeader.MAX_AGE_SECONDS);
        context.record(new AdvertisementEvent("too old", scope.areaId().orElse(null),
                old.header(), "nobody refreshed it for an hour"));
        install(scope, old, null);
        removeFlushed();
    }

    /** Forgets flushed advertisements that nobody has to acknowledge any more (section 14). */
    void removeFlushed() {
        if (flushed.isEmpty() || context.isSynchronizing()) {
            return;
        }
        for (LinkStateKey key : List.copyOf(flushed.keySet())) {
            List<FloodingScope> waiting = new ArrayList<>(1);
            for (FloodingScope scope : flushed.get(key)) {
                DatabaseEntry entry = scope.database().get(key);
                if (entry != null && entry.isMaxAge(context.nowNanos())) {
                    if (entry.isAwaited()) {
                        waiting.add(scope);
                    } else {
                        scope.database().remove(key);
                        listener.removed(scope, key);
                    }
                }
            }
            if (waiting.isEmpty()) {
                flushed.remove(key);
            } else {
                flushed.put(key, waiting);
            }
        }
    }
}
