package dmvpn.config.cisco;

import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The lines of a process that are much the same in all protocols. */
final class RedistributionText {

    private RedistributionText() {
    }

    /** {@code default-metric}, {@code redistribute} and {@code maximum-paths}, without indentation. */
    static List<String> lines(ProcessOptions options, RouteSource into) {
        return lines(options, redistribution -> line(redistribution, into, into == RouteSource.OSPF ? " subnets" : ""));
    }

    /**
     * The same of OSPF version 3, which knows no classes of networks, and which tells the networks of the interfaces that another
     * protocol runs on only when it is told so.
     */
    static List<String> linesIntoOspfv3(ProcessOptions options) {
        return lines(options, redistribution -> line(redistribution, RouteSource.OSPF, switch (redistribution.source()) {
            case EIGRP, OSPF, RIP -> " include-connected";
            default -> "";
        }));
    }

    private static List<String> lines(ProcessOptions options, Function<Redistribution, String> line) {
        List<String> lines = new ArrayList<>();
        options.defaultMetric().ifPresent(metric -> lines.add("default-metric " + words(metric)));
        options.redistributions().forEach(redistribution -> lines.add(line.apply(redistribution)));
        options.maximumPaths().ifPresent(paths -> lines.add("maximum-paths " + paths));
        return lines;
    }

    /** @param scope what is said of the routes that are meant */
    private static String line(Redistribution redistribution, RouteSource into, String scope) {
        StringBuilder line = new StringBuilder("redistribute ").append(redistribution.source().keyword());
        redistribution.process().ifPresent(process -> line.append(' ').append(process));
        if (redistribution.source() == RouteSource.OSPF && into == RouteSource.BGP) {
            // IOS passes inner routes only unless told otherwise (Cisco IOS command reference, redistribute in BGP).
            line.append(" match internal external 1 external 2");
        }
        line.append(scope);
        redistribution.metric().ifPresent(metric -> line.append(" metric ").append(words(metric)));
        redistribution.externalType().ifPresent(type -> line.append(" metric-type ").append(type));
        if (into == RouteSource.OSPF) {
            redistribution.tag().ifPresent(tag -> line.append(" tag ").append(tag));
        }
        redistribution.policy().ifPresent(policy -> line.append(" route-map ").append(policy));
        return line.toString();
    }

    private static String words(SeedMetric metric) {
        return switch (metric) {
            case SeedMetric.Simple simple -> Long.toString(simple.value());
            case SeedMetric.Eigrp eigrp -> eigrp.bandwidthKbps() + " " + eigrp.delayTensOfMicros() + " " + eigrp.reliability()
                    + " " + eigrp.load() + " " + eigrp.mtuBytes();
        };
    }

    /** Lines below a header. */
    static String indented(String indent, List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(indent).append(line).append('\n'));
        return text.toString();
    }
}
