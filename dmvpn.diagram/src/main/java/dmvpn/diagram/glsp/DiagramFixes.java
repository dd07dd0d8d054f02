package dmvpn.diagram.glsp;

import dmvpn.diagram.edit.EditRefusedException;
import java.util.List;

/** Mends problems at elements of a diagram; whoever serves a diagram fills it. */
public interface DiagramFixes {

    /** Offers nothing. */
    DiagramFixes NONE = new DiagramFixes() {
        @Override
        public List<OfferedFix> offers(String elementId) {
            return List.of();
        }

        @Override
        public void apply(String elementId, String fixId) {
            throw new EditRefusedException("Quick fixes are not offered in this diagram");
        }
    };

    /** What would mend the problems of an element, best first for each problem; none when nothing would. */
    List<OfferedFix> offers(String elementId);

    /**
     * Changes the text as a fix says.
     *
     * @param fixId identifier of a fix that was offered for the element
     * @throws EditRefusedException when the fix does not fit any more, or would not help
     */
    void apply(String elementId, String fixId);
}
