package dmvpn.dsl.ui.preferences;

import dmvpn.dsl.policy.ProjectRulesFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * The rules file of a project's own.
 *
 * @param file need not be there: then it begins with the rules that count for the project now
 */
record OwnRules(IFile file) implements RulesFile {

    @Override
    public String text(IProgressMonitor monitor) throws CoreException, IOException {
        file.refreshLocal(IResource.DEPTH_ZERO, monitor);
        if (file.exists()) {
            return file.readString();
        }
        Optional<Path> inherited = file.getLocation() == null ? Optional.empty() : ProjectRulesFile.of(file.getLocation().toPath());
        return inherited.isEmpty() ? "" : Files.readString(inherited.get());
    }

    @Override
    public void write(String text, IProgressMonitor monitor) throws CoreException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file.exists()) {
            file.setContents(bytes, true, true, monitor);
        } else {
            file.create(bytes, true, monitor);
        }
    }
}
