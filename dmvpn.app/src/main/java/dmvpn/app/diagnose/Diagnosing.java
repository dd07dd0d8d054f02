package dmvpn.app.diagnose;

import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.scenario.Endpoint;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.scenario.ProbedPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The method of layers: what is under the tunnel, its protection, its registration, then the routes over it; where all are well,
 * the sizes of packets. The first layer of a leg that fails explains those above, which are then not looked at. Nothing is sent
 * and nothing changes.
 */
public final class Diagnosing {

    private final Simulation simulation;
    private final List<LegCheck> checks;
    private final PacketSizeCheck sizes;

    /** @param simulation the run, at the instant in question; it needs its trace */
    public Diagnosing(Simulation simulation) {
        this.simulation = simulation;
        Evidence evidence = new Evidence(simulation);
        this.checks = List.of(new PhysicalCheck(simulation), new IpsecCheck(evidence), new NhrpCheck(evidence));
        this.sizes = new PacketSizeCheck(evidence);
    }

    /**
     * Looks at what is between two routers.
     *
     * @param from router that sends
     * @param to router that gets, another one
     */
    public Diagnosis diagnose(RouterView from, RouterView to) {
        return diagnose(from, to, ProgressMonitor.NONE).orElseThrow();
    }

    /**
     * Looks at what is between two routers, unless somebody has had enough before.
     *
     * @param from router that sends
     * @param to router that gets, another one
     * @return empty when it was left before its end
     */
    public Optional<Diagnosis> diagnose(RouterView from, RouterView to, ProgressMonitor monitor) {
        List<Finding> findings = new ArrayList<>();
        for (Leg leg : Leg.between(simulation, from, to)) {
            if (monitor.isCancelled()) {
                return Optional.empty();
            }
            checks.stream().map(check -> check.check(leg)).flatMap(Optional::stream).findFirst().ifPresent(findings::add);
        }
        Endpoint source = endpoint(from);
        Endpoint destination = endpoint(to);
        ProbedPath forward = simulation.path(source, destination);
        ProbedPath backward = simulation.path(destination, source);
        if (findings.isEmpty()) {
            RoutingCheck routing = new RoutingCheck(simulation);
            routing.check(source, destination, backward.arrives()).ifPresent(findings::add);
            routing.check(destination, source, forward.arrives()).ifPresent(findings::add);
        }
        if (findings.isEmpty()) {
            Stream.of(from, to).map(sizes::check).flatMap(Optional::stream).forEach(findings::add);
        }
        findings.sort((one, other) -> one.layer().compareTo(other.layer()));
        return monitor.isCancelled() ? Optional.empty() : Optional.of(new Diagnosis(from.name(), to.name(), simulation.nowNanos(),
                findings.stream().distinct().toList(), forward, backward));
    }

    /** A host in the local network, else the tunnel's own address. */
    private Endpoint endpoint(RouterView router) {
        return simulation.configuration().hosts().stream().filter(host -> host.device().equals(router.name())).findFirst()
                .map(host -> new Endpoint(host.name(), router.name(), host.address().address(), host.origin()))
                .orElseGet(() -> new Endpoint(router.name(), router.name(),
                        router.device().tunnels().getFirst().address().address(), router.device().origin()));
    }
}
