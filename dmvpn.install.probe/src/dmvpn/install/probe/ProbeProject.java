package dmvpn.install.probe;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** The project of the workspace that holds what the probe opens. */
final class ProbeProject {

    private ProbeProject() {
    }

    /** The file {@code name} with the text {@code content} if there was none. */
    static IFile file(String name, String content) throws CoreException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("probe");
        if (!project.exists()) {
            project.create(null);
        }
        project.open(null);
        IFile file = project.getFile(name);
        if (!file.exists()) {
            file.create(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), true, null);
        }
        return file;
    }
}
