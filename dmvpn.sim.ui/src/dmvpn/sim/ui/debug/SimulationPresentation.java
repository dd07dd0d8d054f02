package dmvpn.sim.ui.debug;

import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.IValueDetailListener;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;

/** Texts of a simulation in the debug views, and the editor for its sources. */
public final class SimulationPresentation extends LabelProvider implements IDebugModelPresentation {

    @Override
    public String getText(Object element) {
        return switch (element) {
            case SimulationDebugTarget target -> target.getName() + " (" + target.session().timeText() + ")";
            case RouterThread router -> router.getName() + (router.isSuspended() && router.hasEvent() ? " (event in hand)" : "");
            case LayerFrame frame -> frame.getName();
            default -> null;
        };
    }

    @Override
    public void setAttribute(String attribute, Object value) {
        // The texts are the same for all settings of the views.
    }

    @Override
    public void computeDetail(IValue value, IValueDetailListener listener) {
        String detail;
        try {
            detail = value.getValueString();
        } catch (DebugException gone) {
            detail = "";
        }
        listener.detailComputed(value, detail);
    }

    @Override
    public IEditorInput getEditorInput(Object element) {
        return element instanceof IFile file ? new FileEditorInput(file) : null;
    }

    @Override
    public String getEditorId(IEditorInput input, Object element) {
        if (!(element instanceof IFile file)) {
            return null;
        }
        try {
            return IDE.getEditorDescriptor(file, true, false).getId();
        } catch (PartInitException noEditor) {
            return null;
        }
    }
}
