package dmvpn.sim.bgp;

import dmvpn.network.address.IpPrefix;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.PathAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Neighbours with the same rules. What is announced is computed once for all of them, and kept in the order of its changes: a
 * neighbour is a place in that order, so that a change costs no search among neighbours and a neighbour no search among routes.
 */
final class UpdateGroup {

    /** A route as it is announced. */
    static final class Exported {
        private final Nlri nlri;
        private final int number;
        private Optional<PathAttributes> attributes = Optional.empty();
        private Optional<BgpPeer> source = Optional.empty();
        private long version;

        private Exported(Nlri nlri, int number) {
            this.nlri = nlri;
            this.number = number;
        }

        Nlri nlri() {
            return nlri;
        }

        /** Counts the routes of the group from 0. */
        int number() {
            return number;
        }

        /** Empty when it is not announced. */
        Optional<PathAttributes> attributes() {
            return attributes;
        }

        /** Who it is from, and is not told of it. */
        boolean isFrom(BgpPeer peer) {
            return source.filter(peer::equals).isPresent();
        }

        Optional<BgpPeer> source() {
            return source;
        }
    }

    private final BgpContext context;
    private final OutboundRules rules;
    private final Set<BgpPeer> members = new LinkedHashSet<>();
    /** In the order of their versions, the latest last. */
    private final LinkedHashMap<Nlri, Exported> routes = new LinkedHashMap<>();
    private long version;
    private int numbers;
    private AnnouncementBatch latest;
    private long runTimer;

    UpdateGroup(BgpContext context, OutboundRules rules, BgpTable table) {
        this.context = context;
        this.rules = rules;
        if (rules.defaultRoute()) {
            IpPrefix everything = IpPrefix.containing(rules.localAddress(), 0);
            put(Nlri.of(everything), Optional.of(rules.defaultRoute(context)), Optional.empty());
        }
        table.entries().forEach(this::changed);
    }

    OutboundRules rules() {
        return rules;
    }

    Set<BgpPeer> members() {
        return members;
    }

    long version() {
        return version;
    }

    long runTimer() {
        return runTimer;
    }

    void setRunTimer(long timer) {
        runTimer = timer;
    }

    /**
     * A best path changed.
     *
     * @return true when that makes a difference to what is announced
     */
    boolean changed(BgpEntry entry) {
        if (entry.nlri().family() != rules.family() || rules.defaultRoute() && entry.nlri().prefix().length() == 0) {
            return false;
        }
        Optional<PathAttributes> attributes = rules.announced(context, entry);
        return put(entry.nlri(), attributes, attributes.flatMap(present -> entry.best()).flatMap(BgpPath::peer));
    }

    private boolean put(Nlri nlri, Optional<PathAttributes> attributes, Optional<BgpPeer> source) {
        Exported present = routes.get(nlri);
        if (present == null ? attributes.isEmpty()
                : present.attributes.equals(attributes) && present.source.equals(source)) {
            return false;
        }
        Exported changed = present == null ? new Exported(nlri, numbers++) : present;
        changed.attributes = attributes;
        changed.source = source;
        changed.version = ++version;
        routes.putLast(nlri, changed);
        return true;
    }

    /** What changed behind a version, the oldest first. */
    List<Exported> changesSince(long known) {
        List<Exported> changes = new ArrayList<>();
        for (Map.Entry<Nlri, Exported> entry : routes.reversed().entrySet()) {
            if (entry.getValue().version <= known) {
                break;
            }
            changes.add(entry.getValue());
        }
        return changes.reversed();
    }

    /** What members that know that version are told now; members at the same place share it. */
    AnnouncementBatch batchSince(long known) {
        if (latest == null || latest.from() != known || latest.to() != version) {
            latest = new AnnouncementBatch(known, version, changesSince(known));
        }
        return latest;
    }
}
