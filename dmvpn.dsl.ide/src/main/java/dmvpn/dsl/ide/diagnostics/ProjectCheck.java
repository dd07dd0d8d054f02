package dmvpn.dsl.ide.diagnostics;

import com.google.inject.Inject;
import com.google.inject.Provider;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.ImportedFiles;
import dmvpn.dsl.ide.workspace.Importers;
import dmvpn.dsl.policy.ProjectRules;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResourceSet;

/**
 * Checks the files of a project as the disk has them: all of them at first, and after a change those that it concerns. Each
 * file is checked as an editor would check it alone, so that opening one does not change what is said about it.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class ProjectCheck {

    private static final long LARGEST_FILE_BYTES = 64L * 1024 * 1024;

    private final Provider<XtextResourceSet> resourceSets;
    private final ImportedFiles imports;
    private final Importers importers;
    private final DiagnosticService diagnostics;
    private final Map<Path, ModelDocument> models = new TreeMap<>();
    private XtextResourceSet resources;

    /** Created by the language's injector. */
    @Inject
    public ProjectCheck(Provider<XtextResourceSet> resourceSets, ImportedFiles imports, DiagnosticService diagnostics) {
        this.resourceSets = resourceSets;
        this.imports = imports;
        this.importers = new Importers(imports);
        this.diagnostics = diagnostics;
        this.resources = resourceSets.get();
    }

    /** Forgets all files. */
    public void clear() {
        models.clear();
        resources = resourceSets.get();
    }

    /** The files that are known, by their names. */
    public Set<Path> files() {
        return new TreeSet<>(models.keySet());
    }

    /**
     * Files have changed on the disk.
     *
     * @param written files of the project that are new or have another text
     * @param others files that are no more, or that belong to somebody else and may be imported
     * @return the files to check anew: those that were written, and those that import one of all these
     */
    public Set<Path> changed(Collection<Path> written, Collection<Path> others) {
        return changed(written, others, file -> { });
    }

    /**
     * Files have changed on the disk.
     *
     * @param written files of the project that are new or have another text
     * @param others files that are no more, or that belong to somebody else and may be imported
     * @param reading told of each file before it is read; when it throws, nothing is known any more that can be relied on
     * @return the files to check anew: those that were written, and those that import one of all these
     */
    public Set<Path> changed(Collection<Path> written, Collection<Path> others, Consumer<Path> reading) {
        Set<URI> touched = new LinkedHashSet<>();
        written.forEach(file -> touched.add(uri(file)));
        others.forEach(file -> touched.add(uri(file)));
        Set<DmvpnResource> importing = importers.of(resources, touched);
        models.keySet().removeAll(written);
        models.keySet().removeAll(others);
        resources.getResources().removeIf(resource -> touched.contains(resource.getURI()));
        Set<Path> affected = new TreeSet<>();
        for (Path file : written) {
            reading.accept(file);
            if (read(file)) {
                affected.add(file);
            }
        }
        Importers.relink(importing);
        models.forEach((file, model) -> {
            if (importing.contains(model.resource())) {
                affected.add(file);
            }
        });
        return affected;
    }

    private boolean read(Path file) {
        String uri = file.toUri().toString();
        if (resources.getResource(uri(file), false) instanceof DmvpnResource imported) {
            models.put(file, ModelDocument.imported(uri, imported)); // a file that was read before it imports this one
            return true;
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE_BYTES) {
                return false;
            }
            // Bytes of another encoding become the characters that an editor shows for them.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            models.put(file, new ModelDocument(uri, (DmvpnResource) resources.createResource(uri(file)), 0, text));
            return true;
        } catch (IOException unreadable) {
            return false; // opening it says why
        }
    }

    /** The model of a file; empty when it is not known. */
    public Optional<ModelDocument> model(Path file) {
        return Optional.ofNullable(models.get(file));
    }

    /** Checks a file that is known. */
    public CheckedFile check(Path file) {
        ModelDocument model = models.get(file);
        ProjectRules project = Analysis.of(model.resource()).project();
        return new CheckedFile(diagnostics.diagnostics(model), project.file(), ProjectDiagnostics.of(project));
    }

    /** The files that files of the project import, whether they exist or not. */
    public Set<Path> imported() {
        Set<Path> imported = new TreeSet<>();
        models.values().forEach(model -> imports.of(model.resource()).stream().filter(URI::isFile)
                .forEach(uri -> imported.add(Path.of(uri.toFileString()))));
        return imported;
    }

    /** Spelled as imports spell it: resources of one set find each other by that. */
    private static URI uri(Path file) {
        return URI.createFileURI(file.toAbsolutePath().normalize().toString());
    }
}
