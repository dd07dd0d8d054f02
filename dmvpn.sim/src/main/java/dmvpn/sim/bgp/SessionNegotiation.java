package dmvpn.sim.bgp;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.BgpPeering;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.bgp.message.Capability;
import dmvpn.sim.bgp.message.NotificationCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What two speakers agree on before they exchange routes: the OPEN of each and what the other makes of it. */
final class SessionNegotiation {

    private static final long LARGEST_SHORT_NUMBER = 0xffff;

    private final BgpContext context;

    SessionNegotiation(BgpContext context) {
        this.context = context;
    }

    /** The own OPEN. */
    BgpMessage.Open open(BgpPeer peer) {
        long number = context.autonomousSystem();
        return new BgpMessage.Open(BgpMessage.Open.VERSION,
                number > LARGEST_SHORT_NUMBER ? BgpMessage.Open.TRANSITION : (int) number,
                peer.settings().holdTimeSeconds(), context.routerId(), List.of(
                        new Capability.Multiprotocol(peer.family()), new Capability.RouteRefresh(),
                        new Capability.FourOctetNumbers(number)));
    }

    /** What is wrong with the other OPEN (RFC 4271 section 6.2, RFC 6286 section 2.2, RFC 5492 section 5). */
    Optional<NotificationCode> problemOf(BgpPeer peer, BgpMessage.Open open) {
        if (open.version() != BgpMessage.Open.VERSION) {
            return Optional.of(NotificationCode.UNSUPPORTED_VERSION);
        }
        if (!peer.settings().peering().remoteAutonomousSystems().contains(open.wholeAutonomousSystem())) {
            return Optional.of(NotificationCode.BAD_PEER_AS);
        }
        boolean internal = open.wholeAutonomousSystem() == context.autonomousSystem();
        if (open.routerId().equals(Ipv4Address.ANY) || internal && open.routerId().equals(context.routerId())) {
            return Optional.of(NotificationCode.BAD_BGP_IDENTIFIER);
        }
        if (!BgpPeering.isHoldTime(Duration.ofSeconds(open.holdTimeSeconds()))) {
            return Optional.of(NotificationCode.UNACCEPTABLE_HOLD_TIME);
        }
        return open.capabilities().contains(new Capability.Multiprotocol(peer.family()))
                ? Optional.empty() : Optional.of(NotificationCode.UNSUPPORTED_CAPABILITY);
    }

    /** The shorter of both ends' hold times (RFC 4271 section 4.2). */
    int holdTimeSeconds(BgpPeer peer, BgpMessage.Open open) {
        return Math.min(peer.settings().holdTimeSeconds(), open.holdTimeSeconds());
    }

    /**
     * True when of two connections the one stays that this router asked for: its identifier is the higher number (RFC 4271
     * section 6.8), or of equal ones its autonomous system is (RFC 6286 section 2.3).
     */
    boolean keepsOwnConnection(BgpMessage.Open open) {
        int order = context.routerId().compareTo(open.routerId());
        return order > 0 || order == 0 && context.autonomousSystem() > open.wholeAutonomousSystem();
    }
}
