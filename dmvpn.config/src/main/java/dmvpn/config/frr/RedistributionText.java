package dmvpn.config.frr;

import dmvpn.network.device.Device;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code redistribute}, which is much the same in all protocols. */
final class RedistributionText {

    private RedistributionText() {
    }

    /**
     * The lines of a process, without indentation. FRRouting's processes have no numbers of their own, and its OSPF no seed
     * tag: a route map sets it.
     *
     * @param into the protocol of the process
     * @param hasDefaultMetric true when the protocol has {@code default-metric}; else each line has the metric
     */
    static List<String> lines(FrrContext context, ProcessOptions options, RouteSource into, boolean hasDefaultMetric) {
        List<String> lines = new ArrayList<>();
        if (hasDefaultMetric) {
            options.defaultMetric().ifPresent(metric -> lines.add("default-metric " + words(metric)));
        }
        for (Redistribution redistribution : options.redistributions()) {
            if (redistribution.source() == into) {
                context.leaveOut(into.keyword() + " of another process into " + into.keyword() + ": FRRouting runs one process");
            } else if (redistribution.source() == RouteSource.ODR) {
                context.leaveOut("routes of on-demand routing into " + into.keyword() + ": FRRouting has none");
            } else {
                lines.add(line(context, redistribution, into,
                        hasDefaultMetric ? redistribution.metric() : redistribution.metric().or(options::defaultMetric)));
            }
        }
        return lines;
    }

    private static String line(FrrContext context, Redistribution redistribution, RouteSource into,
            Optional<SeedMetric> metric) {
        StringBuilder line = new StringBuilder("redistribute ").append(redistribution.source().keyword());
        metric.ifPresent(seed -> line.append(" metric ").append(words(seed)));
        if (into == RouteSource.OSPF) {
            redistribution.externalType().ifPresent(type -> line.append(" metric-type ").append(type));
            if (redistribution.tag().isPresent() && redistribution.policy().isPresent()) {
                context.leaveOut("tag " + redistribution.tag().getAsLong() + " of " + redistribution.source().keyword()
                        + " routes in OSPF: let policy " + redistribution.policy().get() + " set it");
            }
        }
        redistribution.policy().or(() -> into == RouteSource.OSPF && redistribution.tag().isPresent()
                ? Optional.of(tagMap(redistribution)) : Optional.empty())
                .ifPresent(policy -> line.append(" route-map ").append(policy));
        return line.toString();
    }

    private static String tagMap(Redistribution redistribution) {
        return "TAG-" + redistribution.tag().getAsLong();
    }

    /** Route maps that set the tags of redistributions into OSPF, by name. */
    static Map<String, Redistribution> tagMaps(Device device) {
        Map<String, Redistribution> maps = new LinkedHashMap<>();
        for (OspfProcess process : device.routing().ospf()) {
            process.options().redistributions().stream()
                    .filter(redistribution -> redistribution.tag().isPresent() && redistribution.policy().isEmpty())
                    .forEach(redistribution -> maps.putIfAbsent(tagMap(redistribution), redistribution));
        }
        return maps;
    }

    private static String words(SeedMetric metric) {
        return switch (metric) {
            case SeedMetric.Simple simple -> Long.toString(simple.value());
            case SeedMetric.Eigrp eigrp -> eigrp.bandwidthKbps() + " " + eigrp.delayTensOfMicros() + " " + eigrp.reliability()
                    + " " + eigrp.load() + " " + eigrp.mtuBytes();
        };
    }
}
