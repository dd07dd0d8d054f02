package dmvpn.sim.tunnel;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.EncapsulationOverhead;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.router.AbstractRouterInterface;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.MadeUpLinkLocalAddress;
import dmvpn.sim.router.IpEvent;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.ForwardingDecision;
import dmvpn.sim.tunnel.TunnelEvent.SendFailure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A GRE tunnel interface (RFC 2784), point-to-point or multipoint: encapsulates what routing sends into it. */
public final class GreTunnel extends AbstractRouterInterface implements TunnelPort, DiscoveryLink, InterfaceListener {

    /** Why a tunnel is down that somebody took out of service. */
    public static final String OUT_OF_SERVICE = "the tunnel is taken out of service";

    private final RouterContext router;
    private TunnelInterface configuration;
    private final Optional<RouterInterface> source;
    private Optional<TunnelProtector> protector = Optional.empty();
    private NbmaResolver resolver = new UnresolvedTunnel();
    private NhrpReceiver nhrpReceiver = (outerSource, packet) -> { };
    private DiscoveryReceiver discoveryReceiver = (link, frame) -> { };
    private Optional<IpAddress> nbmaAddress = Optional.empty();
    private boolean failed;
    private boolean started;
    private boolean standby;
    private String standbyReason = "";
    private LineProtocol lineProtocol;
    private final DeliveryPathMtus pathMtus;
    private final Encapsulation encapsulation;

    /** A tunnel that is down until {@link #start}. */
    public GreTunnel(RouterContext router, TunnelInterface configuration) {
        this.router = router;
        this.configuration = configuration;
        this.source = router.interfaceNamed(configuration.sourceInterface());
        this.lineProtocol = lineProtocolAtStart();
        this.pathMtus = new DeliveryPathMtus(router, this);
        this.encapsulation = new Encapsulation(router, this, pathMtus);
    }

    /** Until a server has answered, the line protocol of a tunnel with {@code if-state nhrp} is down. */
    private LineProtocol lineProtocolAtStart() {
        return configuration.options().interfaceState() && !configuration.nhrp().nextHopServers().isEmpty()
                ? LineProtocol.UNDECIDED : LineProtocol.UP;
    }

    /** Follows the tunnel source from now on, and comes up when the source is up. */
    public void start() {
        started = true;
        source.ifPresent(interfaceOfSource -> interfaceOfSource.addListener(this));
        followSource();
        if (nbmaAddress.isEmpty()) {
            report(whyDown());
        }
    }

    @Override
    public void setFailed(boolean nowFailed) {
        if (nowFailed && isInService()) {
            nhrpReceiver.goingDown(OUT_OF_SERVICE);
        }
        failed = nowFailed;
        if (started) {
            followSource();
        }
    }

    /**
     * The tunnel is held down for another one, or is used in its place.
     *
     * @param reason why, for the trace
     */
    void setStandby(boolean nowStandby, String reason) {
        if (nowStandby && isInService()) {
            nhrpReceiver.goingDown(reason);
        }
        standby = nowStandby;
        standbyReason = reason;
        if (started) {
            followSource();
        }
    }

    /** The tunnel stands by for another one from its start on. */
    public void standByFor(String primary) {
        setStandby(true, "the tunnel stands by for " + primary);
    }

    /** True when nothing can be sent although nothing is awaited that would change it. */
    boolean hasFailed() {
        return started && (nbmaAddress.isEmpty() || lineProtocol == LineProtocol.DOWN);
    }

    @Override
    public void setLineProtocol(LineProtocol now, String reason) {
        if (lineProtocol == now) {
            return;
        }
        boolean before = isUp();
        lineProtocol = now;
        if (isUp() != before) {
            report(reason);
        }
        tellChanged();
    }

    private String whyDown() {
        if (standby) {
            return standbyReason;
        }
        return failed ? OUT_OF_SERVICE : "the tunnel source is down or has no address";
    }

    /** Protects what the tunnel sends from now on. */
    public void setProtector(TunnelProtector newProtector) {
        protector = Optional.of(newProtector);
    }

    /** Sends in clear from now on. */
    public void removeProtector() {
        protector = Optional.empty();
    }

