package dmvpn.sim.router;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.routing.ForwardingDecision;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.underlay.Attachment;
import dmvpn.sim.underlay.LeasedAddress;
import dmvpn.sim.underlay.Underlay;
import java.util.Optional;

/** A physical interface, attached to a transport or a local network, or a loopback, attached to nothing. */
final class PhysicalInterface extends AbstractRouterInterface {

    /** Metric values of a gigabit interface and of a loopback (Cisco IOS interface defaults). */
    private static final int GIGABIT_KBPS = 1_000_000;
    private static final int GIGABIT_DELAY_MICROS = 10;
    private static final int LOOPBACK_KBPS = 8_000_000;
    private static final int LOOPBACK_DELAY_MICROS = 5_000;

    private final Router router;
    private final NetworkInterface configuration;
    private final Optional<Attachment> attachment;
    private Optional<InterfaceAddress> address = Optional.empty();
    private Optional<Underlay> underlay = Optional.empty();
    private Optional<Route> defaultRoute = Optional.empty();
    private boolean failed;
    private boolean up;

    PhysicalInterface(Router router, NetworkInterface configuration, Optional<Attachment> attachment) {
        this.router = router;
        this.configuration = configuration;
        this.attachment = attachment;
    }

    /** The router is powered on: the interface gets its address and comes up unless it is shut down or has failed. */
    void powerOn(Underlay network) {
        underlay = Optional.of(network);
        if (!configuration.enabled()) {
            report("configured shutdown");
        } else if (failed) {
            report(FAILED);
        } else {
            comeUp(network);
        }
    }

    private static final String FAILED = "the line has failed";

    private void comeUp(Underlay network) {
        up = true;
        if (configuration.assignment() instanceof AddressAssignment.Static fixed) {
            address = Optional.of(fixed.address());
            defaultRoute = fixed.gateway().map(gateway -> defaultRoute(RouteSource.STATIC, gateway));
        } else {
            Optional<LeasedAddress> lease = attachment.flatMap(network::lease);
            address = lease.map(LeasedAddress::address);
            defaultRoute = lease.map(found -> defaultRoute(found.gateway() instanceof Ipv4Address
                    ? RouteSource.DHCP : RouteSource.ROUTER_ADVERTISEMENT, found.gateway()));
        }
        connect();
        report(address.isEmpty() ? "no address" : "");
        tellChanged();
        defaultRoute.ifPresent(router.routes(vrf())::install);
    }

    private void connect() {
        address.ifPresent(own -> attachment.ifPresent(cable ->
                cable.connect(own.address(), linkLocalAddress(), packet -> router.ip().receive(this, packet))));
    }

    @Override
    public void setFailed(boolean nowFailed) {
        boolean changed = failed != nowFailed;
        failed = nowFailed;
        if (!changed || underlay.isEmpty() || !configuration.enabled()) {
            return;
        }
        if (failed) {
            attachment.ifPresent(Attachment::disconnect);
            up = false;
            address = Optional.empty();
            report(FAILED);
            withdrawDefaultRoute();
            tellChanged();
        } else {
            comeUp(underlay.get());
        }
    }

    /** Those of other interfaces and configured ones stay. */
    private void withdrawDefaultRoute() {
        defaultRoute.ifPresent(gone -> router.routes(vrf()).replace(gone.prefix(), gone.source(),
                router.forwarding(vrf()).candidates(gone.prefix()).stream()
                        .filter(candidate -> candidate.source() == gone.source()
                                && !candidate.interfaceName().equals(gone.interfaceName()))
                        .toList()));
        defaultRoute = Optional.empty();
    }

    /** The server gave the interface another lease; one that is down asks for it when it comes up. */
    void renumber(LeasedAddress lease) {
        if (up) {
            address = Optional.of(lease.address());
            connect();
            report("another lease");
            tellChanged();
        }
    }

    private void report(String reason) {
        router.record(new IpEvent.InterfaceChanged(name(), up, address.orElse(null), reason), origin());
    }

    private Route defaultRoute(RouteSource source, IpAddress gateway) {
        IpPrefix everything = IpPrefix.containing(gateway, 0);
        return new Route(everything, source, source.distance(), 0, Optional.of(gateway), Optional.of(name()),
                router.scheduler().nowNanos(), origin());
    }

    /** The router is powered off: nothing is delivered any more. */
    void powerOff() {
        attachment.ifPresent(Attachment::disconnect);
        up = false;
        address = Optional.empty();
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
        return address;
    }

    @Override
    public Optional<Ipv6Address> linkLocalAddress() {
        return address.filter(own -> own.address() instanceof Ipv6Address)
                .map(own -> MadeUpLinkLocalAddress.of(router.node(), place()));
    }

    /** The place among the interfaces with a hardware address; a loopback takes that of the first one. */
    private int place() {
        return configuration.kind() == InterfaceKind.LOOPBACK ? 0 : router.device().interfaces().stream()
                .filter(each -> each.kind() != InterfaceKind.LOOPBACK).map(NetworkInterface::name).toList()
                .indexOf(configuration.name());
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public int mtuBytes() {
        return configuration.mtuBytes();
    }

    @Override
    public int bandwidthKbps() {
        return configuration.kind() == InterfaceKind.LOOPBACK ? LOOPBACK_KBPS : GIGABIT_KBPS;
    }

    @Override
    public int delayMicros() {
        return configuration.kind() == InterfaceKind.LOOPBACK ? LOOPBACK_DELAY_MICROS : GIGABIT_DELAY_MICROS;
    }

    @Override
    public Origin origin() {
        return configuration.origin();
    }

    @Override
    public long outputDrops() {
        return attachment.map(Attachment::outputDrops).orElse(0L);
    }

    /** On a local network address resolution tells whether somebody is there; a provider takes every packet. */
    @Override
    public boolean mayReach(IpAddress nextHop) {
        return configuration.kind() != InterfaceKind.LAN
                || attachment.flatMap(cable -> cable.segment().attachmentOf(nextHop)).isPresent();
    }

    @Override
    public void send(IpPacket packet, IpAddress nextHop) {
        if (!up || address.isEmpty() || attachment.isEmpty()) {
            return;
        }
        if (!nextHop.isMulticast()) {
            attachment.get().send(packet, nextHop);
        } else if (configuration.kind() == InterfaceKind.WAN) {
            attachment.get().sendToGroup(packet, address.get().prefix());
        }
    }

    @Override
    public void forward(RouterInterface ingress, IpPacket packet, ForwardingDecision decision) {
        if (router.trace().isRecording()) {
            router.record(new IpEvent.Forwarded(ingress.name(), name(), packet.source(), packet.destination(),
                    packet.summary(), decision.nextHop(), decision.reason()), decision.route().origin());
        }
        send(packet, decision.nextHop());
    }
}
