package dmvpn.config.cisco;

import dmvpn.network.device.Device;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of an EIGRP process beyond its networks and stub. */
final class EigrpOptionText {

    private static final int DEFAULT_EXTERNAL_DISTANCE = 170;

    private EigrpOptionText() {
    }

    /** The lines without indentation. */
    static List<String> lines(Device device, EigrpProcess process) {
        List<String> lines = new ArrayList<>();
        process.metricWeights().ifPresent(weights -> lines.add("metric weights 0 "
                + weights.weights().stream().map(Object::toString).collect(Collectors.joining(" "))));
        lines.addAll(RedistributionText.lines(process.options(), RouteSource.EIGRP));
        process.options().policies().forEach(use -> lines.add("distribute-list route-map " + use.policy()
                + (use.direction() == PolicyDirection.IN ? " in" : " out")));
        process.options().distance().ifPresent(distance -> lines.add("distance eigrp " + distance.internal() + " "
                + distance.external().orElse(DEFAULT_EXTERNAL_DISTANCE)));
        device.routing().forwardingDetection().stream()
                .filter(bfd -> bfd.clients().contains(RouteSource.EIGRP))
                .filter(bfd -> process.interfaces().stream().anyMatch(port -> port.interfaceName().equals(bfd.interfaceName())))
                .forEach(bfd -> lines.add("bfd interface " + bfd.interfaceName()));
        return lines;
    }
}
