package dmvpn.sim.testing;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A network with on-demand routing on all tunnels in place of its routing protocols. */
public final class OnDemandRoutingInstead {

    private OnDemandRoutingInstead() {
    }

    /** The same network; routers called H... are hubs. */
    public static CompiledNetwork of(CompiledNetwork network) {
        CompiledNetwork changed = network;
        for (Device device : network.devices()) {
            changed = ChangedDevices.routing(changed, device.name(), of(device));
        }
        return changed;
    }

    private static RoutingConfiguration of(Device device) {
        return new RoutingConfiguration(device.routing().staticRoutes(), List.of(), List.of(), List.of(), List.of(),
                List.of(new OnDemandRouting(device.name().startsWith("H"), Optional.empty(),
                        device.tunnels().stream().map(TunnelInterface::name).toList(), OptionalInt.empty(), Origin.NONE)),
                List.of(), List.of(), Origin.NONE);
    }
}
