package dmvpn.dsl.resource;

import dmvpn.dsl.model.ImportDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.parts.ModelRootNode;
import dmvpn.network.device.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * A {@code .dmvpn} file. Whatever is derived from a revision of its text (names, compiled network, findings) is kept here
 * and forgotten with the next revision, so that each is computed at most once.
 *
 * <p>Links are set right after parsing, for all references in one pass; there are no lazy proxies to resolve.
 */
public class DmvpnResource extends LazyLinkingResource {

    private final Map<Object, Object> derived = new HashMap<>();
    private final Map<Class<?>, Object> remembered = new HashMap<>();
    private long revision;
    private String displayName;
    private Optional<Platform> platform = Optional.empty();

    /** The model; an empty one when nothing has been parsed. */
    public Model model() {
        return getContents().isEmpty() || !(getContents().getFirst() instanceof Model model)
                ? ModelFactory.eINSTANCE.createModel()
                : model;
    }

    /** The parts of the file, one for each element of its list, in the order of the text. */
    public List<ModelPart> parts() {
        return getParseResult() != null && getParseResult().getRootNode() instanceof ModelRootNode root ? root.parts() : List.of();
    }

    /** The text of this revision. */
    public String text() {
        return getParseResult() == null ? "" : getParseResult().getRootNode().getText();
    }

    /** The file as people know it: as it was named when it was opened, or else from its URI. */
    public String displayName() {
        if (displayName != null) {
            return displayName;
        }
        URI uri = getURI();
        if (uri == null) {
            return "";
        }
        return uri.isFile() ? uri.toFileString() : uri.toString();
    }

    /** @param displayName the file as it was named when it was opened */
    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    /** The platform that all routers have, whatever the model says; empty for what it says. */
    public Optional<Platform> platform() {
        return platform;
    }

    /**
     * Gives all routers a platform, whatever the model says. To be said before anything is derived from the text.
     *
     * @param platform empty for what the model says
     */
    public void setPlatform(Optional<Platform> platform) {
        this.platform = platform;
    }

    /** The file's name without folder and extension: the name of a network that has none. */
    public String baseName() {
        return getURI() == null ? "network" : URI.decode(getURI().trimFileExtension().lastSegment());
    }

    /** Grows with each parse. */
    public long revision() {
        return revision;
    }

    /** The names of this revision, those of imported files included. */
    public ModelNames names() {
        return perRevision(ModelNames.class,
                model -> ModelNames.of(withImports().stream().map(DmvpnResource::model).toList()));
    }

    /** What the imports of this revision mean, in text order. */
    public List<ImportedFile> imports() {
        return perRevision(ImportedFile.class, model -> model.getElements().stream()
                .filter(ImportDeclaration.class::isInstance).map(ImportDeclaration.class::cast)
                .filter(declaration -> declaration.getFile() != null)
                .map(declaration -> ImportedFile.read(declaration, this)).toList());
    }

    /**
     * The files that make up the model: those that this one imports, over any number of steps, each once and before the one
     * that imports it, and this one last. Files may import each other.
     */
    public List<DmvpnResource> withImports() {
        if (imports().isEmpty()) {
            return List.of(this);
        }
        Set<DmvpnResource> seen = new LinkedHashSet<>();
        List<DmvpnResource> ordered = new ArrayList<>();
        addTo(ordered, seen);
        return ordered;
    }

    private void addTo(List<DmvpnResource> ordered, Set<DmvpnResource> seen) {
        if (seen.add(this)) {
            imports().forEach(each -> each.file().ifPresent(file -> file.addTo(ordered, seen)));
            ordered.add(this);
        }
    }

    /**
     * A value that depends on the model alone, computed once for each revision.
     *
     * @param key identifies the value; its class is a good choice
     * @param compute computes it; must not call this method for the same key
     */
    @SuppressWarnings("unchecked")
    public <T> T perRevision(Object key, Function<Model, T> compute) {
        Object value;
        synchronized (derived) {
            value = derived.get(key);
        }
        if (value == null) {
            long computedFor = revision;
            value = compute.apply(model());
            synchronized (derived) {
                if (computedFor == revision) {
                    derived.put(key, value);
                }
            }
        }
        return (T) value;
    }

    /**
     * What is remembered from one revision to the next, such as results that an edit elsewhere leaves true. It is kept as
     * long as the resource is.
     *
     * @param key identifies it
     * @param create makes it at first
     */
    public <T> T acrossRevisions(Class<T> key, Supplier<T> create) {
        synchronized (remembered) {
            return key.cast(remembered.computeIfAbsent(key, type -> create.get()));
        }
    }

    @Override
    protected void doLinking() {
        synchronized (derived) {
            revision++;
            derived.clear();
        }
        super.doLinking();
    }

    @Override
    public void resolveLazyCrossReferences(CancelIndicator monitor) {
        // Every reference that has a target was set when the text was parsed.
    }
}
