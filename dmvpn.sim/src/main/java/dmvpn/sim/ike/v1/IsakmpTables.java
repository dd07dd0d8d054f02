package dmvpn.sim.ike.v1;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.show.IosAddress;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** ISAKMP SAs as Cisco IOS prints them, and as data. */
final class IsakmpTables {

    private static final String HEADING = "dst             src             state          conn-id status\n";

    private final IsakmpTransport transport;
    private final IsakmpDatabase database;

    IsakmpTables(IsakmpTransport transport, IsakmpDatabase database) {
        this.transport = transport;
        this.database = database;
    }

    /** {@code show crypto isakmp sa} of IOS-XE: the responder is the destination. */
    String showIsakmpSa() {
        StringBuilder ipv4 = new StringBuilder();
        StringBuilder ipv6 = new StringBuilder();
        database.all().forEach(sa -> append(sa.peer().local() instanceof Ipv4Address ? ipv4 : ipv6, sa, "ACTIVE"));
        database.deleted().forEach(sa ->
                append(sa.peer().local() instanceof Ipv4Address ? ipv4 : ipv6, sa, "ACTIVE (deleted)"));
        return "IPv4 Crypto ISAKMP SA\n" + HEADING + ipv4 + "\nIPv6 Crypto ISAKMP SA\n" + ipv6;
    }

    private static void append(StringBuilder out, IsakmpSa sa, String status) {
        String destination = IosAddress.of(sa.isInitiator() ? sa.peer().remote() : sa.peer().local());
        String source = IosAddress.of(sa.isInitiator() ? sa.peer().local() : sa.peer().remote());
        if (sa.peer().local() instanceof Ipv4Address) {
            out.append(String.format(Locale.ROOT, "%-15s %-15s %-14s %7d %s\n", destination, source, shownState(sa),
                    sa.connectionId(), status));
        } else {
            out.append(String.format(Locale.ROOT, "\n dst: %s\n src: %s\n state: %-14s conn-id: %6d status: %s\n", destination,
                    source, shownState(sa), sa.connectionId(), status));
        }
    }

    /** What is deleted has no state any more (observed on IOL: MM_NO_STATE with "ACTIVE (deleted)"). */
    private static String shownState(IsakmpSa sa) {
        return sa.gone ? IsakmpSa.State.MM_NO_STATE.name() : sa.state.name();
    }

    /** All ISAKMP SAs as data. */
    StateTable securityAssociations() {
        List<List<String>> rows = new ArrayList<>();
        for (IsakmpSa sa : database.all()) {
            long active = sa.isEstablished() ? TimeUnit.NANOSECONDS.toSeconds(transport.nowNanos() - sa.establishedAtNanos) : 0;
            rows.add(List.of(Integer.toString(sa.connectionId()), String.format(Locale.ROOT, "%016x", sa.initiatorCookie()),
                    String.format(Locale.ROOT, "%016x", sa.responderCookie), sa.peer().local().toString(),
                    sa.peer().remote().toString(), sa.peer().frontDoorVrf().orElse(""),
                    sa.isInitiator() ? "initiator" : "responder", sa.state.name(), Long.toString(active),
                    Integer.toString(sa.ports.local()), Integer.toString(sa.ports.remote()),
                    sa.peerIdentity == null ? "" : sa.peerIdentity.toString(), Long.toString(sa.lifetimeSeconds),
                    sa.suite == null ? "" : sa.suite.encryption().keyword(), sa.suite == null ? "" : sa.suite.hash().keyword(),
                    sa.suite == null ? "" : Integer.toString(sa.suite.diffieHellmanGroup()), sa.capabilities()));
        }
        return new StateTable("ISAKMP security associations", List.of("connectionId", "initiatorCookie", "responderCookie",
                "local", "peer", "frontDoorVrf", "role", "state", "activeSeconds", "localPort", "peerPort", "peerIdentity",
                "lifetimeSeconds", "encryption", "hash", "group", "capabilities"), rows);
    }
}
