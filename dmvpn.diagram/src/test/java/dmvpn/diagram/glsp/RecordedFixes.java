package dmvpn.diagram.glsp;

import dmvpn.diagram.edit.EditRefusedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Has one fix for each element, and remembers what was applied. */
final class RecordedFixes implements DiagramFixes {

    final List<String> applied = new CopyOnWriteArrayList<>();

    @Override
    public List<OfferedFix> offers(String elementId) {
        return List.of(new OfferedFix("fix " + elementId, "Mend it", "It is wrong"));
    }

    @Override
    public void apply(String elementId, String fixId) {
        if (!fixId.equals("fix " + elementId)) {
            throw new EditRefusedException("It does not fit");
        }
        applied.add(elementId + " " + fixId);
    }
}
