package dmvpn.sim.ui.launch;

import dmvpn.app.debug.DebugSession;
import dmvpn.dsl.ide.lens.LastVerdict;
import dmvpn.dsl.ide.lens.LastVerdicts;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.core.model.IProcess;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Tells the editor what came of a scenario, when a run of it has come to its end. */
final class VerdictReporter implements IDebugEventSetListener {

    private final ILaunch launch;
    private final IFile model;
    private final DebugSession session;

    VerdictReporter(ILaunch launch, IFile model, DebugSession session) {
        this.launch = launch;
        this.model = model;
        this.session = session;
    }

    /** Begins to look at the run; ends by itself, with the run. */
    void install() {
        // A scenario with a sweep is run once for each of its members: one of them is not its verdict.
        if (!session.scenarioName().isEmpty() && session.scenarioName().indexOf('[') < 0) {
            DebugPlugin.getDefault().addDebugEventListener(this);
        }
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            boolean stops = event.getKind() == DebugEvent.TERMINATE || event.getKind() == DebugEvent.SUSPEND;
            if (stops && launch.equals(launchOf(event.getSource())) && isOurs(event.getSource())) {
                if (session.isFinished()) {
                    report();
                }
                if (session.isFinished() || event.getKind() == DebugEvent.TERMINATE) {
                    DebugPlugin.getDefault().removeDebugEventListener(this);
                }
                return;
            }
        }
    }

    /** A branch of the run is a target of the same launch; what comes of it is no verdict on the model. */
    private boolean isOurs(Object source) {
        return !(source instanceof IDebugElement element && element.getDebugTarget() instanceof SimulationDebugTarget target)
                || target.session() == session;
    }

    private static ILaunch launchOf(Object source) {
        return switch (source) {
            case IProcess process -> process.getLaunch();
            case IDebugElement element -> element.getLaunch();
            case null, default -> null;
        };
    }

    private void report() {
        List<Verdict> verdicts = session.verdicts();
        new LastFailure().note(launch.getLaunchConfiguration(), verdicts.stream().allMatch(Verdict::passed));
        int met = (int) verdicts.stream().filter(Verdict::passed).count();
        BundleContext context = FrameworkUtil.getBundle(VerdictReporter.class).getBundleContext();
        ServiceReference<LastVerdicts> editor = context.getServiceReference(LastVerdicts.class);
        if (editor != null) { // without the editor nobody shows it
            context.getService(editor).report(model.getLocationURI().toString(), session.scenarioName(),
                    new LastVerdict(met, verdicts.size()));
            context.ungetService(editor);
        }
    }
}
