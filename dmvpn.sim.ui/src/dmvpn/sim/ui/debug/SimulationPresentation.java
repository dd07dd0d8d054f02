package dmvpn.sim.ui.debug;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
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
            case SimulationDebugTarget target -> target.getName() + " (" + target.session().timeText()
                    + (target.showsSomeRouters() ? ", some of " + target.session().routers().size() + " routers" : "") + ")";
            case RouterThread router -> router.getName() + (router.isSuspended() && router.hasEvent() ? " (event in hand)" : "");
            case LayerFrame frame -> frame.getName() + (isEdited(frame) ? " (the model was edited since)" : "");
            case SimulationBreakpoint breakpoint -> title(breakpoint);
            default -> null;
        };
    }

    private static boolean isEdited(LayerFrame frame) {
        return ModelSourceLocator.file(frame.origin()).filter(frame.simulation()::isEdited).isPresent();
    }

    private static String title(SimulationBreakpoint breakpoint) {
        try {
            return breakpoint.title();
        } catch (CoreException gone) {
            return "deleted";
        }
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

    /** The file to open for a source or for a line breakpoint. */
    private static Optional<IFile> fileOf(Object element) {
        Object source = element instanceof ModelLineBreakpoint breakpoint && breakpoint.getMarker() != null
                ? breakpoint.getMarker().getResource() : element;
        // A file that was deleted while its model is debugged has no editor.
        return source instanceof IFile file && file.exists() ? Optional.of(file) : Optional.empty();
    }

    @Override
    public IEditorInput getEditorInput(Object element) {
        return fileOf(element).map(FileEditorInput::new).orElse(null);
    }

    @Override
    public String getEditorId(IEditorInput input, Object element) {
        Optional<IFile> file = fileOf(element);
        if (file.isEmpty()) {
            return null;
        }
        try {
            return IDE.getEditorDescriptor(file.get(), true, false).getId();
        } catch (PartInitException noEditor) {
            return null;
        }
    }
}
