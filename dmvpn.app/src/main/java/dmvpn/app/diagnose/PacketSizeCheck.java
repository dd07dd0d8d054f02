package dmvpn.app.diagnose;

import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.RouterView;
import dmvpn.sim.trace.RecordedEvent;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether large packets vanish where small ones pass (RFC 2923): encrypted packets that are cut, and whose fragments a
 * firewall drops; or a router that refuses a packet with DF, and whose message to the sender a firewall drops.
 */
final class PacketSizeCheck {

    /** What {@code ip mtu} is by custom: it fits with all headers into 1500 bytes. */
    private static final int CUSTOMARY_MTU_BYTES = 1400;
    private static final int TCP_AND_IP_HEADER_BYTES = 40;

    /** The messages that tell a sender of a packet that is too large, of ICMP and ICMPv6. */
    private static final Set<String> SILENCED = Set.of("Destination Unreachable", "Packet Too Big");

    private final Evidence evidence;

    PacketSizeCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    /** What is wrong at a router at which all other layers are well. */
    Optional<Finding> check(RouterView router) {
        return fragments(router).or(() -> messages(router));
    }

    private Optional<Finding> fragments(RouterView router) {
        return evidence.last(router, event -> isBlocked(event) && content(event).startsWith("Fragment of")).map(lost ->
                new Finding(Layer.PACKET_SIZE, router.name(), Evidence.line(lost),
                        "packets of the tunnel that are larger than the path are cut, and a firewall drops the fragments: small "
                                + "packets pass, large ones vanish", "let the tunnel take no more than fits: ip mtu "
                                + CUSTOMARY_MTU_BYTES + " and ip tcp adjust-mss "
                                + (CUSTOMARY_MTU_BYTES - TCP_AND_IP_HEADER_BYTES) + " on " + tunnels(router)));
    }

    private Optional<Finding> messages(RouterView router) {
        Optional<RecordedEvent> refused = evidence.last(router, event -> event.message().equals("packet dropped")
                && event.reason().startsWith("larger than the MTU of the egress interface"));
        Optional<RecordedEvent> silenced = evidence.last(router, event -> isBlocked(event)
                && SILENCED.contains(content(event)));
        if (refused.isEmpty() || silenced.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt mtu = router.device().tunnels().stream().map(TunnelInterface::ipMtuBytes).filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt).min();
        String lines = Evidence.line(refused.get()) + "; " + Evidence.line(silenced.get());
        if (content(silenced.get()).equals("Packet Too Big")) {
            return Optional.of(new Finding(Layer.PACKET_SIZE, router.name(), lines, "packets do not fit into the tunnel, routers do not "
                    + "fragment IPv6, and a firewall drops the ICMPv6 message that would tell their sender: small packets pass, large "
                    + "ones vanish", "let ICMPv6 type 2 (packet too big) through: IPv6 does not work without it (RFC 4890 section 4.3.1)"));
        }
        return Optional.of(new Finding(Layer.PACKET_SIZE, router.name(), lines, "packets with DF do not fit into the tunnel, and a firewall drops the ICMP "
                + "message that would tell their sender: small packets pass, large ones vanish",
                "ip tcp adjust-mss " + (mtu.orElse(CUSTOMARY_MTU_BYTES) - TCP_AND_IP_HEADER_BYTES) + " on " + tunnels(router)
                        + ", or let ICMP type 3 code 4 through"));
    }

    private static boolean isBlocked(RecordedEvent event) {
        return event.message().equals("packet lost") && event.reason().startsWith("a firewall in front of");
    }

    private static String content(RecordedEvent event) {
        return event.field("content").map(field -> field.text()).orElse("");
    }

    private static String tunnels(RouterView router) {
        return String.join(", ", router.device().tunnels().stream().map(TunnelInterface::name).toList()) + " of "
                + router.name() + " and its peers";
    }
}
