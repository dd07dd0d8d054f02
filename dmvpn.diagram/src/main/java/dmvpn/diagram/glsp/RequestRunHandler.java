package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionDispatcher;
import org.eclipse.glsp.server.actions.ActionHandler;

/** Has a simulation run, and stops it when nobody waits for it any more; the diagram is worked with meanwhile. */
class RequestRunHandler implements ActionHandler {

    @Inject
    private DiagramRuns runs;

    @Inject
    private ActionDispatcher dispatcher;

    private Waiting waiting = new Waiting();

    @Override
    public List<Class<? extends Action>> getHandledActionTypes() {
        return List.of(RequestRunAction.class, StopRunAction.class);
    }

    @Override
    public List<Action> execute(Action action) {
        waiting.cancelled = true;
        if (action instanceof RequestRunAction request) {
            List<String> scenarios = runs.scenarios();
            if (request.scenario().isEmpty() && scenarios.size() > 1) {
                return listOf(new ScenariosAction(scenarios));
            }
            run(request.scenario().orElse(""));
        }
        return none();
    }

    private void run(String scenario) {
        Waiting now = new Waiting();
        waiting = now;
        runs.run(scenario, now).whenComplete((run, failure) -> (failure == null ? run
                : Optional.of(ShownRun.none("The simulation failed: " + FailureText.of(failure))))
                .ifPresent(shown -> dispatcher.dispatch(new RunAction(shown))));
    }

    /** A client that waits for a simulation and wants to know now and then how far it is. */
    private final class Waiting implements RunWatch {

        private static final long MILLISECONDS_BETWEEN_WORDS = 200;

        private final long began = System.nanoTime();
        private long told;
        private volatile boolean cancelled;

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void reached(double seconds, double end) {
            long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            if (now - told >= MILLISECONDS_BETWEEN_WORDS && !cancelled) {
                told = now;
                dispatcher.dispatch(new RunProgressAction(seconds, end));
            }
        }
    }
}
