package dmvpn.dsl.ui.export;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** {@code Export device configurations…}: asks for a folder unless the command names one, and writes in a job. */
public final class ExportConfigurationsHandler extends AbstractHandler {

    /** Parameter of the command: the folder, for callers that know it. */
    public static final String FOLDER = "dmvpn.dsl.ui.exportConfigurations.folder";

    @Override
    public Object execute(ExecutionEvent event) {
        Set<IFile> models = models(event);
        // What is exported is what the files hold: an editor with newer text is asked about, as before a launch.
        if (!models.isEmpty() && IDE.saveAllEditors(models.toArray(IResource[]::new), true)) {
            folder(event).ifPresent(folder -> new ExportJob(List.copyOf(models), folder).schedule());
        }
        return null;
    }

    private static Set<IFile> models(ExecutionEvent event) {
        Set<IFile> models = new LinkedHashSet<>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            for (Object selected : selection) {
                addModel(Adapters.adapt(selected, IFile.class), models);
            }
        }
        if (models.isEmpty()) {
            IEditorInput input = HandlerUtil.getActiveEditorInput(event);
            addModel(input == null ? null : Adapters.adapt(input, IFile.class), models);
        }
        return models;
    }

    private static void addModel(IFile file, Set<IFile> models) {
        if (file != null && "dmvpn".equals(file.getFileExtension()) && file.getLocation() != null) {
            models.add(file);
        }
    }

    private static Optional<Path> folder(ExecutionEvent event) {
        String named = event.getParameter(FOLDER);
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Shell shell = HandlerUtil.getActiveShell(event);
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.SAVE);
        dialog.setText("Export device configurations");
        dialog.setMessage("Folder for the configurations, one file for each router:");
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
