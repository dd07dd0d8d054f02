package dmvpn.app.diagnose;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.RouterView;
import dmvpn.sim.ike.SaEndReason;
import dmvpn.sim.trace.RecordedEvent;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether both ends protect the tunnel, and have security associations with each other. */
final class IpsecCheck implements LegCheck {

    private static final String IKE = "IKE security associations";
    private static final String ISAKMP = "ISAKMP security associations";
    /** The table with a row for each pair of security associations. */
    static final String TABLE = "IPsec security associations";

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
        return missing(leg, leg.client(), leg.next().nbmaAddress())
                .or(() -> leg.clientSeen().flatMap(client -> missing(leg, leg.server(), client)));
    }

    private Optional<Finding> missing(Leg leg, RouterView router, IpAddress peer) {
        if (Evidence.row(router, TABLE, "peer", peer.toString()).isPresent()) {
            return Optional.empty();
        }
        String table = Evidence.row(router, IKE, "peer", peer.toString())
                .or(() -> Evidence.row(router, ISAKMP, "peer", peer.toString()))
                .orElse(IKE + ": none with " + peer);
        Optional<RecordedEvent> ofClient = refusal(leg.client(), leg.next().nbmaAddress());
        Optional<RecordedEvent> refused = ofClient.filter(event -> !isSilence(event))
                .or(() -> leg.clientSeen().flatMap(client -> refusal(leg.server(), client))).or(() -> ofClient);
        Optional<RecordedEvent> lost = refused.isPresent() ? Optional.empty() : evidence.last(router,
                event -> event.message().equals("packet lost") && Evidence.has(event, "destination", peer));
        String line = refused.or(() -> lost).map(event -> table + "; " + Evidence.line(event)).orElse(table);
        return Optional.of(new Finding(Layer.IPSEC, router.name(), line, cause(leg, refused, lost, peer),
                mend(leg, refused, router, peer)));
    }

    /** Why a negotiation ended, or what a router that says nothing to the other end did not take (RFC 2409 with other keys). */
    private Optional<RecordedEvent> refusal(RouterView router, IpAddress peer) {
        Predicate<RecordedEvent> withPeer = event -> event.protocol().startsWith("IKE") && Evidence.has(event, "peer", peer);
        return evidence.last(router, withPeer.and(event -> event.message().endsWith("failed") && !isSilence(event)))
                .or(() -> evidence.last(router, withPeer.and(event ->
                        event.message().endsWith("ignored") && event.reason().contains("differ"))))
                .or(() -> evidence.last(router, withPeer.and(event -> event.message().endsWith("failed"))));
    }

    /** True when all that a router knows is that nothing came any more. */
    private static boolean isSilence(RecordedEvent event) {
        return event.reason().equals(SaEndReason.NO_ANSWER.text()) || event.reason().equals("the initiator did not go on");
    }

    private static String cause(Leg leg, Optional<RecordedEvent> refused, Optional<RecordedEvent> lost, IpAddress peer) {
        String reason = refused.map(RecordedEvent::reason).orElse("");
        if (isAuthentication(reason)) {
            return (leg.hasCertificates() ? "the two ends do not accept each other's proof of identity: "
                    : "the two ends have different pre-shared keys: ") + reason;
        }
        if (!reason.isEmpty()) {
            return "the negotiation fails: " + reason;
        }
        return lost.map(event -> "packets to " + peer + " are lost: " + event.reason())
                .orElse("no security association with " + peer + " has come up, or the other end has lost it");
    }

    private static String mend(Leg leg, Optional<RecordedEvent> refused, RouterView router, IpAddress peer) {
        String reason = refused.map(RecordedEvent::reason).orElse("");
        if (isAuthentication(reason)) {
            return leg.hasCertificates() ? "give both ends certificates of one trustpoint, or one pre-shared key"
                    : "give both ends the same pre-shared key for each other";
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
