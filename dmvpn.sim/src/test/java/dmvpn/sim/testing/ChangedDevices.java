package dmvpn.sim.testing;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.forwarding.ForwardingPolicy;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelOptions;
import java.util.List;
import java.util.function.UnaryOperator;

/** Networks with one router configured otherwise. */
public final class ChangedDevices {

    private ChangedDevices() {
    }

    /** Another configuration of a router. */
    public static CompiledNetwork with(CompiledNetwork network, String name, UnaryOperator<Device> change) {
        List<Device> devices = network.devices().stream()
                .map(device -> device.name().equals(name) ? change.apply(device) : device).toList();
        return new CompiledNetwork(network.name(), network.transports(), network.clouds(), devices, network.hosts(),
                network.scenarios(), network.secretsFiles(), network.origin());
    }

    /** Other options of a router's only tunnel. */
    public static CompiledNetwork tunnel(CompiledNetwork network, String name, UnaryOperator<TunnelOptions> change) {
        return with(network, name, device -> {
            TunnelInterface tunnel = device.tunnels().getFirst();
            return device.withTunnel(tunnel.withOptions(change.apply(tunnel.options())));
        });
    }

    /** Other static routes of a router. */
    public static CompiledNetwork routes(CompiledNetwork network, String name, StaticRoute... routes) {
        return with(network, name, device -> routing(device, new RoutingConfiguration(List.of(routes), List.of(),
                device.routing().origin())));
    }

    /** Other routing of a router. */
    public static CompiledNetwork routing(CompiledNetwork network, String name, RoutingConfiguration routing) {
        return with(network, name, device -> routing(device, routing));
    }

    private static Device routing(Device device, RoutingConfiguration routing) {
        return new Device(device.name(), device.reference(), device.role(), device.platform(), device.site(), device.vrfs(),
                device.interfaces(), device.tunnels(), device.crypto(), routing, device.forwarding(), device.raw(), device.origin());
    }

    /** Other policies of a router. */
    public static CompiledNetwork forwarding(CompiledNetwork network, String name, ForwardingPolicy forwarding) {
        return with(network, name, device -> new Device(device.name(), device.reference(), device.role(), device.platform(),
                device.site(), device.vrfs(), device.interfaces(), device.tunnels(), device.crypto(), device.routing(), forwarding,
                device.raw(), device.origin()));
    }
}
