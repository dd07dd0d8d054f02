package dmvpn.app.debug.breakpoint;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.sim.trace.RecordedEvent;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What begins in a line of the model: whole routers, and smaller elements that events name as their origin. */
final class LineElements {

    private final Path file;
    private final int line;
    private final Set<String> routers = new HashSet<>();
    private boolean smaller;

    LineElements(CompiledNetwork network, Path file, int line) {
        this.file = file.toAbsolutePath().normalize();
        this.line = line;
        for (Device device : network.devices()) {
            if (isHere(device.origin())) {
                routers.add(device.name());
            }
            smaller |= partsOf(device).anyMatch(this::isHere);
        }
        smaller |= network.transports().stream().anyMatch(transport -> isHere(transport.origin()))
                || network.scenarios().stream().anyMatch(scenario ->
                scenario.actions().stream().anyMatch(action -> isHere(action.origin()))
                        || scenario.expectations().stream().anyMatch(expectation -> isHere(expectation.origin())));
    }

    private static Stream<Origin> partsOf(Device device) {
        RoutingConfiguration routing = device.routing();
        Stream<Origin> processes = Stream.of(routing.eigrp().stream().map(EigrpProcess::origin), routing.ospf().stream().map(OspfProcess::origin),
                routing.bgp().stream().map(BgpProcess::origin), routing.rip().stream().map(RipProcess::origin),
                routing.odr().stream().map(OnDemandRouting::origin), routing.staticRoutes().stream().map(StaticRoute::origin),
                routing.forwardingDetection().stream().map(BidirectionalForwarding::origin)).flatMap(each -> each);
        Stream<Origin> interfaces = Stream.concat(device.interfaces().stream().map(NetworkInterface::origin),
                device.tunnels().stream().flatMap(tunnel -> Stream.of(tunnel.origin(), tunnel.nhrp().origin())));
        Stream<Origin> profiles = device.crypto().profiles().stream().map(IpsecProfile::origin);
        return Stream.of(processes, interfaces, profiles).flatMap(each -> each);
    }

    private boolean isHere(Origin origin) {
        return origin.isKnown() && origin.line() == line && pathOf(origin.file()).equals(file);
    }

    private static Path pathOf(String file) {
        return Path.of(file.startsWith("file:") ? java.net.URI.create(file).getPath() : file).toAbsolutePath().normalize();
    }

    boolean isEmpty() {
        return routers.isEmpty() && !smaller;
    }

    boolean contains(RecordedEvent event) {
        return routers.contains(event.nodeName()) || isHere(event.origin());
    }
}
