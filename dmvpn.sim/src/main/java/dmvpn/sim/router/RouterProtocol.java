package dmvpn.sim.router;

import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.List;

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

    /** Tables in the form of the router's own commands. */
    default List<ShowCommand> showCommands() {
        return List.of();
    }

    /** State as of now, as data. */
    default List<StateTable> stateTables() {
        return List.of();
    }
}
