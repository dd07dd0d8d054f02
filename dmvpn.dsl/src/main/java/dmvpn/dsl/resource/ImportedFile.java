package dmvpn.dsl.resource;

import dmvpn.dsl.model.ImportDeclaration;
import dmvpn.dsl.syntax.ModelText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.util.StringInputStream;

/**
 * What one import means: a file that is read, or why there is none.
 *
 * @param declaration where it is written
 * @param file the imported file; empty when there is a problem
 * @param problem why nothing is imported, as a sentence; empty when something is
 */
public record ImportedFile(ImportDeclaration declaration, Optional<DmvpnResource> file, Optional<String> problem) {

    private static final String FILE_ENDING = ".dmvpn";

    private static ImportedFile of(ImportDeclaration declaration, DmvpnResource file) {
        return new ImportedFile(declaration, Optional.of(file), Optional.empty());
    }

    private static ImportedFile refused(ImportDeclaration declaration, String problem) {
        return new ImportedFile(declaration, Optional.empty(), Optional.of(problem));
    }

    /** Finds the file beside the one that imports it, and reads it unless the resource set has it already. */
    static ImportedFile read(ImportDeclaration declaration, DmvpnResource importing) {
        String name = declaration.getFile();
        ResourceSet resources = importing.getResourceSet();
        if (!name.endsWith(FILE_ENDING)) {
            return refused(declaration, "A model imports files whose names end in " + FILE_ENDING);
        }
        if (importing.getURI() == null || resources == null || !importing.getURI().isHierarchical()) {
            return refused(declaration, "A text that is in no file can import none");
        }
        Optional<URI> uri = uriOf(name, importing);
        if (uri.isEmpty()) {
            return refused(declaration, "This is no name of a file");
        }
        return resources.getResource(uri.get(), false) instanceof DmvpnResource known
                ? of(declaration, known) : load(declaration, importing, uri.get());
    }

    /** The file that a name means beside the one that imports it, whether there is one or not; empty when it can be none. */
    public static Optional<URI> uriOf(String name, DmvpnResource importing) {
        URI base = importing.getURI();
        if (base == null || !base.isHierarchical()) {
            return Optional.empty();
        }
        try {
            return Optional.of(base.isFile()
                    ? URI.createFileURI(Path.of(base.toFileString()).resolveSibling(name).normalize().toString())
                    : URI.createURI(URI.encodeFragment(name, false)).resolve(base));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    private static ImportedFile load(ImportDeclaration declaration, DmvpnResource importing, URI uri) {
        ModelText text = KnownTexts.of(uri, importing.getResourceSet()).orElseGet(() -> text(uri, importing.getResourceSet()));
        if (text.problem().isPresent()) {
            return refused(declaration, text.problem().get());
        }
        Resource made = importing.getResourceSet().createResource(uri);
        if (!(made instanceof DmvpnResource file)) {
            return refused(declaration, "The file cannot be read");
        }
        file.setDisplayName(displayName(importing, declaration.getFile()));
        try {
            // It is in the resource set before it is read, so that files which import each other end here.
            file.load(new StringInputStream(text.text(), "UTF-8"), importing.getResourceSet().getLoadOptions());
        } catch (IOException failure) {
            importing.getResourceSet().getResources().remove(file);
            return refused(declaration, "The file cannot be read");
        }
        return of(declaration, file);
    }

    private static ModelText text(URI uri, ResourceSet resources) {
        if (uri.isFile()) {
            return ModelText.read(Path.of(uri.toFileString()));
        }
        try (InputStream stream = resources.getURIConverter().createInputStream(uri)) {
            return ModelText.decode(stream.readAllBytes());
        } catch (IOException missing) {
            return new ModelText("", Optional.of("There is no such file"));
        }
    }

    /** Named like the file that imports it: beside it. */
    private static String displayName(DmvpnResource importing, String name) {
        try {
            return Path.of(importing.displayName()).resolveSibling(name).normalize().toString();
        } catch (InvalidPathException invalid) {
            return name;
        }
    }
}
