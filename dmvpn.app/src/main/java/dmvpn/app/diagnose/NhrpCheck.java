package dmvpn.app.diagnose;

import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.nhrp.message.CieCode;
import dmvpn.sim.trace.RecordedEvent;
import java.util.Optional;

/** Whether the server answers the client's registrations and has its mapping. */
final class NhrpCheck implements LegCheck {

    private static final String SERVERS = "NHRP next-hop servers";
    private static final String CACHE = "NHRP cache";

    private final Evidence evidence;

    NhrpCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Optional<Finding> check(Leg leg) {
        String server = leg.next().protocolAddress().toString();
        String client = leg.tunnel().address().address().toString();
        boolean answered = Evidence.row(leg.client(), SERVERS, "protocolAddress", server, "state", "up").isPresent();
        boolean known = Evidence.row(leg.server(), CACHE, "via", client).isPresent();
        if (answered && known) {
            return Optional.empty();
        }
        String table = answered
                ? CACHE + " of " + leg.server().name() + ": nothing via " + client
                : Evidence.row(leg.client(), SERVERS, "protocolAddress", server).orElse(SERVERS + ": no " + server);
        Optional<RecordedEvent> refused = evidence.last(leg.server(), event -> isRefusal(event, leg))
                .or(() -> evidence.last(leg.client(), event -> isRefusal(event, leg)));
        String line = refused.map(event -> table + "; " + Evidence.line(event)).orElse(table);
        return Optional.of(new Finding(Layer.NHRP, answered ? leg.server().name() : leg.client().name(), line,
                cause(leg, refused), mend(leg, refused)));
    }

    /** A packet of the other end that came in and was not taken, or a registration that was answered with a refusal. */
    private static boolean isRefusal(RecordedEvent event, Leg leg) {
        boolean nhrp = event.protocol().equals("NHRP") && (event.message().startsWith("Registration") && event.message().endsWith("dropped")
                || event.message().equals("registration refused") && isOfLeg(event, leg));
        boolean gre = event.protocol().equals("GRE") && event.message().equals("received packet dropped")
                && (leg.clientSeen().filter(client -> Evidence.has(event, "source", client)).isPresent()
                        || Evidence.has(event, "source", leg.next().nbmaAddress()));
        return nhrp || gre;
    }

    /** The server tells whom it refuses, the client who refuses it. */
    private static boolean isOfLeg(RecordedEvent event, Leg leg) {
        return Evidence.has(event, "protocolAddress", leg.tunnel().address().address())
                || Evidence.has(event, "protocolAddress", leg.next().protocolAddress());
    }

    private static String cause(Leg leg, Optional<RecordedEvent> refused) {
        TunnelInterface client = leg.tunnel();
        TunnelInterface server = leg.serverTunnel();
        if (!client.key().equals(server.key())) {
            return "the tunnels have different keys";
        }
        return refused.map(event -> event.protocol() + " refuses: " + event.reason())
                .orElse("registrations are not answered: the client has not sent one since, or it still waits to try again");
    }

    private static String mend(Leg leg, Optional<RecordedEvent> refused) {
        if (!leg.tunnel().key().equals(leg.serverTunnel().key())) {
            return "give both tunnels the same 'tunnel key'";
        }
        String reason = refused.map(RecordedEvent::reason).orElse("");
        if (reason.contains("uthentication")) {
            return "give both ends the same 'ip nhrp authentication'";
        }
        if (reason.equals(CieCode.UNIQUE_ADDRESS_REGISTERED.title())) {
            return leg.server().name() + " keeps the address of " + leg.client().name() + " for its former NBMA address until the holding "
                    + "time is over: 'ip nhrp registration no-unique' on " + leg.client().name() + " lets a new one take its place, and "
                    + "'clear ip nhrp' on " + leg.server().name() + " helps at once";
        }
        return "compare 'ip nhrp network-id', 'ip nhrp nhs' and its NBMA address, 'ip nhrp authentication' and unique "
                + "registrations of " + leg.client().name() + " and " + leg.server().name();
    }
}
