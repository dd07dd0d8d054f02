package dmvpn.app.diagnose;

import java.util.List;

/**
 * What came of a layer.
 *
 * @param layer the layer
 * @param status whether it is well
 * @param findings what is wrong there
 */
public record DiagnosedLayer(Layer layer, Status status, List<Finding> findings) {

    /** Whether a layer is well. */
    public enum Status {
        /** Nothing is wrong. */
        WELL("well"),
        /** Something is wrong. */
        FAULTY("faulty"),
        /** A layer below is faulty, which explains this one. */
        NOT_LOOKED_AT("not looked at: it stands on a layer that is faulty");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** Keeps an immutable copy of the list. */
    public DiagnosedLayer {
        findings = List.copyOf(findings);
    }
}