    /** Takes another configuration of the same interface; who listens is told when metrics change with it. */
    void reconfigure(TunnelInterface newConfiguration) {
        boolean otherMetric = newConfiguration.bandwidthKbps() != configuration.bandwidthKbps()
                || newConfiguration.delayMicros() != configuration.delayMicros();
        configuration = newConfiguration;
        if (otherMetric) {
            tellChanged();
        }
    }

    @Override
    public void changed(RouterInterface changedInterface) {
        followSource();
    }

    private void followSource() {
        Optional<IpAddress> now = failed || standby ? Optional.empty() : source.filter(RouterInterface::isUp)
                .flatMap(RouterInterface::address).map(InterfaceAddress::address);
        if (!now.equals(nbmaAddress)) {
            nbmaAddress = now;
            lineProtocol = lineProtocolAtStart();
            report(now.isEmpty() ? whyDown() : isUp() ? whyUp() : "no next-hop server has answered yet");
            tellChanged();
        }
    }

    private String whyUp() {
        return standbyReason.isEmpty() ? "the tunnel source is up" : standbyReason;
    }

    private void report(String reason) {
        router.record(new IpEvent.InterfaceChanged(name(), isUp(), configuration.address(), reason), origin());
    }

    @Override
    public TunnelInterface configuration() {
        return configuration;
    }

    @Override
    public Optional<IpAddress> nbmaAddress() {
        return nbmaAddress;
    }

    @Override
    public void setResolver(NbmaResolver newResolver) {
        resolver = newResolver;
    }

    /** Who finds far ends. */
    public NbmaResolver resolver() {
        return resolver;
    }

    @Override
    public void setNhrpReceiver(NhrpReceiver newReceiver) {
        nhrpReceiver = newReceiver;
    }

    /** The protection of the tunnel, empty when it has none. */
    public Optional<TunnelProtector> protector() {
        return protector;
    }

    @Override
    public String name() {
        return configuration.name();
    }

    @Override
    public Optional<String> vrf() {
        return configuration.vrf();
    }

    @Override
    public Optional<InterfaceAddress> address() {
        return Optional.of(configuration.address());
    }

    @Override
    public Optional<Ipv6Address> linkLocalAddress() {
        return configuration.address().address() instanceof Ipv6Address
                ? Optional.of(configuration.options().linkLocalAddress().orElseGet(() -> MadeUpLinkLocalAddress.of(router.node())))
                : Optional.empty();
    }

    @Override
    public boolean isUp() {
        return nbmaAddress.isPresent() && lineProtocol == LineProtocol.UP;
    }

    @Override
    public boolean isTunnel() {
        return true;
    }

    @Override
    public boolean isStandby() {
        return standby;
    }

    @Override
    public boolean isInService() {
        return nbmaAddress.isPresent();
    }

    /** {@code ip mtu}, or the MTU of the source less the headers of GRE: 1476, with a key 1472, over IPv6 20 less (Cisco IOS default). */
    @Override
    public int mtuBytes() {
        return configuration.ipMtuBytes().orElseGet(() ->
                new EncapsulationOverhead(deliveryHeaderBytes(), configuration.key().isPresent(), Optional.empty(), false)
                        .largestInnerBytes(linkMtuBytes()));
    }

    private int linkMtuBytes() {
        return source.map(RouterInterface::mtuBytes).orElse(DEFAULT_SOURCE_MTU_BYTES);
    }

    @Override
    public int mtuBytesTowards(IpAddress nextHop, IpPacket packet) {
        if (!pathMtus.isInUse(packet)) {
            return mtuBytes();
        }
        Optional<FarEnd> farEnd = configuration.mode() instanceof TunnelMode.PointToPoint fixed
                ? Optional.of(FarEnd.of(fixed.destination())) : resolver.peek(nextHop, packet);
        return farEnd.map(target -> Math.min(mtuBytes(), pathMtus.largestInnerBytes(target, linkMtuBytes()))).orElseGet(this::mtuBytes);
    }

    /** A router on the way to a far end takes no larger packets. */
    void toldOfPathMtu(IpAddress farEnd, int mtuBytes, IpAddress from) {
        pathMtus.told(farEnd, mtuBytes, linkMtuBytes(), from);
    }

    private static final int DEFAULT_SOURCE_MTU_BYTES = 1500;

    private int deliveryHeaderBytes() {
        return nbmaAddress.filter(address -> !(address instanceof Ipv4Address)).isPresent()
                ? EncapsulationOverhead.IPV6_HEADER_BYTES : EncapsulationOverhead.IPV4_HEADER_BYTES;
    }

