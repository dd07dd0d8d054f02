package dmvpn.dsl.resource;

import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.names.ModelNames;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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
    private long revision;
    private String displayName;

    /** The model; an empty one when nothing has been parsed. */
    public Model model() {
        return getContents().isEmpty() || !(getContents().getFirst() instanceof Model model)
                ? ModelFactory.eINSTANCE.createModel()
                : model;
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

    /** The file's name without folder and extension: the name of a network that has none. */
    public String baseName() {
        return getURI() == null ? "network" : URI.decode(getURI().trimFileExtension().lastSegment());
    }

    /** Grows with each parse. */
    public long revision() {
        return revision;
    }

    /** The names of this revision. */
    public ModelNames names() {
        return perRevision(ModelNames.class, ModelNames::of);
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
