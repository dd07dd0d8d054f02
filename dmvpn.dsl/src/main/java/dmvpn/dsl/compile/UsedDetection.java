package dmvpn.dsl.compile;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** BFD on the interfaces of a router: the timers that are said first, and all protocols that listen. */
final class UsedDetection {

    private final Map<String, BidirectionalForwarding> byInterface = new LinkedHashMap<>();

    /** Switches BFD on when the plan says so; true when it does. */
    boolean use(String interfaceName, InterfacePlan plan, DeviceRole role, RouteSource client) {
        return use(interfaceName, plan.fastDetection(), role, client);
    }

    /** The same for what is said elsewhere. */
    boolean use(String interfaceName, List<Grouped<InterfacePlan.FastDetection>> plans, DeviceRole role, RouteSource client) {
        Optional<Grouped<InterfacePlan.FastDetection>> said = Grouped.of(plans, role);
        said.ifPresent(detection -> byInterface.merge(interfaceName,
                new BidirectionalForwarding(interfaceName, detection.value().interval(), detection.value().multiplier(),
                        List.of(client), detection.origin()),
                (known, other) -> known.clients().contains(client) ? known : withClient(known, client)));
        return said.isPresent();
    }

    private static BidirectionalForwarding withClient(BidirectionalForwarding known, RouteSource client) {
        List<RouteSource> clients = new ArrayList<>(known.clients());
        clients.add(client);
        return new BidirectionalForwarding(known.interfaceName(), known.interval(), known.multiplier(), clients, known.origin());
    }

    List<BidirectionalForwarding> all() {
        return List.copyOf(byInterface.values());
    }
}
