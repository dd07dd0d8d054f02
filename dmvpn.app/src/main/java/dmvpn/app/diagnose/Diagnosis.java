package dmvpn.app.diagnose;

import dmvpn.app.diagnose.DiagnosedLayer.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found between two routers at an instant.
 *
 * @param from where packets come from
 * @param to where they go to
 * @param timeNanos the instant, since the start of the run
 * @param findings what is wrong, lower layers first; empty when packets go both ways and all below is well
 * @param forward the way from one to the other, for people
 * @param backward the way back, for people
 */
public record Diagnosis(String from, String to, long timeNanos, List<Finding> findings, String forward, String backward) {

    /** Keeps an immutable copy of the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
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
