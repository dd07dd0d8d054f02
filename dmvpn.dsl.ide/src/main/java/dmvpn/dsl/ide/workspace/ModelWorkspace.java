package dmvpn.dsl.ide.workspace;

import com.google.inject.Inject;
import com.google.inject.Provider;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.resource.DmvpnResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * The models that a client has in sight. An open document is what its editor shows; a file of the folders that is not
 * open is read from the disk when a question needs it. All of them are resources of one set, so that a reference into
 * another file leads to the very object that the other document's editor changes.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class ModelWorkspace {

    private static final long LARGEST_FILE_BYTES = 64L * 1024 * 1024;

    private final XtextResourceSet resources;
    private final ImportedFiles imports;
    private final OperationCanceledManager cancellation;
    private final Importers importers;
    private final Map<String, ModelDocument> open = new LinkedHashMap<>();
    private final Map<String, ModelDocument> closed = new TreeMap<>();
    private final Set<Path> folders = new LinkedHashSet<>();
    private final DiskStamps stamps = new DiskStamps();
    private boolean foldersAreRead;

    /** Created by the language's injector. */
    @Inject
    public ModelWorkspace(Provider<XtextResourceSet> resourceSets, ImportedFiles imports, OperationCanceledManager cancellation) {
        this.cancellation = cancellation;
        this.resources = resourceSets.get();
        this.imports = imports;
        this.importers = new Importers(imports);
    }

    /** Adds a folder of the client's; its files are read when a question needs them. */
    public void addFolder(String uri) {
        DocumentUris.path(uri).ifPresent(folders::add);
        forgetFiles();
    }

    /** Takes a folder away. */
    public void removeFolder(String uri) {
        DocumentUris.path(uri).ifPresent(folders::remove);
        forgetFiles();
    }

    private void forgetFiles() {
        closed.values().forEach(document -> resources.getResources().remove(document.resource()));
        closed.clear();
        foldersAreRead = false;
        // What open documents import was among them.
        Importers.relink(open.values().stream().map(ModelDocument::resource).toList());
    }

    /** An editor shows a document now. */
    public ModelDocument open(String uri, int version, String text) {
        String key = DocumentUris.key(uri);
        forget(key);
        ModelDocument document = new ModelDocument(uri, emptyResource(uri), version, text);
        open.put(key, document);
        Importers.relink(importersOf(document.resource().getURI()));
        rememberImported();
        return document;
    }

    /** Applies the edits of an editor; empty when the document is not open. */
    public Optional<ModelDocument> change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
        Optional<ModelDocument> document = find(uri);
        document.ifPresent(changed -> {
            changed.change(version, changes);
            importersOf(changed.resource().getURI()).forEach(DmvpnResource::relink);
            rememberImported();
        });
        return document;
    }

    /** An editor shows a document no more: from now on it is what the disk has. Returns the documents affected. */
    public Collection<ModelDocument> close(String uri) {
        String key = DocumentUris.key(uri);
        ModelDocument document = open.get(key);
        if (document == null) {
            return List.of();
        }
        Collection<ModelDocument> affected = affectedBy(document);
        Collection<DmvpnResource> importers = importersOf(document.resource().getURI());
        forget(key);
        readAgain(uri);
        Importers.relink(importers);
        rememberImported();
        return affected;
    }

    /** A file has changed on the disk. Returns the documents affected; the file itself is not among them. */
    public Collection<ModelDocument> fileChanged(String uri) {
        String key = DocumentUris.key(uri);
        if (open.containsKey(key)) {
            return List.of(); // what the editor shows counts
        }
        Collection<ModelDocument> affected = affectedBy(emfUri(uri));
        Collection<DmvpnResource> importers = importersOf(emfUri(uri));
        DocumentUris.path(uri).ifPresent(stamps::look);
        forget(key);
        readAgain(uri);
        Importers.relink(importers);
        rememberImported();
        return affected;
    }

    /**
     * Looks at the imported files that no editor shows, for clients that do not tell when a file changes. Returns the
     * documents affected by those that have changed on the disk.
     */
    public Collection<ModelDocument> refreshFromDisk() {
        Set<ModelDocument> affected = new LinkedHashSet<>();
        stamps.changed().forEach(file -> affected.addAll(fileChanged(file.toUri().toString())));
        return affected;
    }

    private void rememberImported() {
        Set<Path> imported = new LinkedHashSet<>();
        for (Resource resource : resources.getResources()) {
            if (resource instanceof DmvpnResource model) {
                imports.of(model).stream().map(URI::toString).filter(uri -> !open.containsKey(DocumentUris.key(uri)))
                        .forEach(uri -> DocumentUris.path(uri).ifPresent(imported::add));
            }
        }
        stamps.remember(imported);
    }

    private void readAgain(String uri) {
        if (foldersAreRead) {
            DocumentUris.path(uri).filter(this::isInFolder).ifPresent(this::read);
        }
    }

    private boolean isInFolder(Path file) {
        return FolderFiles.isModel(file) && folders.stream().anyMatch(file::startsWith);
    }

    /** The open document of a name. */
    public Optional<ModelDocument> find(String uri) {
        return Optional.ofNullable(open.get(DocumentUris.key(uri)));
    }

    /** The document that a resource belongs to. */
    public Optional<ModelDocument> documentOf(Resource resource) {
        return documents().stream().filter(document -> document.resource() == resource).findFirst()
                .or(() -> imported(resource));
    }

    /** A file that an open document imports may be outside of all folders. */
    private Optional<ModelDocument> imported(Resource resource) {
        return resource instanceof DmvpnResource model && resources.getResources().contains(model) && model.getURI().isFile()
                ? Optional.of(ModelDocument.imported(Path.of(model.getURI().toFileString()).toUri().toString(), model))
                : Optional.empty();
    }

    /** The open documents, in the order in which they were opened. */
    public Collection<ModelDocument> openDocuments() {
        return List.copyOf(open.values());
    }

    /** The open documents, then the other files of the folders in the order of their names. */
    public List<ModelDocument> documents() {
        return documents(CancelIndicator.NullImpl);
    }

    private List<ModelDocument> documents(CancelIndicator cancelled) {
        if (!foldersAreRead) {
            for (Path folder : folders) {
                for (Path file : FolderFiles.in(folder)) {
                    cancellation.checkCanceled(cancelled); // what is read is kept; the next question reads on
                    read(file);
                }
            }
            foldersAreRead = true;
        }
        List<ModelDocument> all = new ArrayList<>(open.values());
        all.addAll(closed.values());
        return all;
    }

    /** The same, and the file of a resource even where no folder has it: it was imported. */
    public List<ModelDocument> documentsAnd(Resource imported, CancelIndicator cancelled) {
        List<ModelDocument> all = documents(cancelled);
        if (all.stream().noneMatch(document -> document.resource() == imported)) {
            imported(imported).ifPresent(all::add);
        }
        return all;
    }

    private void read(Path file) {
        String uri = file.toUri().toString();
        String key = DocumentUris.key(uri);
        if (open.containsKey(key) || closed.containsKey(key)) {
            return;
        }
        if (resources.getResource(emfUri(uri), false) instanceof DmvpnResource imported) {
            closed.put(key, ModelDocument.imported(uri, imported));
            return;
        }
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE_BYTES) {
                // Bytes of another encoding become the characters that an editor shows for them.
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                closed.put(key, new ModelDocument(uri, emptyResource(uri), 0, text));
            }
        } catch (IOException unreadable) {
            return; // a file that is no text has no names to offer; opening it says what is wrong
        }
    }

    /** The open documents that import a document, directly or through others; not the document itself. */
    public Collection<ModelDocument> affectedBy(ModelDocument document) {
        return affectedBy(document.resource().getURI());
    }

    private Collection<ModelDocument> affectedBy(URI changed) {
        Collection<DmvpnResource> importers = importersOf(changed);
        return open.values().stream().filter(document -> importers.contains(document.resource())).toList();
    }

    /** The files that import one, directly or through others, open or not; not the file itself. */
    private Collection<DmvpnResource> importersOf(URI changed) {
        return importers.of(resources, Set.of(changed));
    }

    private void forget(String key) {
        open.remove(key);
        closed.remove(key);
        resources.getResources().removeIf(resource -> DocumentUris.key(resource.getURI().toString()).equals(key));
    }

    private DmvpnResource emptyResource(String uri) {
        URI emfUri = emfUri(uri);
        resources.getResources().removeIf(resource -> emfUri.equals(resource.getURI()));
        return (DmvpnResource) resources.createResource(emfUri);
    }

    /** Spelled as imports spell it: resources of one set find each other by that. */
    private static URI emfUri(String uri) {
        return DocumentUris.path(uri).map(path -> URI.createFileURI(path.toString()))
                .orElseGet(() -> URI.createURI(DocumentUris.key(uri)));
    }
}
