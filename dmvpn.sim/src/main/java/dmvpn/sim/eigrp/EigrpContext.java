package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.sim.eigrp.message.MetricWeights;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.RoutingTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** What the parts of one EIGRP process share. */
final class EigrpContext {

    private static final long SEQUENCE_MASK = 0xffff_ffffL;

    private final RouterContext router;
    private final EigrpProcess process;
    private final EigrpFamily family;
    private final MetricWeights weights;
    private final RoutePolicies policies;
    private Ipv4Address routerId = Ipv4Address.ANY;
    private long lastSequence;

    EigrpContext(RouterContext router, EigrpProcess process, EigrpFamily family) {
        this.router = router;
        this.process = process;
        this.family = family;
        this.weights = process.metricWeights().map(configured -> MetricWeights.of(configured.weights()))
                .orElse(MetricWeights.DEFAULT);
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

    /** Policies on neighbours. */
    RoutePolicies policies() {
        return policies;
    }

    /** Administrative distances that are configured; FRRouting has fixed ones, and for IPv6 none is exported (FRRouting, EIGRP). */
    Optional<AdministrativeDistance> distance() {
        return router.device().platform().vendor() == Vendor.FRR || family == EigrpFamily.IPV6 ? Optional.empty() : process.options().distance();
    }

    /**
     * The highest address of a loopback, else of any interface that is up, when somebody asks first; it stays (Cisco, Configuring
     * EIGRP, router ID). {@link Ipv4Address#ANY} before there is one.
     */
    Ipv4Address routerId() {
        if (routerId.isUnspecified()) {
            routerId = router.interfaces().stream()
                    .filter(each -> each.isUp() && each.vrf().equals(process.vrf()) && each.address()
                            .filter(own -> own.address() instanceof Ipv4Address).isPresent())
                    .max(Comparator.<RouterInterface, Boolean>comparing(this::isLoopback)
                            .thenComparing(each -> each.address().get().address()))
                    .map(each -> (Ipv4Address) each.address().get().address()).or(this::ofIpv6).orElse(Ipv4Address.ANY);
        }
        return routerId;
    }

    /** Where the router has no IPv4 address, {@code eigrp router-id} is exported with the end of its highest address. */
    private Optional<Ipv4Address> ofIpv6() {
        return router.interfaces().stream().filter(each -> each.vrf().equals(process.vrf()))
                .flatMap(each -> each.address().stream()).map(own -> own.address()).max(IpAddress::compareTo).map(IpAddress::toBytes)
                .map(bytes -> Ipv4Address.ofBytes(Arrays.copyOfRange(bytes, bytes.length - Integer.BYTES, bytes.length)));
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
