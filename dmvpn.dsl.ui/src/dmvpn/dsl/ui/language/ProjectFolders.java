package dmvpn.dsl.ui.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;

/** Keeps the language server's folders equal to the open projects, so that names are found in files that no editor shows. */
public final class ProjectFolders implements IResourceChangeListener {

    private final LanguageSession session;
    private final Set<WorkspaceFolder> known = new HashSet<>();

    private ProjectFolders(LanguageSession session) {
        this.session = session;
    }

    /** Follows the workspace from now on. */
    static ProjectFolders follow(LanguageSession session) {
        ProjectFolders folders = new ProjectFolders(session);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(folders, IResourceChangeEvent.POST_CHANGE);
        folders.tellProjects();
        return folders;
    }

    /** Follows it no more. */
    void unfollow() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        tellProjects();
    }

    private synchronized void tellProjects() {
        Set<WorkspaceFolder> open = new HashSet<>();
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (project.isOpen() && project.getLocationURI() != null) {
                open.add(new WorkspaceFolder(project.getLocationURI().toString(), project.getName()));
            }
        }
        List<WorkspaceFolder> added = open.stream().filter(folder -> !known.contains(folder)).toList();
        List<WorkspaceFolder> removed = known.stream().filter(folder -> !open.contains(folder)).toList();
        known.clear();
        known.addAll(open);
        if (!added.isEmpty() || !removed.isEmpty()) {
            session.workspace().didChangeWorkspaceFolders(
                    new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed)));
        }
    }
}
