package dmvpn.sim.ui.breakpoint;

import dmvpn.sim.ui.debug.ModelLineBreakpoint;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.ui.texteditor.IMarkerUpdater;

/**
 * A breakpoint goes when its line is deleted and the model is saved: the platform would let it slip to the next line. Where its line
 * moves, the platform moves it.
 */
public final class DeletedLines implements IMarkerUpdater {

    @Override
    public String getMarkerType() {
        return ModelLineBreakpoint.MARKER_TYPE;
    }

    @Override
    public String[] getAttribute() {
        return new String[] {ModelLineBreakpoint.HAS_TEXT};
    }

    @Override
    public boolean updateMarker(IMarker marker, IDocument document, Position position) {
        return position == null || !marker.getAttribute(ModelLineBreakpoint.HAS_TEXT, false)
                || !position.isDeleted() && position.getLength() > 0;
    }
}
