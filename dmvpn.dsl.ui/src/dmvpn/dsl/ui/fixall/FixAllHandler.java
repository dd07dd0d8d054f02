package dmvpn.dsl.ui.fixall;

import dmvpn.dsl.ui.editor.ModelEditors;
import dmvpn.dsl.ui.project.ModelFiles;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** {@code Fix All Certain Problems}: in the active editor at once, in selected files, folders and projects after a preview. */
public final class FixAllHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActivePart(event) instanceof IEditorPart) {
            ModelEditors.changeable(event).ifPresent(editor -> new FixAllInEditor(editor).start());
        } else if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            preview(event, selection);
        }
        return null;
    }

    private static void preview(ExecutionEvent event, IStructuredSelection selection) throws ExecutionException {
        try {
            Map<Path, IFile> models = models(selection);
            // What is mended is what the files hold.
            if (IDE.saveAllEditors(models.values().toArray(IResource[]::new), true)) {
                FixAllRefactoring fixes = new FixAllRefactoring(models);
                PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> find(fixes, monitor));
                new RefactoringWizardOpenOperation(new FixAllWizard(fixes))
                        .run(HandlerUtil.getActiveShell(event), FixAllRefactoring.NAME);
            }
        } catch (InterruptedException cancelled) {
            return; // by the person who began it: nothing is changed
        } catch (InvocationTargetException failed) {
            throw new ExecutionException(failed.getCause().getMessage(), failed.getCause());
        } catch (CoreException closedMeanwhile) {
            throw new ExecutionException(closedMeanwhile.getMessage(), closedMeanwhile);
        }
    }

    private static void find(FixAllRefactoring fixes, IProgressMonitor monitor) throws InvocationTargetException {
        try {
            fixes.find(monitor);
        } catch (CoreException changedMeanwhile) {
            throw new InvocationTargetException(changedMeanwhile);
        }
    }

    private static Map<Path, IFile> models(IStructuredSelection selection) throws CoreException {
        Map<Path, IFile> models = new TreeMap<>();
        for (Object selected : selection) {
            IResource resource = Adapters.adapt(selected, IResource.class);
            if (resource instanceof IContainer folder && folder.isAccessible()) {
                models.putAll(ModelFiles.below(folder));
            } else if (resource instanceof IFile file && ModelFiles.isModel(file)) {
                models.put(file.getLocation().toPath(), file);
            }
        }
        return models;
    }
}
