package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.nhrp.NhrpTraceEvent.Decision;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.routing.RoutingTable;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.CryptoSockets.SocketState;
import dmvpn.sim.tunnel.FarEnd;
import dmvpn.sim.tunnel.TunnelPort;
import java.util.Optional;

/** What the parts of NHRP on one tunnel interface share: who they are, the clock, the sockets, and the trace. */
final class NhrpTunnel {

    /** MTU that IOS puts into each client information entry: its tunnels' transport MTU (debug output of kennie.org). */
    static final int ANNOUNCED_MTU_BYTES = 17_916;

    private final RouterContext router;
    private final TunnelPort port;
    private CryptoSockets sockets;
    private final NhrpBehaviour behaviour;
    private final RequestIds requestIds;
    private Optional<IpAddress> addressBehindNat = Optional.empty();

    NhrpTunnel(RouterContext router, TunnelPort port, CryptoSockets sockets, NhrpBehaviour behaviour,
            RequestIds requestIds) {
        this.router = router;
        this.port = port;
        this.sockets = sockets;
        this.behaviour = behaviour;
        this.requestIds = requestIds;
    }

    RouterContext router() {
        return router;
    }

    TunnelPort port() {
        return port;
    }

    String name() {
        return port.name();
    }

    NhrpConfiguration configuration() {
        return port.configuration().nhrp();
    }

    NhrpBehaviour behaviour() {
        return behaviour;
    }

    CryptoSockets sockets() {
        return sockets;
    }

    /** The protection of the tunnel changed. */
    void setSockets(CryptoSockets newSockets) {
        sockets = newSockets;
    }

    Scheduler scheduler() {
        return router.scheduler();
    }

    long nowNanos() {
        return router.scheduler().nowNanos();
    }

    RoutingTable routes() {
        return router.routes(port.vrf());
    }

    long nextRequestId() {
        return requestIds.next();
    }

    /** True when this router has made a request with that id since its start. */
    boolean hasAsked(long requestId) {
        return requestIds.wasIssued(requestId);
    }

    /** Own overlay address. */
    IpAddress protocolAddress() {
        return port.configuration().address().address();
    }

    /** Own address that is valid on the tunnel alone; empty with an IPv4 overlay. */
    Optional<IpAddress> linkLocalAddress() {
        return port.linkLocalAddress().map(IpAddress.class::cast);
    }

    /** The link-local address where it is registered too. */
    Optional<IpAddress> registeredLinkLocalAddress() {
        return behaviour.has(NhrpSwitch.REGISTERS_LINK_LOCAL_ADDRESS) ? linkLocalAddress() : Optional.empty();
    }

    /** True when the overlay is of IPv6. */
    boolean isOfIpv6() {
        return protocolAddress() instanceof Ipv6Address;
    }

    /** Own underlay address; empty while the tunnel source has none. */
    Optional<IpAddress> nbmaAddress() {
        return port.nbmaAddress();
    }

    /** Own underlay address as a server saw it behind NAT; empty without NAT. */
    Optional<IpAddress> addressBehindNat() {
        return addressBehindNat;
    }

    void setAddressBehindNat(Optional<IpAddress> address) {
        addressBehindNat = address;
    }

    /** The far end of a point-to-point tunnel; empty for a multipoint one. */
    Optional<IpAddress> fixedFarEnd() {
        return port.configuration().mode() instanceof TunnelMode.PointToPoint pointToPoint
                ? Optional.of(pointToPoint.destination())
                : Optional.empty();
    }

    /** True when data can be sent to an NBMA address: the tunnel is unprotected or has security associations with it. */
    boolean isUsable(IpAddress nbmaAddress) {
        return !sockets.isProtected() || sockets.state(nbmaAddress) == SocketState.UP;
    }

    /** True when data can be sent to a far end, which may be one of several behind one NAT. */
    boolean isUsable(FarEnd farEnd) {
        return !sockets.isProtected() || sockets.isUp(farEnd);
    }

    /** This router as a responder or transit server presents itself. */
    ClientInformationEntry ownEntry(IpAddress ownNbmaAddress) {
        return ClientInformationEntry.mapping(0, ANNOUNCED_MTU_BYTES, configuration().holdingTimeSeconds(), ownNbmaAddress,
                protocolAddress());
    }

    void record(NhrpTraceEvent event) {
        router.record(event, configuration().origin());
    }

    void decide(String decision, IpAddress protocolAddress, IpAddress nbmaAddress, String reason) {
        record(new Decision(decision, name(), protocolAddress, nbmaAddress, reason));
    }
}
