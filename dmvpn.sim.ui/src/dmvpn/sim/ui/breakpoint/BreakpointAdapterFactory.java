package dmvpn.sim.ui.breakpoint;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.ui.texteditor.ITextEditor;

/** Tells the platform that editors of models take breakpoints, and have lines to run to. */
public final class BreakpointAdapterFactory implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        if (!(adaptable instanceof ITextEditor editor)) {
            return null;
        }
        IFile file = Adapters.adapt(editor.getEditorInput(), IFile.class);
        if (file == null || !"dmvpn".equals(file.getFileExtension())) {
            return null;
        }
        return IToggleBreakpointsTarget.class.equals(type) ? type.cast(new ModelBreakpointToggle())
                : IRunToLineTarget.class.equals(type) ? type.cast(new ModelRunToLine()) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IToggleBreakpointsTarget.class, IRunToLineTarget.class};
    }
}
