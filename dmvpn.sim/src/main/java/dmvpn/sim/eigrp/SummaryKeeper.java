package dmvpn.sim.eigrp;

import dmvpn.network.address.IpPrefix;
import dmvpn.sim.eigrp.message.MetricWeights;
import dmvpn.sim.eigrp.message.VectorMetric;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The summaries of the process: each exists while it has a component, with the metric of the nearest one (Cisco IOS, IP
 * Routing: EIGRP configuration guide, summary aggregation). Keeps components in the order of their metric, so that a
 * change costs no look at the others.
 */
final class SummaryKeeper {

    private final EigrpContext context;
    private final Dual dual;
    private final Map<IpPrefix, Components> summaries = new LinkedHashMap<>();

    private static final class Components {
        private final MetricWeights weights;
        private final Map<IpPrefix, VectorMetric> metrics = new HashMap<>();
        private final TreeMap<Long, Set<IpPrefix>> byDistance = new TreeMap<>();
        private VectorMetric current;

        Components(MetricWeights weights) {
            this.weights = weights;
        }

        void put(IpPrefix prefix, VectorMetric metric) {
            VectorMetric before = metric == null ? metrics.remove(prefix) : metrics.put(prefix, metric);
            if (before != null) {
                Set<IpPrefix> equal = byDistance.get(weights.composite(before));
                equal.remove(prefix);
                if (equal.isEmpty()) {
                    byDistance.remove(weights.composite(before));
                }
            }
            if (metric != null) {
                byDistance.computeIfAbsent(weights.composite(metric), distance -> new LinkedHashSet<>()).add(prefix);
            }
        }

        VectorMetric nearest() {
            return byDistance.isEmpty() ? null : metrics.get(byDistance.firstEntry().getValue().iterator().next());
        }
    }

    SummaryKeeper(EigrpContext context, Dual dual) {
        this.context = context;
        this.dual = dual;
    }

    void add(IpPrefix summary) {
        summaries.putIfAbsent(summary, new Components(context.weights()));
    }

    /** A destination changed: the summaries that it is a component of may come, change or go. */
    void changed(TopologyEntry entry) {
        Path best = entry.best();
        boolean counts = best != null && best.kind() != Path.Kind.SUMMARY;
        for (Map.Entry<IpPrefix, Components> summary : summaries.entrySet()) {
            if (EigrpPort.isComponent(summary.getKey(), entry.prefix())) {
                Components components = summary.getValue();
                components.put(entry.prefix(), counts ? best.metric() : null);
                VectorMetric nearest = components.nearest();
                if (!Objects.equals(nearest, components.current)) {
                    components.current = nearest;
                    dual.summary(summary.getKey(), nearest == null ? null : Path.summary(nearest, context.weights()));
                }
            }
        }
    }
}
