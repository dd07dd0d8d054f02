package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The hubs of the cloud that a problem is in, as a client may name them. */
final class Servers {

    private Servers() {
    }

    /** Their names. */
    static Stream<String> names(Problem problem) {
        String own = problem.element(RouterDeclaration.class).map(router -> router.getName()).orElse("");
        return members(problem).map(member -> member.device.reference()).filter(name -> !name.equals(own));
    }

    /** Their tunnel addresses. */
    static Stream<String> addresses(Problem problem) {
        return members(problem).map(member -> member.tunnel.address().address().toString());
    }

    /** Their addresses in the underlay. */
    static Stream<String> nbmaAddresses(Problem problem) {
        return members(problem).flatMap(member -> nbma(member).stream()).map(IpAddress::toString);
    }

    private record Hub(Device device, TunnelInterface tunnel) {
    }

    private static Stream<Hub> members(Problem problem) {
        String cloud = problem.element(JoinClause.class).map(JoinClause::getCloud).filter(Objects::nonNull)
                .map(CloudDeclaration::getName).orElse("");
        CompiledNetwork network = problem.network();
        return network.devices().stream().filter(device -> device.role() == DeviceRole.HUB)
                .flatMap(device -> device.tunnels().stream().filter(tunnel -> tunnel.cloud().equals(cloud))
                        .map(tunnel -> new Hub(device, tunnel)));
    }

    private static Optional<IpAddress> nbma(Hub hub) {
        return hub.device.interfaceNamed(hub.tunnel.sourceInterface())
                .map(source -> source.assignment())
                .filter(AddressAssignment.Static.class::isInstance).map(AddressAssignment.Static.class::cast)
                .map(fixed -> fixed.address().address());
    }
}
