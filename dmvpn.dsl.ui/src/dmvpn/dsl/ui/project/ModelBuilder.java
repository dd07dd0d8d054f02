package dmvpn.dsl.ui.project;

import dmvpn.dsl.ide.diagnostics.CheckedFile;
import dmvpn.dsl.ide.diagnostics.ProjectCheck;
import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;

/**
 * Checks all models of a project, and after a change those that it concerns: the changed file and the files that import it.
 * What it finds goes to the {@link LanguageSession}, where open editors come first.
 */
public final class ModelBuilder extends IncrementalProjectBuilder {

    /** Identifier of the builder. */
    public static final String ID = "dmvpn.dsl.ui.builder";

    /** Files of the project, read; null before the first build of a session and after a clean. */
    private ProjectCheck check;

    @Override
    public ISchedulingRule getRule(int kind, Map<String, String> arguments) {
        return getProject(); // other projects are not held up
    }

    @Override
    protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
        IResourceDelta delta = kind == FULL_BUILD || check == null ? null : getDelta(getProject());
        SubMonitor progress = SubMonitor.convert(monitor, "Checking models of " + getProject().getName(), 2);
        try {
            Set<Path> files = delta == null ? all(progress.split(1)) : changed(delta, progress.split(1));
            check(files, progress.split(1));
            return importedFrom();
        } catch (OperationCanceledException cancelled) {
            check = null; // what was not looked at is not known: the next build looks at everything
            forgetLastBuiltState();
            throw cancelled;
        }
    }

    private Set<Path> all(IProgressMonitor monitor) throws CoreException {
        if (check == null) {
            check = LanguageSessions.current().newService(ProjectCheck.class);
        }
        check.clear();
        return read(ModelFiles.of(getProject()).keySet(), Set.of(), monitor);
    }

    private Set<Path> read(Set<Path> written, Set<Path> others, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, written.size());
        return check.changed(written, others, file -> {
            progress.subTask("Reading " + file.getFileName());
            stopIfWanted();
            progress.split(1);
        });
    }

    /** Somebody who wants to save waits for a build to end: it comes back afterwards. */
    private void stopIfWanted() {
        if (isInterrupted()) {
            throw new OperationCanceledException();
        }
    }

    private Set<Path> changed(IResourceDelta delta, IProgressMonitor monitor) throws CoreException {
        ChangedFiles own = new ChangedFiles();
        delta.accept(own);
        Set<Path> others = new LinkedHashSet<>(own.gone().keySet());
        for (IProject imported : importedFrom()) {
            IResourceDelta there = getDelta(imported);
            if (there != null) {
                ChangedFiles ofOther = new ChangedFiles();
                there.accept(ofOther);
                others.addAll(ofOther.written().keySet());
                others.addAll(ofOther.gone().keySet());
            }
        }
        LanguageSession session = LanguageSessions.current();
        own.gone().values().forEach(file -> session.fileForgotten(file.getLocationURI()));
        Set<Path> affected = new TreeSet<>(read(own.written().keySet(), others, monitor));
        for (IFile rules : own.rules()) {
            session.fileForgotten(rules.getLocationURI());
            Path folder = rules.getLocation().toPath().getParent();
            check.files().stream().filter(file -> file.startsWith(folder)).forEach(affected::add);
        }
        return affected;
    }

    private void check(Collection<Path> files, IProgressMonitor monitor) {
        LanguageSession session = LanguageSessions.current();
        SubMonitor progress = SubMonitor.convert(monitor, files.size());
        int number = 0;
        for (Path file : files) {
            number++;
            progress.subTask(file.getFileName() + " (" + number + " of " + files.size() + ")");
            stopIfWanted();
            CheckedFile checked = check.check(file);
            session.fileChecked(file.toUri(), checked.problems());
            checked.rules().ifPresent(rules -> session.fileChecked(rules.toUri(), checked.problemsOfRules()));
            progress.split(1);
        }
    }

    /** Projects that own files that this one imports: their changes concern this one. */
    private IProject[] importedFrom() {
        Set<IProject> owners = new LinkedHashSet<>();
        for (Path file : check.imported()) {
            for (IFile imported : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())) {
                if (!imported.getProject().equals(getProject())) {
                    owners.add(imported.getProject());
                }
            }
        }
        return owners.toArray(IProject[]::new);
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        check = null;
        BuiltProjects.forget(getProject());
    }
}
