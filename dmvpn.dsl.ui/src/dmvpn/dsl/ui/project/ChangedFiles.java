package dmvpn.dsl.ui.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceDeltaVisitor;

/** What a change of resources means for the check of models. */
final class ChangedFiles implements IResourceDeltaVisitor {

    private final Map<Path, IFile> written = new TreeMap<>();
    private final Map<Path, IFile> gone = new TreeMap<>();
    private final List<IFile> rules = new ArrayList<>();

    /** Models that are new or have another text. */
    Map<Path, IFile> written() {
        return written;
    }

    /** Models that are no more. */
    Map<Path, IFile> gone() {
        return gone;
    }

    /** Rules files that came, went or have another text. */
    List<IFile> rules() {
        return rules;
    }

    @Override
    public boolean visit(IResourceDelta delta) {
        IResource resource = delta.getResource();
        boolean removed = delta.getKind() == IResourceDelta.REMOVED;
        if (!removed && ModelFiles.isSkipped(resource)) {
            return false;
        }
        boolean other = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags()
                & (IResourceDelta.CONTENT | IResourceDelta.ENCODING | IResourceDelta.REPLACED)) != 0;
        if (other && ModelFiles.isModel(resource)) {
            (removed ? gone : written).put(resource.getLocation().toPath(), (IFile) resource);
        } else if (other && ModelFiles.isRules(resource)) {
            rules.add((IFile) resource);
        }
        return true;
    }
}
