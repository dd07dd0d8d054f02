package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.routing.Route;
import dmvpn.sim.tunnel.TunnelEvent.SendFailure;
import java.util.List;
import java.util.Optional;

/** Puts what a tunnel sends behind GRE and a delivery header, lets it be protected, and says why something cannot leave. */
final class Encapsulation {

    /** TTL of the delivery header, and precedence of control packets (Cisco IOS defaults). */
    private static final int TUNNEL_TTL = 255;
    private static final int NETWORK_CONTROL = 0xc0;

    private final RouterContext router;
    private final GreTunnel tunnel;
    private final DeliveryPathMtus pathMtus;

    Encapsulation(RouterContext router, GreTunnel tunnel, DeliveryPathMtus pathMtus) {
        this.router = router;
        this.tunnel = tunnel;
        this.pathMtus = pathMtus;
    }

    void send(IpPacket packet, FarEnd farEnd) {
        send(packet.source() instanceof Ipv4Address ? GrePacket.IPV4 : GrePacket.IPV6, packet, farEnd);
    }

    /** @param protocolType what the content is, as GRE tells it */
    void send(int protocolType, Packet content, FarEnd farEnd) {
        IpAddress target = farEnd.nbmaAddress();
        if (!tunnel.isInService() || content instanceof IpPacket && !tunnel.isUp()) {
            fail(content, target, SendFailure.TUNNEL_DOWN);
            return;
        }
        GrePacket gre = new GrePacket(tunnel.configuration().key(), protocolType, content);
        // IOS copies the type of service to the delivery header, and DF only with path MTU discovery.
        int trafficClass = content instanceof IpPacket inner ? inner.trafficClass() : NETWORK_CONTROL;
        SendFailure obstacle = obstacle(target);
        if (obstacle != null) {
            fail(content, target, obstacle);
            return;
        }
        IpPacket outer = new IpPacket(tunnel.nbmaAddress().get(), target, IpPacket.GRE, TUNNEL_TTL, trafficClass,
                pathMtus.isCopied(content), 0, gre);
        Optional<String> frontDoorVrf = tunnel.configuration().frontDoorVrf();
        if (tunnel.protector().isEmpty()) {
            router.ip().sendEncapsulated(frontDoorVrf, outer);
            return;
        }
        List<IpPacket> sent = tunnel.protector().get().protect(farEnd, outer);
        if (sent.isEmpty()) {
            fail(content, target, SendFailure.NO_SECURITY_ASSOCIATION);
        }
        for (IpPacket encrypted : sent) {
            router.ip().sendEncapsulated(frontDoorVrf, encrypted);
        }
    }

    /** Why an encapsulated packet cannot leave towards its far end; null when it can. */
    private SendFailure obstacle(IpAddress target) {
        if (target.bitLength() != tunnel.nbmaAddress().get().bitLength()) {
            return SendFailure.OTHER_FAMILY;
        }
        Optional<Route> route = router.routes(tunnel.configuration().frontDoorVrf()).lookup(target);
        if (route.isEmpty()) {
            return SendFailure.NO_ROUTE;
        }
        Optional<String> egress = route.get().interfaceName();
        return egress.isPresent() && egress.get().equals(tunnel.name()) ? SendFailure.RECURSIVE : null;
    }

    /**
     * Records what could not be sent.
     *
     * @param target where to, null while that is not known
     */
    void fail(Packet content, IpAddress target, SendFailure cause) {
        IpPacket inner = content instanceof IpPacket ip ? ip : null;
        router.record(new TunnelEvent.SendFailed(tunnel.name(), inner == null ? null : inner.source(),
                inner == null ? null : inner.destination(), content.summary(), target, cause), tunnel.origin());
    }
}
