package dmvpn.sim.eigrp;

import dmvpn.network.routing.EigrpProcess;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.routing.RoutingTable;

/** What the parts of one EIGRP process share. */
final class EigrpContext {

    private static final long SEQUENCE_MASK = 0xffff_ffffL;

    private final RouterContext router;
    private final EigrpProcess process;
    private long lastSequence;

    EigrpContext(RouterContext router, EigrpProcess process) {
        this.router = router;
        this.process = process;
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

    /** Next sequence number of the process; 0 means "unreliable" and is left out (RFC 7868 section 6). */
    long nextSequence() {
        lastSequence = lastSequence == SEQUENCE_MASK ? 1 : lastSequence + 1;
        return lastSequence;
    }

    void record(EigrpTraceEvent event) {
        router.record(event, process.origin());
    }
}
