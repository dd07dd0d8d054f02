package dmvpn.app.diagnose;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.RouterView;
import dmvpn.sim.trace.RecordedEvent;
import java.util.Optional;

/** Whether both ends protect the tunnel, and have security associations with each other. */
final class IpsecCheck implements LegCheck {

    private static final String IKE = "IKE security associations";
    private static final String IPSEC = "IPsec security associations";

    private final Evidence evidence;

    IpsecCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Optional<Finding> check(Leg leg) {
        if (!leg.isProtected()) {
            return Optional.empty();
        }
        if (leg.tunnel().protection().isPresent() != leg.serverTunnel().protection().isPresent()) {
            RouterView clear = leg.tunnel().protection().isPresent() ? leg.server() : leg.client();
            return Optional.of(new Finding(Layer.IPSEC, clear.name(), "no protection on its tunnel",
                    "one end protects the tunnel and the other sends in clear",
                    "give both tunnels the same 'tunnel protection'"));
        }
        IpAddress client = leg.clientNbma().orElseThrow();
        IpAddress server = leg.next().nbmaAddress();
        return missing(leg, leg.client(), server).or(() -> missing(leg, leg.server(), client));
    }

    private Optional<Finding> missing(Leg leg, RouterView router, IpAddress peer) {
        if (Evidence.row(router, IPSEC, "peer", peer.toString()).isPresent()) {
            return Optional.empty();
        }
        String table = Evidence.row(router, IKE, "peer", peer.toString())
                .orElse(IKE + ": none with " + peer);
        Optional<RecordedEvent> refused = refusal(leg.client(), leg.next().nbmaAddress())
                .or(() -> refusal(leg.server(), leg.clientNbma().orElseThrow()));
        Optional<RecordedEvent> lost = refused.isPresent() ? Optional.empty() : evidence.last(router,
                event -> event.message().equals("packet lost") && Evidence.has(event, "destination", peer));
        String line = refused.or(() -> lost).map(event -> table + "; " + Evidence.line(event)).orElse(table);
        return Optional.of(new Finding(Layer.IPSEC, router.name(), line, cause(refused, lost, peer),
                mend(refused, router, peer)));
    }

    private Optional<RecordedEvent> refusal(RouterView router, IpAddress peer) {
        return evidence.last(router, event -> event.protocol().startsWith("IKE") && Evidence.has(event, "peer", peer)
                && event.message().endsWith("negotiation failed"));
    }

    private static String cause(Optional<RecordedEvent> refused, Optional<RecordedEvent> lost, IpAddress peer) {
        String reason = refused.map(RecordedEvent::reason).orElse("");
        if (isAuthentication(reason)) {
            return "the two ends have different pre-shared keys: " + reason;
        }
        if (!reason.isEmpty()) {
            return "the negotiation fails: " + reason;
        }
        return lost.map(event -> "packets to " + peer + " are lost: " + event.reason())
                .orElse("no security association with " + peer + " has come up, or the other end has lost it");
    }

    private static String mend(Optional<RecordedEvent> refused, RouterView router, IpAddress peer) {
        String reason = refused.map(RecordedEvent::reason).orElse("");
        if (isAuthentication(reason)) {
            return "give both ends the same pre-shared key for each other";
        }
        if (reason.contains("NO_PROPOSAL") || reason.contains("no proposal")) {
            return "give both ends a common proposal: encryption, integrity, PRF, Diffie-Hellman group, mode";
        }
        return "let UDP 500 and 4500 and ESP pass between " + router.name() + " and " + peer
                + "; dead peer detection clears what one end has lost";
    }

    private static boolean isAuthentication(String reason) {
        return reason.contains("AUTHENTICATION_FAILED") || reason.contains("pre-shared") || reason.contains("authentic");
    }
}
