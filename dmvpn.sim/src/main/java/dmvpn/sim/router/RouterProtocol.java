package dmvpn.sim.router;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.List;
import java.util.function.Predicate;

/**
 * One protocol on one router. A router is a composition of protocols, made from the device's configuration when it is
 * powered on and thrown away when it fails: a protocol keeps no state over a power cycle.
 */
public interface RouterProtocol {

    /** Name as people know it, such as {@code NHRP}. */
    String name();

    /** Starts timers and registers receivers. Called once, at the instant of power-on, after all protocols were made. */
    void start();

    /** Cancels every timer. Called once, at the instant of power-off; nothing is sent. */
    void stop();

    /**
     * Forgets what it learned of peers, as the router's {@code clear} command of the protocol does; one that has no such
     * command does nothing.
     *
     * @param peer tells of an address whether it is of a peer that is meant
     */
    default void clear(Predicate<IpAddress> peer) {
    }

    /** Addresses of the routing neighbours with which an adjacency is up; none for what is no routing protocol. */
    default List<IpAddress> neighborsUp() {
        return List.of();
    }

    /** Tables in the form of the router's own commands. */
    default List<ShowCommand> showCommands() {
        return List.of();
    }

    /** State as of now, as data. */
    default List<StateTable> stateTables() {
        return List.of();
    }
}
