package dmvpn.sim.session;

import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.show.StateTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a run was like at a place, as data.
 *
 * @param step number of steps before it
 * @param timeNanos the clock, since the start of the run
 * @param pendingEvents number of events that were still to come
 * @param traceEvents number of events recorded
 * @param traceHash hash of what was recorded
 * @param routers routers in the order of the model
 */
public record SessionState(int step, long timeNanos, int pendingEvents, int traceEvents, String traceHash,
        List<RouterSnapshot> routers) {

    /** Keeps an immutable copy of the list. */
    public SessionState {
        routers = List.copyOf(routers);
    }

    /**
     * A router as it was.
     *
     * @param name host name
     * @param powered whether it had power
     * @param tables its tables; none without power
     */
    public record RouterSnapshot(String name, boolean powered, List<StateTable> tables) {

        /** Keeps an immutable copy of the list. */
        public RouterSnapshot {
            tables = List.copyOf(tables);
        }
    }

    static SessionState of(Simulation simulation, int step) {
        return new SessionState(step, simulation.nowNanos(), simulation.pendingEvents(), simulation.trace().size(),
                simulation.traceHash(), simulation.routers().stream().map(SessionState::snapshot).toList());
    }

    private static RouterSnapshot snapshot(RouterView router) {
        return new RouterSnapshot(router.name(), router.isPowered(), router.stateTables());
    }

    /** The router of that name. */
    public Optional<RouterSnapshot> routerNamed(String name) {
        return routers.stream().filter(router -> router.name().equals(name)).findFirst();
    }

    /** SHA-256 in hexadecimal of everything here: equal for equal states on every machine. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
