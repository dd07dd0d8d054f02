package dmvpn.dsl.ui.export;

import dmvpn.dsl.ui.project.ModelFiles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Which models somebody means who exports something: those that are selected, also in selected folders; and where no resource is
 * selected, as in an editor, in its outline and in a diagram, the one that is edited.
 */
final class ChosenModels {

    private ChosenModels() {
    }

    /** What a wizard is opened for. */
    static List<IFile> in(IWorkbench workbench, IStructuredSelection selection) {
        Set<IFile> models = new LinkedHashSet<>();
        for (Object each : selection) {
            add(Adapters.adapt(each, IResource.class), models);
        }
        IEditorPart editor = workbench.getActiveWorkbenchWindow().getActivePage().getActiveEditor();
        if (models.isEmpty() && editor != null) {
            add(Adapters.adapt(editor.getEditorInput(), IResource.class), models);
        }
        return List.copyOf(models);
    }

    /** What a command is called for. */
    static List<IFile> of(ExecutionEvent event) {
        Set<IFile> models = new LinkedHashSet<>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            for (Object selected : selection) {
                add(Adapters.adapt(selected, IResource.class), models);
            }
        }
        IEditorInput input = HandlerUtil.getActiveEditorInput(event);
        if (models.isEmpty() && input != null) {
            add(Adapters.adapt(input, IResource.class), models);
        }
        return List.copyOf(models);
    }

    private static void add(IResource resource, Set<IFile> models) {
        try {
            if (resource instanceof IContainer folder && folder.isAccessible()) {
                models.addAll(ModelFiles.below(folder).values());
            } else if (resource != null && ModelFiles.isModel(resource)) {
                models.add((IFile) resource);
            }
        } catch (CoreException closedMeanwhile) {
            return; // then there is nothing in it to export
        }
    }

    /** What a wizard offers: what was chosen, then all others of the workspace. */
    static Set<IFile> offered(List<IFile> chosen) {
        Set<IFile> offered = new LinkedHashSet<>(chosen);
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            add(project, offered);
        }
        return offered;
    }
}
