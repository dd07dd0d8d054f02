package dmvpn.install.probe;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** The problems that a file is marked with, awaited. */
final class Problems implements IResourceChangeListener {

    /** The first check of a model loads the language; on a busy machine that takes seconds. */
    private static final long PATIENCE_SECONDS = 90;

    private final IFile file;
    private final CompletableFuture<String> first = new CompletableFuture<>();

    private Problems(IFile file) {
        this.file = file;
    }

    /** Begins to look for problems of a file; those that it has count, too: a workbench may have restored its editor. */
    static Problems watch(IFile file) throws CoreException {
        Problems problems = new Problems(file);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(problems, IResourceChangeEvent.POST_CHANGE);
        for (IMarker known : file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO)) {
            problems.first.complete(message(known));
        }
        return problems;
    }

    private static String message(IMarker problem) {
        return problem.getAttribute(IMarker.MESSAGE, "no message");
    }

    /** Number of problems, of any kind, that a file is marked with now. */
    static int count(IFile file) throws CoreException {
        return file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO).length;
    }

    /** Waits for a problem; gives its message. Not on the user interface's thread. */
    String first() throws InterruptedException, ExecutionException, TimeoutException {
        return first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends looking. */
    void forget() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        for (IMarkerDelta delta : event.findMarkerDeltas(IMarker.PROBLEM, true)) {
            if (delta.getKind() == IResourceDelta.ADDED && delta.getResource().equals(file)) {
                first.complete(message(delta.getMarker()));
            }
        }
    }
}
