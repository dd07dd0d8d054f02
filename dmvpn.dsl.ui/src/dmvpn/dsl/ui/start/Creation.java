package dmvpn.dsl.ui.start;

import dmvpn.dsl.ui.project.ModelNature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.actions.WorkspaceModifyOperation;

/** Makes a project with a starting point in it. */
final class Creation extends WorkspaceModifyOperation {

    private final IProject project;
    private final Optional<URI> location;
    private final Optional<StartingPoint> start;
    private final List<IResource> made = new ArrayList<>();
    private IFile first;

    /**
     * @param project does not exist
     * @param location where it will be; empty for the workspace
     * @param start what is put into it; empty for nothing
     */
    Creation(IProject project, Optional<URI> location, Optional<StartingPoint> start) {
        super(ResourcesPlugin.getWorkspace().getRoot());
        this.project = project;
        this.location = location;
        this.start = start;
    }

    /** The model to open; empty without one. */
    Optional<IFile> first() {
        return Optional.ofNullable(first);
    }

    @Override
    protected void execute(IProgressMonitor monitor) throws CoreException, InvocationTargetException {
        SubMonitor progress = SubMonitor.convert(monitor, "Creating " + project.getName(), 4);
        try {
            Optional<FolderBefore> before = before();
            try {
                make(progress);
            } catch (CoreException | IOException | RuntimeException failure) {
                takeBack(before, failure);
                throw failure;
            }
        } catch (IOException unreadable) {
            throw new InvocationTargetException(unreadable, unreadable.getMessage());
        }
    }

    /** What the project's folder is like; empty when it is on no disk of this machine. */
    private Optional<FolderBefore> before() throws IOException {
        URI place = location.orElseGet(() -> ResourcesPlugin.getWorkspace().getRoot().getLocation().append(project.getName()).toPath().toUri());
        return "file".equals(place.getScheme()) ? Optional.of(new FolderBefore(Path.of(place))) : Optional.empty();
    }

    private void make(SubMonitor progress) throws CoreException, IOException {
        IProjectDescription description = ResourcesPlugin.getWorkspace().newProjectDescription(project.getName());
        location.ifPresent(description::setLocationURI);
        project.create(description, progress.split(1));
        project.open(progress.split(1));
        if (start.isPresent()) {
            fill(start.get(), progress.split(1));
        }
        ModelNature.set(project, true, progress.split(1));
    }

    /** Half a project is none. What was made goes again, and nothing else: the folder may have been there before. */
    private void takeBack(Optional<FolderBefore> before, Exception failure) {
        try {
            for (IResource each : made.reversed()) {
                boolean isNeeded = each instanceof IFolder folder && folder.members().length > 0;
                if (!isNeeded) {
                    each.delete(true, null);
                }
            }
            boolean isNew = before.isPresent() && before.get().isNew();
            if (project.exists()) {
                project.delete(isNew, true, null);
            }
            if (before.isPresent() && !isNew) {
                before.get().restore();
            }
        } catch (CoreException | IOException further) {
            failure.addSuppressed(further); // what went wrong first is what people need to know
        }
    }

    private void fill(StartingPoint chosen, IProgressMonitor monitor) throws CoreException, IOException {
        if (chosen.group().equals(Templates.GROUP)) {
            first = project.getFile(project.getName() + ".dmvpn");
            write(first, Templates.text(chosen, project.getName()).getBytes(StandardCharsets.UTF_8));
            return;
        }
        for (Map.Entry<String, Path> file : chosen.files().entrySet()) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            write(project.getFile(file.getKey()), Files.readAllBytes(file.getValue()));
        }
        first = chosen.models().stream().findFirst().map(project::getFile).orElse(null);
    }

    /** A project may be put where files are already: theirs are not overwritten. */
    private void write(IFile file, byte[] content) throws CoreException {
        file.refreshLocal(IResource.DEPTH_ZERO, null);
        if (!file.exists()) {
            if (file.getParent() instanceof IFolder folder) {
                create(folder);
            }
            file.create(new ByteArrayInputStream(content), true, null);
            made.add(file);
        }
    }

    private void create(IFolder folder) throws CoreException {
        if (folder.getParent() instanceof IFolder parent) {
            create(parent);
        }
        if (!folder.exists()) {
            folder.create(true, true, null);
            made.add(folder);
        }
    }
}
