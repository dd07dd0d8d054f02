package dmvpn.dsl.ui.preferences;

import dmvpn.app.files.AtomicFiles;
import dmvpn.dsl.policy.ProjectRules;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.project.BuiltProjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;

/**
 * The {@code dmvpn.rules} in the folder of the workspace. It counts for the projects below that have none of their own, on
 * the command line too: there is one mechanism, and the preferences write its file.
 */
final class WorkspaceRules implements RulesFile {

    static Path file() {
        return ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath().resolve(ProjectRules.FILE_NAME);
    }

    @Override
    public String text(IProgressMonitor monitor) throws IOException {
        return Files.isRegularFile(file()) ? new String(Files.readAllBytes(file()), StandardCharsets.UTF_8) : "";
    }

    /** A file that would say nothing is removed. */
    @Override
    public void write(String text, IProgressMonitor monitor) throws IOException {
        if (text.isBlank()) {
            Files.deleteIfExists(file());
        } else {
            AtomicFiles.write(file(), text);
        }
        LanguageSessions.current().workspace().didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                List.of(new FileEvent(file().toUri().toString(), FileChangeType.Changed))));
        BuiltProjects.checkAgain();
    }
}
