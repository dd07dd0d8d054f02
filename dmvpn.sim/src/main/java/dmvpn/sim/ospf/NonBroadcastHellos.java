package dmvpn.sim.ospf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.routing.OspfConfiguredNeighbor;
import dmvpn.sim.ospf.OspfTraceEvent.HelloOccasion;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who is greeted on a non-broadcast network (RFC 2328 section 9.5.1). Who may be designated router greets the configured neighbours
 * that may, too; the designated router and its backup greet all; those that were not heard for long less often. Any other router
 * greets the designated router and its backup, and answers.
 */
final class NonBroadcastHellos {

    private final OspfContext context;
    /** When each configured neighbour of an interface was greeted last. */
    private final Map<OspfPort, Map<IpAddress, Long>> greetedAtNanos = new LinkedHashMap<>();

    NonBroadcastHellos(OspfContext context) {
        this.context = context;
    }

    /** Who gets the hello that is due now, and why. */
    Map<IpAddress, HelloOccasion> due(OspfPort port, HelloOccasion occasion) {
        Map<IpAddress, Long> greeted = greetedAtNanos.computeIfAbsent(port, each -> new LinkedHashMap<>());
        Map<IpAddress, HelloOccasion> due = new LinkedHashMap<>();
        for (OspfConfiguredNeighbor configured : context.process().neighborsOn(port.name())) {
            boolean known = port.neighbors().containsKey(context.version().identity(configured.address(), context.routerId()));
            long last = greeted.getOrDefault(configured.address(), Long.MIN_VALUE / 2);
            long pause = known ? 1 : OspfTimers.POLL_NANOS;
            if (greets(port, configured) && context.nowNanos() - last >= pause) {
                due.put(configured.address(), known ? occasion : HelloOccasion.POLL);
                greeted.put(configured.address(), context.nowNanos());
            }
        }
        for (OspfNeighbor neighbor : port.neighbors().values()) {
            boolean unnamed = !greeted.containsKey(neighbor.address());
            if (unnamed && (port.settings().priority() > 0 || isDesignatedOrBackup(neighbor))) {
                due.put(neighbor.address(), occasion);
            }
        }
        return due;
    }

    /** True for a configured neighbour that the router calls by itself. */
    static boolean greets(OspfPort port, OspfConfiguredNeighbor configured) {
        return port.state().isDesignatedOrBackup() || port.settings().priority() > 0 && configured.priority() > 0;
    }

    /** True when the hello of a neighbour is answered: by who is never designated, to who might be and is not. */
    static boolean answers(OspfNeighbor neighbor) {
        return neighbor.port().settings().priority() == 0 && neighbor.priority() > 0 && !isDesignatedOrBackup(neighbor);
    }

    private static boolean isDesignatedOrBackup(OspfNeighbor neighbor) {
        return neighbor.identity().equals(neighbor.port().designatedRouter())
                || neighbor.identity().equals(neighbor.port().backupDesignatedRouter());
    }
}
