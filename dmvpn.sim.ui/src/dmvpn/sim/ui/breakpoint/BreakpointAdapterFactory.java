package dmvpn.sim.ui.breakpoint;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.ui.texteditor.ITextEditor;

/** Tells the platform that editors of models take breakpoints. */
public final class BreakpointAdapterFactory implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        if (!IToggleBreakpointsTarget.class.equals(type) || !(adaptable instanceof ITextEditor editor)) {
            return null;
        }
        IFile file = Adapters.adapt(editor.getEditorInput(), IFile.class);
        return file != null && "dmvpn".equals(file.getFileExtension()) ? type.cast(new ModelBreakpointToggle()) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IToggleBreakpointsTarget.class};
    }
}
