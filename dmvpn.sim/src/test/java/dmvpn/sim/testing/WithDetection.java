package dmvpn.sim.testing;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A network with BFD on all tunnels and WAN interfaces, for all its routing protocols. */
public final class WithDetection {

    private static final List<RouteSource> CLIENTS = List.of(RouteSource.EIGRP, RouteSource.OSPF, RouteSource.BGP);

    private WithDetection() {
    }

    /** All routers have BFD. */
    public static CompiledNetwork of(CompiledNetwork network, Duration interval, int multiplier) {
        return of(network, interval, multiplier, device -> true);
    }

    /** Some routers have BFD. */
    public static CompiledNetwork of(CompiledNetwork network, Duration interval, int multiplier, Predicate<Device> which) {
        CompiledNetwork changed = network;
        for (Device device : network.devices()) {
            if (which.test(device)) {
                changed = ChangedDevices.routing(changed, device.name(), with(device, Stream.concat(
                        device.tunnels().stream().map(TunnelInterface::name),
                        device.interfaces().stream().filter(each -> each.kind() == InterfaceKind.WAN).map(NetworkInterface::name))
                        .map(name -> new BidirectionalForwarding(name, interval, multiplier, CLIENTS, Origin.NONE)).toList()));
            }
        }
        return changed;
    }

    /** The protocols of a router ask for BFD; no interface has settings for it. */
    public static CompiledNetwork withoutIntervals(CompiledNetwork network) {
        CompiledNetwork changed = network;
        for (Device device : network.devices()) {
            changed = ChangedDevices.routing(changed, device.name(), with(device, List.of()));
        }
        return changed;
    }

    private static RoutingConfiguration with(Device device, List<BidirectionalForwarding> detection) {
        RoutingConfiguration routing = device.routing();
        return new RoutingConfiguration(routing.staticRoutes(), routing.eigrp(), routing.ospf().stream().map(WithDetection::with).toList(),
                routing.bgp().stream().map(WithDetection::with).toList(), routing.rip(), routing.odr(), detection, routing.policies(),
                routing.origin());
    }

    private static OspfProcess with(OspfProcess process) {
        return new OspfProcess(process.process(), process.vrf(), process.areas(), process.interfaces().stream()
                .map(each -> new OspfInterface(each.interfaceName(), each.area(), each.networkType(), each.priority(), each.cost(),
                        each.helloInterval(), each.deadInterval(), each.passive(), each.databaseFilter(), true, each.origin())).toList(),
                process.defaultOrigination(), process.options(), process.origin());
    }

    private static BgpProcess with(BgpProcess process) {
        return new BgpProcess(process.autonomousSystem(), process.vrf(), process.networks(), process.neighbors().stream()
                .map(each -> new BgpNeighbor(each.address(), each.device(), with(each.peering()), each.origin())).toList(),
                process.listenRanges().stream()
                        .map(each -> new BgpListenRange(each.range(), each.peerGroup(), with(each.peering()), each.origin())).toList(),
                process.aggregates(), process.options(), process.origin());
    }

    private static BgpPeering with(BgpPeering peering) {
        return new BgpPeering(peering.remoteAutonomousSystems(), peering.keepalive(), peering.hold(), peering.nextHopSelf(),
                peering.routeReflectorClient(), peering.allowOwnAutonomousSystem(), peering.overrideAutonomousSystem(),
                peering.defaultOrigination(), peering.importPolicy(), peering.exportPolicy(), peering.password(), true,
                peering.options(), peering.origin());
    }
}
