package dmvpn.sim.cdp;

import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.tunnel.DiscoveryLink;
import java.util.LinkedHashMap;
import java.util.Map;

/** One link with its timers and who was heard on it. */
final class CdpPort {

    private final DiscoveryLink link;
    private final Map<CdpNeighbor.Key, CdpNeighbor> neighbors = new LinkedHashMap<>();
    private boolean running;
    long periodicTimer = Scheduler.NO_TIMER;
    long outOfTurnTimer = Scheduler.NO_TIMER;
    long nextOutOfTurnNanos;

    CdpPort(DiscoveryLink link) {
        this.link = link;
    }

    DiscoveryLink link() {
        return link;
    }

    Map<CdpNeighbor.Key, CdpNeighbor> neighbors() {
        return neighbors;
    }

    boolean isRunning() {
        return running;
    }

    void setRunning(boolean nowRunning) {
        running = nowRunning;
    }
}
