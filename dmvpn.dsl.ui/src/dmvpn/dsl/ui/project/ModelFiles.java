package dmvpn.dsl.ui.project;

import dmvpn.dsl.policy.ProjectRules;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** Which resources of a project are models that people write. */
public final class ModelFiles {

    private ModelFiles() {
    }

    /** True for a model, whether people wrote it or not. */
    public static boolean isModel(IResource resource) {
        return resource.getType() == IResource.FILE && "dmvpn".equals(resource.getFileExtension())
                && resource.getLocation() != null;
    }

    /** True for a file that says what rules are in a project. */
    public static boolean isRules(IResource resource) {
        return resource.getType() == IResource.FILE && ProjectRules.FILE_NAME.equals(resource.getName())
                && resource.getLocation() != null;
    }

    /** True for a folder that nobody writes into by hand: what is derived, and what a dot hides. */
    public static boolean isSkipped(IResource resource) {
        return resource.getType() != IResource.PROJECT
                && (resource.isDerived() || resource.isTeamPrivateMember() || resource.getName().startsWith("."));
    }

    /** The models of a project, by their places on the disk. */
    public static Map<Path, IFile> of(IProject project) throws CoreException {
        return below(project);
    }

    /** The models in a folder and below it, by their places on the disk. */
    public static Map<Path, IFile> below(IContainer folder) throws CoreException {
        Map<Path, IFile> models = new TreeMap<>();
        folder.accept(resource -> {
            if (isSkipped(resource)) {
                return false;
            }
            if (isModel(resource)) {
                models.put(resource.getLocation().toPath(), (IFile) resource);
            }
            return true;
        });
        return models;
    }
}
