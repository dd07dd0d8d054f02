package dmvpn.dsl.ui.project;

import dmvpn.dsl.ui.language.LanguageSession;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;

/** Tells the language server of models and rules files that change without an editor: what imports them is shown anew. */
public final class FileChanges implements IResourceChangeListener {

    private final LanguageSession session;

    /** @param session the server to tell */
    public FileChanges(LanguageSession session) {
        this.session = session;
    }

    /** Follows the workspace. */
    public void start() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this,
                IResourceChangeEvent.POST_CHANGE | IResourceChangeEvent.PRE_CLOSE | IResourceChangeEvent.PRE_DELETE);
    }

    /** Follows it no more. */
    public void stop() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        if (event.getType() == IResourceChangeEvent.POST_CHANGE) {
            changed(event);
        } else if (event.getResource() instanceof IProject project && project.isAccessible()) {
            try {
                BuiltProjects.gone(project, session);
            } catch (CoreException unreadable) {
                ILog.of(FileChanges.class).error("The models of " + project.getName() + " could not be read", unreadable);
            }
        }
    }

    private void changed(IResourceChangeEvent event) {
        List<FileEvent> changes = new ArrayList<>();
        try {
            event.getDelta().accept(delta -> {
                boolean text = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0;
                IResource resource = delta.getResource();
                // Of a document that an editor shows the server knows more than the disk does.
                if (text && (ModelFiles.isModel(resource) || ModelFiles.isRules(resource))
                        && !session.openDocuments().isOpen(resource.getLocationURI())) {
                    changes.add(new FileEvent(resource.getLocationURI().toString(), type(delta)));
                }
                return true;
            });
        } catch (CoreException impossible) {
            ILog.of(FileChanges.class).error("A change of resources could not be read", impossible);
        }
        if (!changes.isEmpty()) {
            session.workspace().didChangeWatchedFiles(new DidChangeWatchedFilesParams(changes));
        }
    }

    private static FileChangeType type(IResourceDelta delta) {
        return switch (delta.getKind()) {
            case IResourceDelta.ADDED -> FileChangeType.Created;
            case IResourceDelta.REMOVED -> FileChangeType.Deleted;
            default -> FileChangeType.Changed;
        };
    }
}
