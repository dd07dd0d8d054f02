package dmvpn.install.probe;

import static dmvpn.install.probe.Report.say;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/**
 * Looks into the workbench of an application that knows nothing of the probe, prints what it found as
 * {@code probe.key=value} lines on standard output, and closes the workbench. It keeps quiet unless the system property
 * {@value #MODEL} names a model to open, so that it may be installed where nobody wants it to look.
 */
public final class StartupProbe implements IStartup {

    /** System property: the path of the model to open. */
    static final String MODEL = "dmvpn.install.probe.model";

    /** A model whose only mistake is one that the editor's language services must find by themselves. */
    private static final String MISTAKEN = "dmvpn 1\nnetwork Mistaken\nhub HQ { wan Nowhere 203.0.113.1/24 }\n";

    @Override
    public void earlyStartup() {
        String model = System.getProperty(MODEL);
        if (model == null) {
            return;
        }
        // Shows who reads the Error Log afterwards that it is the log of this very start.
        Platform.getLog(StartupProbe.class).info("The probe looks into the workbench.");
        IWorkbench workbench = PlatformUI.getWorkbench();
        Display display = workbench.getDisplay();
        try {
            display.syncCall(() -> {
                lookAtWindow(workbench);
                return null;
            });
            openModels(Path.of(model), workbench);
            say("finished", "true");
        } catch (Exception failure) {
            say("failure", failure);
        } finally {
            display.asyncExec(workbench::close);
        }
    }

    private static void lookAtWindow(IWorkbench workbench) {
        say("product", Platform.getProduct() == null ? "none" : Platform.getProduct().getName());
        say("windows", workbench.getWorkbenchWindowCount());
        IWorkbenchWindow window = workbench.getWorkbenchWindows()[0];
        say("windowIsVisible", window.getShell().isVisible());
        say("perspective", window.getActivePage().getPerspective().getId());
        for (IViewReference view : window.getActivePage().getViewReferences()) {
            say(isBroken(view) ? "brokenView" : "view", view.getId());
        }
    }

    /** Creates the view if it is hidden behind another; the workbench shows a part of its own instead of one that failed. */
    private static boolean isBroken(IViewReference view) {
        IWorkbenchPart part = view.getView(true);
        return part == null || part.getClass().getSimpleName().equals("ErrorViewPart");
    }

    private static void openModels(Path model, IWorkbench workbench) throws Exception {
        IContentType type = Platform.getContentTypeManager().findContentTypeFor(model.getFileName().toString());
        say("contentType", type == null ? "none" : type.getId());
        IFile example = ProbeProject.file(model.getFileName().toString(), Files.readString(model));
        IFile mistaken = ProbeProject.file("mistaken.dmvpn", MISTAKEN);
        Problems problems = Problems.watch(mistaken);
        try {
            open(example, workbench);
            open(mistaken, workbench);
            say("problemOfMistakenModel", problems.first());
        } catch (TimeoutException nothing) {
            say("problemOfMistakenModel", "none");
        } finally {
            problems.forget();
        }
        // The models are checked in the order in which they were opened.
        say("problemsOfExample", Problems.count(example));
    }

    private static void open(IFile file, IWorkbench workbench) throws CoreException {
        workbench.getDisplay().syncCall(() -> {
            say("defaultEditor", IDE.getEditorDescriptor(file, true, true).getId());
            IWorkbenchPage page = workbench.getWorkbenchWindows()[0].getActivePage();
            IEditorPart editor = IDE.openEditor(page, file);
            say("editorUsableAfterMillis", System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
            say("openedEditor", (editor == null ? "none" : editor.getSite().getId()) + " " + file.getName());
            return null;
        });
    }
}
