package dmvpn.sim.rip;

import dmvpn.network.routing.RipProcess;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.routing.RoutingTable;

/** What the parts of RIP in one table of a router share. */
final class RipContext {

    private final RouterContext router;
    private final RipProcess process;
    private final RipBehaviour behaviour;
    private final RoutePolicies policies;

    RipContext(RouterContext router, RipProcess process) {
        this.router = router;
        this.process = process;
        this.behaviour = RipBehaviour.of(router.device().platform(), process);
        this.policies = new RoutePolicies(this);
    }

    RouterContext router() {
        return router;
    }

    RipProcess process() {
        return process;
    }

    RipBehaviour behaviour() {
        return behaviour;
    }

    /** Policies on neighbours. */
    RoutePolicies policies() {
        return policies;
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

    void record(RipTraceEvent event) {
        router.record(event, process.origin());
    }
}
