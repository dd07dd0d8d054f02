package dmvpn.app.debug.diagnosis;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.diagnose.Diagnosing;
import dmvpn.app.diagnose.Diagnosis;
import dmvpn.app.diagnose.Finding;
import dmvpn.app.diagnose.FindingOrigin;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What keeps two ends apart where a run stands.
 *
 * @param diagnosis what was found
 * @param origins where the model says what each finding is about
 */
public record SessionDiagnosis(Diagnosis diagnosis, Map<Finding, Origin> origins) {

    /** Keeps an immutable copy of the map. */
    public SessionDiagnosis {
        origins = Map.copyOf(origins);
    }

    /**
     * Diagnoses.
     *
     * @param from a router or a host
     * @param to another one
     * @return empty when it was left before its end
     * @throws RequestException when there is nothing to diagnose between them; it says why
     */
    public static Optional<SessionDiagnosis> of(DebugSession session, String from, String to, ProgressMonitor monitor) throws RequestException {
        DiagnosisEnds ends = DiagnosisEnds.of(session);
        String source = router(ends, from);
        String destination = router(ends, to);
        if (source.equals(destination)) {
            throw new RequestException(from.equals(to) ? "A diagnosis is between two ends, and " + from + " is one"
                    : from + " and " + to + " are at the same router: there is no tunnel between them");
        }
        return session.ofRun(run -> diagnose(run, source, destination, monitor));
    }

    private static String router(DiagnosisEnds ends, String name) throws RequestException {
        return ends.routerOf(name).orElseThrow(() -> new RequestException("'" + name + "' is no router with a tunnel, and no host behind one"));
    }

    private static Optional<SessionDiagnosis> diagnose(Simulation run, String from, String to, ProgressMonitor monitor) {
        RouterView source = run.routerNamed(from).orElseThrow();
        RouterView destination = run.routerNamed(to).orElseThrow();
        return new Diagnosing(run).diagnose(source, destination, monitor).map(diagnosis -> {
            Map<Finding, Origin> origins = new HashMap<>();
            diagnosis.findings().forEach(finding -> run.routerNamed(finding.router())
                    .ifPresent(router -> origins.put(finding, FindingOrigin.of(finding.layer(), router.device()))));
            return new SessionDiagnosis(diagnosis, origins);
        });
    }

    /** Where the model says what a finding is about. */
    public Origin originOf(Finding finding) {
        return origins.getOrDefault(finding, Origin.NONE);
    }
}
