package dmvpn.app.diagnose;

import dmvpn.app.diagnose.DiagnosedLayer.Status;
import dmvpn.sim.scenario.ProbedPath;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found between two routers at an instant.
 *
 * @param from where packets come from
 * @param to where they go to
 * @param timeNanos the instant, since the start of the run
 * @param findings what is wrong, lower layers first; empty when packets go both ways and all below is well
 * @param wayThere the way from one to the other
 * @param wayBack the way back
 */
public record Diagnosis(String from, String to, long timeNanos, List<Finding> findings, ProbedPath wayThere,
        ProbedPath wayBack) {

    /** Keeps an immutable copy of the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** The way from one to the other, for people. */
    public String forward() {
        return wayThere.describe();
    }

    /** The way back, for people. */
    public String backward() {
        return wayBack.describe();
    }

    /** What came of each layer, in their order. */
    public List<DiagnosedLayer> layers() {
        List<DiagnosedLayer> layers = new ArrayList<>();
        boolean isWellBelow = true;
        for (Layer layer : Layer.values()) {
            List<Finding> here = findings.stream().filter(finding -> finding.layer() == layer).toList();
            layers.add(new DiagnosedLayer(layer, !here.isEmpty() ? Status.FAULTY : isWellBelow ? Status.WELL : Status.NOT_LOOKED_AT, here));
            isWellBelow &= here.isEmpty();
        }
        return layers;
    }
}
