package dmvpn.app.diagram;

import dmvpn.sim.trace.FieldValue;
import dmvpn.sim.trace.RecordedEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads from the events of a run which tunnels there are. Those between a client and its servers are up while the client has
 * registered, and those with IPsec while there is a socket for them. Of tunnels without IPsec that clients make among themselves
 * only the NHRP caches tell: such a tunnel is there while a cache at one of its ends has the other one resolved (RFC 2332,
 * section 6.2).
 */
final class SeenTunnels {

    private static final String KEYING = "keying";
    private static final String UP = "up";
    private static final String DOWN = "down";

    private record Entry(int node, String tunnel, String target) {
    }

    /** Two routers in a cloud, the one with the smaller number first. */
    private record Ends(int one, int other, String cloud) {

        static Ends of(int node, int peer, String cloud) {
            return new Ends(Math.min(node, peer), Math.max(node, peer), cloud);
        }
    }

    private final TunnelEnds ends;
    private final Consumer<SeenChange> changes;
    private final Set<Ends> registrations = new HashSet<>();
    private final Map<Entry, Ends> resolved = new HashMap<>();
    private final Map<Ends, Integer> resolvedBetween = new HashMap<>();

    /** @param changes told of each change, in order */
    SeenTunnels(TunnelEnds ends, Consumer<SeenChange> changes) {
        this.ends = ends;
        this.changes = changes;
    }

    /** True for an event that {@link #take} wants. */
    static boolean tellsOfTunnels(String message) {
        return switch (message) {
            case "line protocol up", "IKE_SA_INIT request sent", "main mode message sent", "aggressive mode message sent", "socket is UP",
                    "socket is DOWN", "NHS up", "NHS down", "cache entry added", "cache entry updated", "cache entry removed" -> true;
            default -> false;
        };
    }

    /** Takes the next event over. */
    void take(RecordedEvent event) {
        switch (event.message()) {
            case "line protocol up" -> ends.hasAddress(event.node(), text(event, "interface"), text(event, "address"));
            case "socket is UP" -> socket(event, UP);
            case "socket is DOWN" -> socket(event, DOWN);
            case "NHS up" -> registration(event, UP);
            case "NHS down" -> registration(event, DOWN);
            case "cache entry added", "cache entry updated", "cache entry removed" -> entry(event);
            default -> keyExchange(event);
        }
    }

    /** Keys are exchanged between two addresses, for all tunnels that go there. */
    private void keyExchange(RecordedEvent event) {
        String remote = text(event, "peer");
        ends.nodeAt(remote).ifPresent(peer -> ends.cloudsBetween(event.node(), text(event, "local"), peer, remote)
                .forEach(cloud -> tell(event, Ends.of(event.node(), peer, cloud), KEYING)));
    }

    private void socket(RecordedEvent event, String state) {
        cloud(event).ifPresent(cloud -> ends.nodeAt(text(event, "peer"))
                .ifPresent(peer -> tell(event, Ends.of(event.node(), peer, cloud), state)));
    }

    private void registration(RecordedEvent event, String state) {
        member(event, "protocolAddress").ifPresent(pair -> {
            registrations.add(pair);
            tell(event, pair, state);
        });
    }

    private void entry(RecordedEvent event) {
        Optional<Ends> pair = Optional.of(event).filter(SeenTunnels::isMapping).flatMap(mapping -> member(mapping, "nextHop"));
        pair.ifPresent(known -> ends.isKnownBy(text(event, "nbmaAddress"), known.one() == event.node() ? known.other() : known.one()));
        if (ends.tunnel(event.node(), text(event, "tunnel")).filter(tunnel -> !tunnel.isProtected()).isEmpty()) {
            return;
        }
        Entry entry = new Entry(event.node(), text(event, "tunnel"), text(event, "target"));
        Optional<Ends> now = pair.filter(known -> !registrations.contains(known) && !text(event, "flags").contains("registered"));
        Optional<Ends> before = Optional.ofNullable(now.isPresent() ? resolved.put(entry, now.get()) : resolved.remove(entry));
        if (!before.equals(now)) {
            now.filter(there -> resolvedBetween.merge(there, 1, Integer::sum) == 1).ifPresent(there -> tell(event, there, UP));
            before.filter(gone -> resolvedBetween.merge(gone, -1, Integer::sum) == 0).ifPresent(gone -> tell(event, gone, DOWN));
        }
    }

    /** An entry that maps another station's address: the router's own networks and questions without an answer do not. */
    private static boolean isMapping(RecordedEvent event) {
        return !event.message().equals("cache entry removed") && text(event, "type").equals("dynamic") && !text(event, "flags").contains("local")
                && !text(event, "nbmaAddress").isEmpty();
    }

    private Optional<Ends> member(RecordedEvent event, String field) {
        return cloud(event).flatMap(cloud -> ends.member(cloud, text(event, field)).filter(peer -> peer != event.node())
                .map(peer -> Ends.of(event.node(), peer, cloud)));
    }

    private Optional<String> cloud(RecordedEvent event) {
        return ends.tunnel(event.node(), text(event, "tunnel")).map(TunnelEnds.Tunnel::cloud);
    }

    /** The cloud whose tunnel a message takes when it leaves with an event; empty when it takes none. */
    Optional<String> cloudOf(RecordedEvent event) {
        Optional<String> byName = Stream.of("tunnel", "egress", "interface")
                .flatMap(field -> ends.tunnel(event.node(), text(event, field)).stream()).map(TunnelEnds.Tunnel::cloud).findFirst();
        return byName.or(() -> ends.nodeAt(text(event, "peer")).flatMap(peer ->
                ends.cloudsBetween(event.node(), text(event, "local"), peer, text(event, "peer")).stream().findFirst()));
    }

    private void tell(RecordedEvent event, Ends pair, String state) {
        changes.accept(new SeenChange.Tunnel(event.index(), event.timeNanos(), pair.one(), pair.other(), pair.cloud(), state));
    }

    private static String text(RecordedEvent event, String field) {
        return event.field(field).map(FieldValue::text).orElse("");
    }
}
