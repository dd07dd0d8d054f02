package dmvpn.sim.eigrp;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.Ipv6RouterId;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.sim.eigrp.message.ClassicMetric;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.eigrp.message.MetricWeights;
import dmvpn.sim.eigrp.message.VectorMetric;
import dmvpn.sim.eigrp.message.WideMetric;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.RoutingTable;
import java.util.Comparator;
import java.util.Optional;

/** What the parts of one EIGRP process share. */
final class EigrpContext {

    /** What FRRouting counts each interface as, whatever its kernel says (observed of eigrpd 8.4). */
    private static final int FRR_KBPS = 100_000;
    private static final int FRR_DELAY_MICROS = 100;

    private static final long TABLE_SCALE = 128;
    private static final long SEQUENCE_MASK = 0xffff_ffffL;

    private final RouterContext router;
    private final EigrpProcess process;
    private final EigrpFamily family;
    private final MetricWeights weights;
    private final boolean wideMetrics;
    private final RoutePolicies policies;
    private Ipv4Address routerId = Ipv4Address.ANY;
    private long lastSequence;

    EigrpContext(RouterContext router, EigrpProcess process, EigrpFamily family) {
        this.router = router;
        this.process = process;
        this.family = family;
        this.weights = process.metricWeights().map(configured -> MetricWeights.of(configured.weights()))
                .orElse(MetricWeights.DEFAULT);
        // FRRouting has no named mode and none is exported.
        this.wideMetrics = process.name().isPresent() && router.device().platform().vendor() != Vendor.FRR;
        this.policies = new RoutePolicies(this);
    }

    RouterContext router() {
        return router;
    }

    EigrpProcess process() {
        return process;
    }

    Scheduler scheduler() {
        return router.scheduler();
    }

    long nowNanos() {
        return router.scheduler().nowNanos();
    }

    RoutingTable routes() {
        return router.routes(process.vrf());
    }

    /** What the routes are of. */
    EigrpFamily family() {
        return family;
    }

    /** K values. */
    MetricWeights weights() {
        return weights;
    }

    /** True in named mode, which computes with wide metrics (RFC 7868 section 5.6.2). */
    boolean hasWideMetrics() {
        return wideMetrics;
    }

    /** A metric in the form that the process computes with. */
    VectorMetric own(VectorMetric metric) {
        return wideMetrics ? metric.toWide() : metric.toClassic();
    }

    /** A route of a neighbour with its metric in that form. */
    EigrpTlv.Route own(EigrpTlv.Route route) {
        VectorMetric metric = own(route.metric());
        return metric == route.metric() ? route : route.withMetric(metric);
    }

    /** The metric of a network that is directly connected. */
    VectorMetric ofInterface(RouterInterface port) {
        if (countsAllAlike()) {
            return ClassicMetric.ofInterface(FRR_KBPS, FRR_DELAY_MICROS, port.mtuBytes());
        }
        return wideMetrics
                ? WideMetric.ofInterface(port.bandwidthKbps(), delayPicos(port), port.mtuBytes())
                : ClassicMetric.ofInterface(port.bandwidthKbps(), port.delayMicros(), port.mtuBytes());
    }

    /** The metric from here of what a neighbour on an interface reports. */
    VectorMetric through(RouterInterface port, VectorMetric reported) {
        return switch (reported) {
            case ClassicMetric classic -> countsAllAlike() ? classic.through(FRR_KBPS, FRR_DELAY_MICROS, port.mtuBytes())
                    : classic.through(port.bandwidthKbps(), port.delayMicros(), port.mtuBytes());
            case WideMetric wide -> wide.through(port.bandwidthKbps(), delayPicos(port), port.mtuBytes());
        };
    }

    private boolean countsAllAlike() {
        return router.device().platform().vendor() == Vendor.FRR;
    }

    private static long delayPicos(RouterInterface port) {
        return WideMetric.delayPicos(port.bandwidthKbps(), port.delayMicros(), port.isDelayConfigured());
    }

    /** Composite metric of a route that is unreachable. */
    long infinity() {
        return wideMetrics ? MetricWeights.WIDE_INFINITY : ClassicMetric.UNREACHABLE_DELAY;
    }

    /**
     * A composite metric as the routing table has it, in 32 bits: of wide ones the 128th part (RFC 7868 section 5.6.2;
     * Cisco, {@code metric rib-scale}).
     */
    long tableMetric(long composite) {
        return wideMetrics ? Math.min(composite / TABLE_SCALE, ClassicMetric.UNREACHABLE_DELAY) : composite;
    }

    /** Policies on neighbours. */
    RoutePolicies policies() {
        return policies;
    }

    /** Administrative distances that are configured; FRRouting has fixed ones, and for IPv6 none is exported (FRRouting, EIGRP). */
    Optional<AdministrativeDistance> distance() {
        return router.device().platform().vendor() == Vendor.FRR || family == EigrpFamily.IPV6 ? Optional.empty() : process.options().distance();
    }

    /**
     * For IPv4 the highest address of a loopback, else of any interface that is up, when somebody asks first; it stays (Cisco,
     * Configuring EIGRP, router ID). {@link Ipv4Address#ANY} before there is one. For IPv6 that of the exported configuration.
     */
    Ipv4Address routerId() {
        if (routerId.isUnspecified()) {
            routerId = family == EigrpFamily.IPV6 ? Ipv6RouterId.of(router.device(), process) : highestAddress();
        }
        return routerId;
    }

    private Ipv4Address highestAddress() {
        return router.interfaces().stream()
                .filter(each -> each.isUp() && each.vrf().equals(process.vrf()) && each.address()
                        .filter(own -> own.address() instanceof Ipv4Address).isPresent())
                .max(Comparator.<RouterInterface, Boolean>comparing(this::isLoopback)
                        .thenComparing(each -> each.address().get().address()))
                .map(each -> (Ipv4Address) each.address().get().address()).orElse(Ipv4Address.ANY);
    }

    private boolean isLoopback(RouterInterface each) {
        return router.device().interfaceNamed(each.name()).filter(configured -> configured.kind() == InterfaceKind.LOOPBACK)
                .isPresent();
    }

    /** Next sequence number of the process; 0 means "unreliable" and is left out (RFC 7868 section 6). */
    long nextSequence() {
        lastSequence = lastSequence == SEQUENCE_MASK ? 1 : lastSequence + 1;
        return lastSequence;
    }

    void record(EigrpTraceEvent event) {
        router.record(event, process.origin());
    }
}
