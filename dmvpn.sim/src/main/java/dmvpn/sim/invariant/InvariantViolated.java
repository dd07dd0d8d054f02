package dmvpn.sim.invariant;

import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/**
 * An invariant did not hold: the last event of a run, so that whoever looks at the run sees why there is no more of it.
 *
 * @param invariant what should hold
 * @param explanation what was found instead
 * @param seed seed of the run
 */
record InvariantViolated(String invariant, String explanation, long seed) implements TraceEvent {

    @Override
    public String protocol() {
        return "Simulator";
    }

    @Override
    public String message() {
        return "invariant violated";
    }

    @Override
    public String reason() {
        return "a defect of the simulator, which stops the run: please report it with the model and the seed";
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.text("invariant", invariant);
        fields.text("explanation", explanation);
        fields.number("seed", seed);
    }
}
