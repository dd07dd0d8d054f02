package dmvpn.app.diagnose;

import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.underlay.Host;
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
        this.checks = List.of(new PhysicalCheck(simulation, evidence), new IpsecCheck(evidence), new NhrpCheck(evidence));
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
        End source = end(from, to);
        End destination = end(to, from);
        ProbedPath forward = simulation.path(source.endpoint(), source.interfaceName(), destination.endpoint());
        ProbedPath backward = simulation.path(destination.endpoint(), destination.interfaceName(), source.endpoint());
        if (findings.isEmpty()) {
            WayCheck ways = new WayCheck(simulation);
            ways.check(forward, source.endpoint(), destination.endpoint(), backward.arrives()).ifPresent(findings::add);
            ways.check(backward, destination.endpoint(), source.endpoint(), forward.arrives()).ifPresent(findings::add);
        }
        if (findings.isEmpty()) {
            Stream.of(from, to).map(sizes::check).flatMap(Optional::stream).forEach(findings::add);
        }
        findings.sort((one, other) -> one.layer().compareTo(other.layer()));
        return monitor.isCancelled() ? Optional.empty() : Optional.of(new Diagnosis(from.name(), to.name(), simulation.nowNanos(),
                findings.stream().distinct().toList(), forward, backward));
    }

    /** Where packets begin and end, and the interface of the router there. */
    private record End(Endpoint endpoint, String interfaceName) {
    }

    /** A host in a local network that a tunnel to the other router serves, else that tunnel's own address; any where none is shared. */
    private End end(RouterView router, RouterView other) {
        List<TunnelInterface> shared = router.device().tunnels().stream().filter(tunnel -> other.device().tunnels().stream()
                .anyMatch(tunnelOfOther -> tunnelOfOther.cloud().equals(tunnel.cloud()))).toList();
        List<Host> hosts = simulation.configuration().hosts().stream().filter(host -> host.device().equals(router.name())).toList();
        return hosts.stream().filter(host -> shared.stream().anyMatch(tunnel -> tunnel.vrf().equals(vrf(router, host)))).findFirst()
                .or(() -> shared.isEmpty() ? hosts.stream().findFirst() : Optional.empty())
                .map(host -> new End(new Endpoint(host.name(), router.name(), host.address().address(), host.origin()),
                        host.interfaceName()))
                .orElseGet(() -> {
                    TunnelInterface tunnel = (shared.isEmpty() ? router.device().tunnels() : shared).getFirst();
                    return new End(new Endpoint(router.name(), router.name(), tunnel.address().address(), router.device().origin()),
                            tunnel.name());
                });
    }

    private static Optional<String> vrf(RouterView router, Host host) {
        return router.device().interfaceNamed(host.interfaceName()).flatMap(NetworkInterface::vrf);
    }
}
