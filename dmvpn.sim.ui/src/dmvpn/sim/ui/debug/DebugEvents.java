package dmvpn.sim.ui.debug;

import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;

/** What simulations tell the platform. */
final class DebugEvents {

    private DebugEvents() {
    }

    /** Tells it at once, unless the workbench was closed while a simulation still ran: nobody is there to be told then. */
    static void fire(DebugEvent... events) {
        DebugPlugin platform = DebugPlugin.getDefault();
        if (platform != null) {
            platform.fireDebugEventSet(events);
        }
    }
}
