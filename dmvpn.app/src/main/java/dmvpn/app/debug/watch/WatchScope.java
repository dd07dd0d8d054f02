package dmvpn.app.debug.watch;

import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.RecordedEvent;
import java.util.List;
import java.util.Optional;

/** What expressions can speak of: a run at an instant. */
public interface WatchScope {

    /** Names of the routers, in the order of the model. */
    List<String> routers();

    /** The router that a name of the model such as {@code Branch[1]} or a host name such as {@code Branch1} means. */
    Optional<String> router(String name);

    /**
     * The router that a name means.
     *
     * @throws WatchException when it means none; it says which there are
     */
    default String requireRouter(String name) throws WatchException {
        return router(name).orElseThrow(() -> new WatchException(0, "'" + name + "' is no router; there are "
                + Names.some(routers().stream())));
    }

    /** All tables of a router; none without power. */
    List<StateTable> tables(String router);

    /** The event in hand. */
    Optional<RecordedEvent> event();

    /** The instant, since the start of the run. */
    long timeNanos();
}
