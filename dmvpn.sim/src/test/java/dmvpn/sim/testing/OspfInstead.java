package dmvpn.sim.testing;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.OspfConfiguredNeighbor;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A network with OSPF 1 on all tunnels and local networks in place of its routing protocols. */
public final class OspfInstead {

    private static final int HUB_PRIORITY = 255;

    private OspfInstead() {
    }

    /**
     * The same network with OSPF in area 0, with the timers of the type. Routers called H... are hubs: of a network with a
     * designated router they are the ones that may be elected.
     */
    public static CompiledNetwork of(CompiledNetwork network, OspfNetworkType type) {
        return new CompiledNetwork(network.name(), network.transports(), network.clouds(),
                network.devices().stream().map(device -> with(network, device, type)).toList(), network.hosts(), network.scenarios(),
                network.origin());
    }

    private static Device with(CompiledNetwork network, Device device, OspfNetworkType type) {
        List<OspfInterface> interfaces = new ArrayList<>();
        for (TunnelInterface tunnel : device.tunnels()) {
            int priority = type.hasDesignatedRouter() ? device.name().startsWith("H") ? HUB_PRIORITY : 0 : 1;
            interfaces.add(settings(tunnel.name(), type, priority, false));
        }
        device.interfaces().stream().filter(each -> each.kind() == InterfaceKind.LAN).map(NetworkInterface::name)
                .forEach(name -> interfaces.add(settings(name, OspfNetworkType.BROADCAST, 1, true)));
        OspfProcess process = new OspfProcess(1, Optional.empty(), List.of(), interfaces, neighbors(network, device, type),
                Optional.empty(), ProcessOptions.NONE, Origin.NONE);
        return new Device(device.name(), device.reference(), device.role(), device.platform(), device.vrfs(),
                device.interfaces(), device.tunnels(), device.crypto(),
                new RoutingConfiguration(device.routing().staticRoutes(), List.of(), List.of(process), List.of(), List.of(),
                        List.of(), List.of(), List.of(), Origin.NONE), device.raw(), device.origin());
    }

    /** Hubs name all others where multicast finds nobody. */
    private static List<OspfConfiguredNeighbor> neighbors(CompiledNetwork network, Device device, OspfNetworkType type) {
        return type != OspfNetworkType.NON_BROADCAST || !device.name().startsWith("H") ? List.of()
                : network.devices().stream().filter(other -> other != device).flatMap(other -> other.tunnels().stream())
                        .map(tunnel -> new OspfConfiguredNeighbor(tunnel.name(), tunnel.address().address(), 0, Origin.NONE)).toList();
    }

    private static OspfInterface settings(String name, OspfNetworkType type, int priority, boolean passive) {
        return new OspfInterface(name, 0, type, priority, OptionalInt.empty(), type.defaultHelloInterval(),
                type.defaultDeadInterval(), passive, false, false, Origin.NONE);
    }
}
