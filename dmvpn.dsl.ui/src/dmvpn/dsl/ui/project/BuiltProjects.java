package dmvpn.dsl.ui.project;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;

/** What is done with the projects that the builder cares for as a whole. */
public final class BuiltProjects {

    private BuiltProjects() {
    }

    /** Takes back what the builder has said about a project. */
    static void forget(IProject project) throws CoreException {
        forEachFile(project, LanguageSessions.current()::fileForgotten);
    }

    /** A project goes, with its markers. */
    static void gone(IProject project, LanguageSession session) throws CoreException {
        forEachFile(project, session::fileGone);
    }

    private static void forEachFile(IProject project, Consumer<URI> action) throws CoreException {
        project.accept(resource -> {
            if (ModelFiles.isModel(resource) || ModelFiles.isRules(resource)) {
                action.accept(resource.getLocationURI());
            }
            return true;
        });
    }

    /** Checks all of them anew, in the background: what rules are has changed outside of them. */
    public static void checkAgain() {
        Job job = Job.create("Checking models under other rules", (ICoreRunnable) monitor -> {
            IProject[] projects = ResourcesPlugin.getWorkspace().getRoot().getProjects();
            SubMonitor progress = SubMonitor.convert(monitor, projects.length);
            for (IProject project : projects) {
                if (ModelNature.isOn(project)) {
                    project.build(IncrementalProjectBuilder.FULL_BUILD, ModelBuilder.ID, null, progress.split(1));
                }
            }
        });
        job.setRule(ResourcesPlugin.getWorkspace().getRuleFactory().buildRule());
        job.setUser(false);
        job.schedule();
    }
}
