package dmvpn.sim.bgp;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.sim.bgp.message.BgpCodec;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.RoutingTable;
import dmvpn.sim.routing.policy.PolicyEvaluation;
import dmvpn.sim.tcp.SegmentSigner;
import dmvpn.sim.tcp.TcpCodec;
import dmvpn.sim.tcp.TcpSegment;
import dmvpn.sim.tcp.connection.TcpKey;
import dmvpn.sim.tcp.connection.TcpStack;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the parts of BGP in one table share. */
final class BgpContext {

    private static final int EXTERNAL_DISTANCE = 20;
    private static final int INTERNAL_DISTANCE = 200;

    private final RouterContext router;
    private final BgpProcess process;
    private final TcpStack tcp;
    private final BgpTiming timing;
    private final SegmentSigner signer = new SegmentSigner(PacketCodecs.builder()
            .register(TcpSegment.class, "TCP", new TcpCodec(), new PayloadKind.IpProtocol(IpPacket.TCP))
            .register(BgpMessage.class, "BGP", new BgpCodec(), new PayloadKind.TcpPort(BgpMessage.TCP_PORT)).build());
    private final Map<String, PolicyEvaluation> policies = new HashMap<>();
    private Ipv4Address routerId = Ipv4Address.ANY;

    BgpContext(RouterContext router, BgpProcess process, TcpStack tcp) {
        this.router = router;
        this.process = process;
        this.tcp = tcp;
        this.timing = BgpTiming.of(router.device().platform());
        for (RoutePolicy policy : router.device().routing().policies()) {
            policies.put(policy.name(), new PolicyEvaluation(policy));
        }
    }

    /**
     * Chooses the identifier as IOS does: what is configured, otherwise the highest address of a loopback, otherwise of an
     * interface that is up. A router that has none says 0.0.0.0, which its neighbours refuse (RFC 4271 section 6.2).
     */
    void chooseRouterId() {
        routerId = process.routerId().or(() -> highest(true)).or(() -> highest(false)).orElse(Ipv4Address.ANY);
    }

    private Optional<Ipv4Address> highest(boolean loopback) {
        return router.interfaces().stream()
                .filter(candidate -> candidate.vrf().equals(process.vrf()) && candidate.isUp() && isLoopback(candidate) == loopback)
                .flatMap(candidate -> candidate.address().stream()).map(InterfaceAddress::address)
                .filter(Ipv4Address.class::isInstance).map(Ipv4Address.class::cast).max(IpAddress::compareTo);
    }

    private boolean isLoopback(RouterInterface candidate) {
        return router.device().interfaceNamed(candidate.name()).map(NetworkInterface::kind)
                .filter(InterfaceKind.LOOPBACK::equals).isPresent();
    }

    /** What the segments of a session are signed with (RFC 2385); a secret without a value stands for one of its name. */
    Optional<TcpKey> keyOf(BgpPeering peering) {
        return peering.password().map(secret -> new TcpKey(secret.inlineValue().orElse(secret.name()), signer));
    }

    RouterContext router() {
        return router;
    }

    BgpProcess process() {
        return process;
    }

    TcpStack tcp() {
        return tcp;
    }

    BgpTiming timing() {
        return timing;
    }

    Ipv4Address routerId() {
        return routerId;
    }

    long autonomousSystem() {
        return process.autonomousSystem();
    }

    Scheduler scheduler() {
        return router.scheduler();
    }

    long nowNanos() {
        return router.scheduler().nowNanos();
    }

    RoutingTable routes() {
        return router.routes(process.vrf());
    }

    /** Administrative distance: 20 for routes from outside, 200 for others, unless something else is configured (Cisco). */
    int distanceOf(PathSource source) {
        Optional<AdministrativeDistance> configured = process.options().distance();
        if (source == PathSource.EXTERNAL) {
            return configured.map(distance -> distance.external().orElse(EXTERNAL_DISTANCE)).orElse(EXTERNAL_DISTANCE);
        }
        return configured.map(AdministrativeDistance::internal).orElse(INTERNAL_DISTANCE);
    }

    /** The policy of that name; empty when the device has none, which lets everything pass. */
    Optional<PolicyEvaluation> policy(Optional<String> name) {
        return name.map(policies::get);
    }

    void record(BgpTraceEvent event) {
        record(event, process.origin());
    }

    void record(BgpTraceEvent event, Origin origin) {
        router.record(event, origin);
    }

    boolean isRecording() {
        return router.trace().isRecording();
    }
}
