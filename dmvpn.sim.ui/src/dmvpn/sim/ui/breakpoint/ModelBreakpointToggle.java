package dmvpn.sim.ui.breakpoint;

import dmvpn.sim.ui.debug.ModelLineBreakpoint;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;

/** Sets and removes breakpoints on lines of a model, by the ruler and by the platform's command. */
final class ModelBreakpointToggle implements IToggleBreakpointsTarget {

    @Override
    public boolean canToggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
        return file(part) != null && selection instanceof ITextSelection;
    }

    @Override
    public void toggleLineBreakpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
        IFile file = file(part);
        if (file == null || !(selection instanceof ITextSelection text)) {
            return;
        }
        int line = text.getStartLine() + 1;
        IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
        for (IBreakpoint known : manager.getBreakpoints(SimulationDebugTarget.MODEL_ID)) {
            if (known instanceof ModelLineBreakpoint breakpoint && breakpoint.getLineNumber() == line
                    && file.equals(breakpoint.getMarker().getResource())) {
                manager.removeBreakpoint(breakpoint, true);
                return;
            }
        }
        manager.addBreakpoint(new ModelLineBreakpoint(file, line));
    }

    private static IFile file(IWorkbenchPart part) {
        return part instanceof ITextEditor editor ? Adapters.adapt(editor.getEditorInput(), IFile.class) : null;
    }

    @Override
    public boolean canToggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }

    @Override
    public void toggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        // models have no methods
    }

    @Override
    public boolean canToggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }

    @Override
    public void toggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        // values that change are named in expressions: see the command for other breakpoints
    }
}