    @Override
    public int bandwidthKbps() {
        return configuration.bandwidthKbps();
    }

    @Override
    public boolean isDelayConfigured() {
        return configuration.delayMicros() != TunnelInterface.DEFAULT_DELAY_MICROS;
    }

    @Override
    public int delayMicros() {
        return configuration.delayMicros();
    }

    @Override
    public Origin origin() {
        return configuration.origin();
    }

    @Override
    public void announceMulticastTarget() {
        tellMulticastTargetAdded();
    }

    @Override
    public boolean multicastReaches(IpAddress neighbor) {
        return configuration.mode() instanceof TunnelMode.PointToPoint || resolver.multicastReaches(neighbor);
    }

    @Override
    public void send(IpPacket packet, IpAddress nextHop) {
        if (nextHop.isMulticast()) {
            for (FarEnd target : multicastTargets()) {
                encapsulation.send(packet, target);
            }
        } else {
            resolve(packet, nextHop).ifPresent(target -> encapsulation.send(packet, target));
        }
    }

    @Override
    public void sendDiscovery(Packet frame) {
        multicastTargets().forEach(target -> encapsulation.send(GrePacket.CDP, frame, target));
    }

    @Override
    public void setDiscoveryReceiver(DiscoveryReceiver newReceiver) {
        discoveryReceiver = newReceiver;
    }

    @Override
    public void forward(RouterInterface ingress, IpPacket packet, ForwardingDecision decision) {
        Optional<FarEnd> target = resolve(packet, decision.nextHop());
        if (target.isEmpty()) {
            return;
        }
        if (router.trace().isRecording()) {
            router.record(new TunnelEvent.Forwarded(ingress.name(), name(), packet.source(), packet.destination(),
                    packet.summary(), decision.nextHop(), target.get().nbmaAddress(), decision.reason()), decision.route().origin());
        }
        encapsulation.send(adjusted(packet), target.get());
    }

    private IpPacket adjusted(IpPacket packet) {
        OptionalInt offered = SegmentSizeLimit.exceeded(packet, configuration.tcpMssBytes());
        if (offered.isEmpty()) {
            return packet;
        }
        int largest = configuration.tcpMssBytes().getAsInt();
        router.record(new TunnelEvent.SegmentSizeAdjusted(name(), packet.source(), packet.destination(), offered.getAsInt(), largest),
                origin());
        return SegmentSizeLimit.limited(packet, largest);
    }

    /** NHRP records why when it has no answer. */
    private Optional<FarEnd> resolve(IpPacket packet, IpAddress nextHop) {
        if (!isUp()) {
            encapsulation.fail(packet, null, SendFailure.TUNNEL_DOWN);
            return Optional.empty();
        }
        return configuration.mode() instanceof TunnelMode.PointToPoint fixed
                ? Optional.of(FarEnd.of(fixed.destination())) : resolver.resolve(nextHop, packet);
    }

    private List<FarEnd> multicastTargets() {
        return configuration.mode() instanceof TunnelMode.PointToPoint fixed
                ? List.of(FarEnd.of(fixed.destination())) : resolver.multicastTargets();
    }

    @Override
    public void sendNhrp(FarEnd target, Packet packet) {
        encapsulation.send(GrePacket.NHRP, packet, target);
    }

    /** A GRE packet for this tunnel came in: takes the packet inside. */
    void receive(IpPacket outer, GrePacket gre) {
        if (gre.content() instanceof IpPacket inner) {
            router.ip().receive(this, adjusted(inner));
        } else if (gre.protocolType() == GrePacket.CDP) {
            discoveryReceiver.received(this, gre.content());
        } else {
            nhrpReceiver.receive(outer.source(), gre.content());
        }
    }

    /** Stands in until NHRP takes over: knows no far end. */
    private final class UnresolvedTunnel implements NbmaResolver {
        @Override
        public Optional<FarEnd> resolve(IpAddress nextHop, IpPacket packet) {
            encapsulation.fail(packet, null, SendFailure.NO_NBMA_ADDRESS);
            return Optional.empty();
        }

        @Override
        public boolean multicastReaches(IpAddress neighbor) {
            return false;
        }

        @Override
        public List<FarEnd> multicastTargets() {
            return List.of();
        }
    }
}
