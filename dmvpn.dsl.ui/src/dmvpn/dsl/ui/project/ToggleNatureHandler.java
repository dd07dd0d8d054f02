package dmvpn.dsl.ui.project;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.handlers.HandlerUtil;

/** {@code Configure ▸ Check All DMVPN Models}, and its opposite, for the selected projects or that of the editor. */
public final class ToggleNatureHandler extends AbstractHandler {

    /** The command that gives projects the nature; the other one takes it away. */
    public static final String ADD = "dmvpn.dsl.ui.addNature";

    @Override
    public Object execute(ExecutionEvent event) {
        boolean on = event.getCommand().getId().equals(ADD);
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection && !selection.isEmpty()) {
            for (Object selected : selection) {
                set(Adapters.adapt(selected, IResource.class), on);
            }
        } else {
            IEditorInput input = HandlerUtil.getActiveEditorInput(event);
            set(input == null ? null : Adapters.adapt(input, IResource.class), on);
        }
        return null;
    }

    private static void set(IResource resource, boolean on) {
        if (resource != null && resource.getProject() != null) {
            new SetNature(resource.getProject(), on).schedule();
        }
    }

    private static final class SetNature extends WorkspaceJob {

        private final IProject project;
        private final boolean on;

        SetNature(IProject project, boolean on) {
            super("Configuring " + project.getName());
            this.project = project;
            this.on = on;
            setRule(ResourcesPlugin.getWorkspace().getRoot());
        }

        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            ModelNature.set(project, on, monitor);
            return Status.OK_STATUS;
        }
    }
}
