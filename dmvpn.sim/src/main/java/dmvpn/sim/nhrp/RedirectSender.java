package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.TrafficIndication;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.IpStack.TransitListener;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.tunnel.FarEnd;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends Traffic Indications ({@code ip nhrp redirect}): a packet that enters and leaves through one NHRP network has a
 * better path, and its source is told so, as often as the {@link RedirectLimit} allows.
 */
final class RedirectSender implements TransitListener {

    private final NhrpRoutes routes;
    private final Map<NhrpTunnel, NhrpPeers> peers;
    private final RedirectLimit limit = new RedirectLimit();

    RedirectSender(NhrpRoutes routes, Map<NhrpTunnel, NhrpPeers> peers) {
        this.routes = routes;
        this.peers = peers;
    }

    @Override
    public void transit(RouterInterface ingress, RouterInterface egress, IpAddress nextHop, IpPacket packet) {
        NhrpTunnel in = routes.tunnelOf(ingress);
        NhrpTunnel out = routes.tunnelOf(egress);
        if (in == null || out == null || !in.configuration().redirect() || !NhrpRoutes.sameNetwork(in, out)
                || packet.destination().isMulticast()) {
            return;
        }
        Optional<IpAddress> ownNbmaAddress = in.nbmaAddress();
        if (ownNbmaAddress.isEmpty() || !(routes.wayTo(packet.source(), in) instanceof Way.ThroughCloud back)
                || back.nextHop().equals(nextHop)) {
            return;
        }
        NhrpPeers backPeers = peers.get(back.tunnel());
        Optional<FarEnd> target = backPeers.farEndOf(back.nextHop());
        if (target.isEmpty()) {
            return;
        }
        if (!limit.takeOne(in, packet)) {
            backPeers.transmitter().traffic().countSuppressedRedirect();
            return;
        }
        NhrpHeader header = NhrpHeader.originated(ownNbmaAddress.get(), in.protocolAddress(), packet.source());
        backPeers.transmitter().send(target.get(), TrafficIndication.redirect(header, packet, List.of()),
                "a packet came in and leaves through the same NHRP network");
    }
}
