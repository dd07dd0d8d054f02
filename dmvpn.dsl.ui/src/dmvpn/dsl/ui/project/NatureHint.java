package dmvpn.dsl.ui.project;

import dmvpn.dsl.ui.status.StatusLine;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.jface.text.IDocument;

/** Says once for each project, at the foot of the window, that its other models could be checked too. */
public final class NatureHint {

    private static final QualifiedName SAID = new QualifiedName("dmvpn.dsl.ui", "natureHint");

    private NatureHint() {
    }

    /** A document is shown now. */
    public static void shown(IDocument document) {
        project(document).filter(project -> !ModelNature.isOn(project)).ifPresent(NatureHint::say);
    }

    private static Optional<IProject> project(IDocument document) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        return Optional.ofNullable(buffer == null || buffer.getLocation() == null ? null
                        : ResourcesPlugin.getWorkspace().getRoot().findMember(buffer.getLocation()))
                .map(IResource::getProject);
    }

    private static void say(IProject project) {
        try {
            if (project.getSessionProperty(SAID) == null) {
                project.setSessionProperty(SAID, Boolean.TRUE);
                StatusLine.show("Only open models are checked; Configure ▸ Check All DMVPN Models");
            }
        } catch (CoreException closedMeanwhile) {
            return; // then there is nothing to say
        }
    }
}
