package dmvpn.app.scenario;

import dmvpn.sim.invariant.Violation;

/** A run that should show something was stopped by an invariant before: a defect of the simulator, which is to be reported. */
public final class StoppedRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param violation what did not hold */
    public StoppedRunException(Violation violation) {
        super(violation.text());
    }
}
