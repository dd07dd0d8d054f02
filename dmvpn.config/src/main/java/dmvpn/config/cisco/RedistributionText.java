package dmvpn.config.cisco;

import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import java.util.ArrayList;
import java.util.List;

/** The lines of a process that are much the same in all protocols. */
final class RedistributionText {

    private RedistributionText() {
    }

    /** {@code default-metric}, {@code redistribute} and {@code maximum-paths}, without indentation. */
    static List<String> lines(ProcessOptions options, RouteSource into) {
        List<String> lines = new ArrayList<>();
        options.defaultMetric().ifPresent(metric -> lines.add("default-metric " + words(metric)));
        options.redistributions().forEach(redistribution -> lines.add(line(redistribution, into)));
        options.maximumPaths().ifPresent(paths -> lines.add("maximum-paths " + paths));
        return lines;
    }

    private static String line(Redistribution redistribution, RouteSource into) {
        StringBuilder line = new StringBuilder("redistribute ").append(redistribution.source().keyword());
        redistribution.process().ifPresent(process -> line.append(' ').append(process));
        if (redistribution.source() == RouteSource.OSPF && into == RouteSource.BGP) {
            // IOS passes inner routes only unless told otherwise (Cisco IOS command reference, redistribute in BGP).
            line.append(" match internal external 1 external 2");
        }
        if (into == RouteSource.OSPF) {
            line.append(" subnets");
        }
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
