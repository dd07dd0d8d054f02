package dmvpn.sim.ui.breakpoint;

import dmvpn.sim.ui.debug.ModelLineBreakpoint;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.ui.texteditor.IMarkerUpdater;

/** Breakpoints go with their lines while a model is edited. One whose line is gone would be one of the next line by itself; it goes too. */
public final class BreakpointLineUpdater implements IMarkerUpdater {

    @Override
    public String getMarkerType() {
        return ModelLineBreakpoint.MARKER_TYPE;
    }

    @Override
    public String[] getAttribute() {
        return new String[] {IMarker.LINE_NUMBER};
    }

    @Override
    public boolean updateMarker(IMarker marker, IDocument document, Position position) {
        if (position == null) {
            return true; // nobody has edited around it
        }
        if (position.isDeleted() || position.getLength() == 0) {
            return false;
        }
        try {
            int line = document.getLineOfOffset(position.getOffset()) + 1;
            if (marker.getAttribute(IMarker.LINE_NUMBER, 0) != line) {
                marker.setAttribute(IMarker.LINE_NUMBER, line);
            }
            return true;
        } catch (BadLocationException outside) {
            return false;
        } catch (CoreException gone) {
            ILog.of(BreakpointLineUpdater.class).warn("A breakpoint is not kept", gone);
            return true;
        }
    }
}
