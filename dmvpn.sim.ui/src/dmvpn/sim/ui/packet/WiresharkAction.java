package dmvpn.sim.ui.packet;

import dmvpn.app.packet.Wireshark;
import dmvpn.sim.ui.view.ViewActions;
import java.util.Optional;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewSite;

/** Opens packets of a view in Wireshark. Where that is not installed it says why it can do nothing. */
public final class WiresharkAction {

    private static final String COMMAND = "dmvpn.sim.ui.packet.wireshark";
    private static final String NAME = "Open in Wireshark";

    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("dmvpn.sim.ui");
    private final IPreferenceChangeListener onPreference = event -> look();
    private final IAction action;
    private Optional<Wireshark> program = Optional.empty();
    private boolean hasPackets;
    private boolean disposed;

    /**
     * Adds it to a view.
     *
     * @param site the view's site
     * @param open opens what the view has selected
     */
    public WiresharkAction(IViewSite site, Runnable open) {
        action = new ViewActions(site).add(COMMAND, NAME, "wireshark.svg", open);
        preferences.addPreferenceChangeListener(onPreference);
        update();
        look();
    }

    /** Whether there is anything to open. */
    public void enable(boolean somethingToOpen) {
        hasPackets = somethingToOpen;
        update();
    }

    /** Looks for the program: seldom and in the background, as the way to it may lead over a network. */
    private void look() {
        Display display = Display.getDefault();
        Job.createSystem("Looking for Wireshark", monitor -> {
            Optional<Wireshark> found = WiresharkPreference.program();
            if (!display.isDisposed()) {
                display.asyncExec(() -> know(found));
            }
            return (IStatus) Status.OK_STATUS;
        }).schedule();
    }

    private void know(Optional<Wireshark> found) {
        if (!disposed) {
            program = found;
            update();
        }
    }

    private void update() {
        action.setEnabled(hasPackets && program.isPresent());
        action.setToolTipText(program.isPresent() ? NAME : NAME + ": " + WiresharkPreference.absence()
                + "; Preferences, DMVPN, Simulation says which program it is");
    }

    /** For menus. */
    public IAction action() {
        return action;
    }

    /** The view is closed. */
    public void dispose() {
        disposed = true;
        preferences.removePreferenceChangeListener(onPreference);
    }
}
