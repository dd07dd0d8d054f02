package dmvpn.config.cisco;

import dmvpn.network.device.Device;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpMetricWeights;
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
        process.metricWeights().ifPresent(weights -> lines.add(line(weights)));
        lines.addAll(ofTopology(process));
        process.interfaces().stream().map(EigrpInterface::interfaceName).filter(name -> hasDetection(device, name))
                .forEach(name -> lines.add("bfd interface " + name));
        return lines;
    }

    /** {@code metric weights}, whose first number is a type of service that is always 0. */
    static String line(EigrpMetricWeights weights) {
        return "metric weights 0 " + weights.weights().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** What stands in {@code topology base} in named mode, without indentation. */
    static List<String> ofTopology(EigrpProcess process) {
        List<String> lines = new ArrayList<>(RedistributionText.lines(process.options(), RouteSource.EIGRP));
        process.options().policies().forEach(use -> lines.add("distribute-list route-map " + use.policy()
                + (use.direction() == PolicyDirection.IN ? " in" : " out")));
        process.options().distance().ifPresent(distance -> lines.add("distance eigrp " + distance.internal() + " "
                + distance.external().orElse(DEFAULT_EXTERNAL_DISTANCE)));
        return lines;
    }

    /** True when BFD watches EIGRP's neighbours on an interface. */
    static boolean hasDetection(Device device, String interfaceName) {
        return device.routing().forwardingDetection().stream().anyMatch(bfd -> bfd.clients().contains(RouteSource.EIGRP)
                && bfd.interfaceName().equals(interfaceName));
    }
}
