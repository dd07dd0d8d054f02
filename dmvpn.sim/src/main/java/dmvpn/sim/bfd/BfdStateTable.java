package dmvpn.sim.bfd;

import dmvpn.sim.router.NeighborDetection.Client;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.StateTable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The sessions of BFD as data. */
final class BfdStateTable {

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final List<String> COLUMNS = List.of("neighbor", "interface", "state", "diagnostic", "localDiscriminator",
            "remoteDiscriminator", "interval", "detectionTime", "clients", "since");

    private BfdStateTable() {
    }

    static StateTable of(Collection<BfdSession> sessions, long nowNanos) {
        return new StateTable("BFD sessions", COLUMNS, sessions.stream().map(session -> List.of(
                session.neighbor().address().toString(), session.neighbor().interfaceName(), session.state().title(),
                session.diagnostic().title(), Long.toString(session.localDiscriminator()),
                Long.toString(session.remoteDiscriminator()), millis(session.transmitNanos()), millis(session.detectionNanos()),
                clients(session), ElapsedTime.format(nowNanos - session.sinceNanos()))).toList());
    }

    private static String millis(long nanos) {
        return nanos / NANOS_PER_MILLI + " ms";
    }

    /** Names of the protocols that listen, in the order in which they asked. */
    static String clients(BfdSession session) {
        return session.clients().stream().map(Client::name).distinct().collect(Collectors.joining(" "));
    }
}
