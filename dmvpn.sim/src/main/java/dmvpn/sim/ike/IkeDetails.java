package dmvpn.sim.ike;

import dmvpn.network.crypto.DeadPeerDetection;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code show crypto ikev2 sa detailed} of IOS-XE adds to an IKE SA (genieparser, ShowCryptoIkev2SaDetail). The peer's make
 * is left out: no vendor id is exchanged here.
 */
final class IkeDetails {

    private final Credentials credentials;

    IkeDetails(IkeTransport transport) {
        credentials = new Credentials(transport.deviceName());
    }

    String print(IkeSa sa) {
        long next = sa.window().nextMessageId();
        Optional<DeadPeerDetection> detection = sa.profile().deadPeerDetection();
        StringBuilder out = new StringBuilder();
        line(out, "Status Description: " + description(sa));
        line(out, "Local id: " + IosIdentity.of(credentials.identity(sa)));
        line(out, "Remote id: " + (sa.peerIdentity == null ? "" : IosIdentity.of(sa.peerIdentity)));
        pair(out, "req msg id: ", next, sa.nextRequestIdOfPeer);
        pair(out, "next msg id:", next, sa.nextRequestIdOfPeer);
        pair(out, "req queued: ", sa.window().nextUnusedMessageId(), sa.nextRequestIdOfPeer);
        pair(out, "window:     ", RequestWindow.SIZE, RequestWindow.SIZE);
        line(out, String.format(Locale.ROOT, "DPD configured for %d seconds, retry %d",
                detection.map(each -> each.interval().toSeconds()).orElse(0L),
                detection.map(each -> each.retry().toSeconds()).orElse(0L)));
        // Nothing of these four is modelled, so they are as on a router where nobody configured them.
        line(out, "Fragmentation not  configured.");
        line(out, "Dynamic Route Update: disabled");
        line(out, "Extended Authentication not configured.");
        line(out, "NAT-T is " + natTraversal(sa.nat));
        line(out, "Cisco Trust Security SGT is disabled");
        line(out, "Initiator of SA : " + (sa.isInitiator() ? "Yes" : "No"));
        return out.toString();
    }

    private static void line(StringBuilder out, String text) {
        out.append("      ").append(text.stripTrailing()).append('\n');
    }

    private static void pair(StringBuilder out, String title, long local, long remote) {
        line(out, String.format(Locale.ROOT, "Local %s %-14d Remote %s %d", title, local, title, remote));
    }

    private static String description(IkeSa sa) {
        return switch (sa.state) {
            case INIT_SENT -> "Initiator waiting for INIT response";
            case INIT_ANSWERED -> "Responder waiting for AUTH message";
            case AUTH_SENT -> "Initiator waiting for AUTH response";
            case ESTABLISHED, REPLACED, CLOSING, GONE -> "Negotiation done";
        };
    }

    /** That both ends are named in this order is assumed, not observed. */
    private static String natTraversal(NatPath nat) {
        if (!nat.isTranslated()) {
            return "not detected";
        }
        return "detected " + (nat.localBehindNat() ? " inside" : "") + (nat.remoteBehindNat() ? " outside" : "");
    }
}
