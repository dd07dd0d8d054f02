package dmvpn.install.probe;

import static dmvpn.install.probe.Report.say;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/** What a workbench does with a file {@code x.dmvpn}: its content type, its editor, and what the log says meanwhile. */
final class Findings {

    private final List<String> errors = new ArrayList<>();

    /** Prints the findings; must run on the user interface's thread. */
    void print() {
        ILogListener listener = (status, plugin) -> {
            if (status.getSeverity() == IStatus.ERROR) {
                errors.add(plugin + ": " + status.getMessage());
            }
        };
        Platform.addLogListener(listener);
        try {
            say("bundle", Platform.getBundle("dmvpn.dsl.ui") == null ? "absent" : "installed");
            IContentType type = Platform.getContentTypeManager().findContentTypeFor("x.dmvpn");
            say("contentType", type == null ? "none" : type.getId());
            open(ProbeProject.file("x.dmvpn", "network Probe\n"));
        } catch (CoreException failure) {
            say("failure", failure.getStatus().getMessage());
        } finally {
            Platform.removeLogListener(listener);
        }
        errors.forEach(error -> say("error", error));
        say("finished", "true");
    }

    private static void open(IFile file) throws CoreException {
        say("defaultEditor", IDE.getEditorDescriptor(file, true, true).getId());
        IEditorPart editor = IDE.openEditor(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), file);
        say("openedEditor", editor == null ? "none" : editor.getSite().getId());
    }
}
