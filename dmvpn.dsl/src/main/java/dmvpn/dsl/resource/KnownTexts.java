package dmvpn.dsl.resource;

import dmvpn.dsl.syntax.ModelText;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;

/** What files said at some time, for a resource set that is to read them as they were then, whatever they say now. */
public final class KnownTexts extends AdapterImpl {

    private final Map<URI, String> texts;

    /** @param texts by the place of the file */
    public KnownTexts(Map<URI, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** Makes a resource set read these. */
    public void tell(ResourceSet resources) {
        resources.eAdapters().add(this);
    }

    /** The text of a file, as far as it is known without reading it. */
    static Optional<ModelText> of(URI file, ResourceSet resources) {
        return resources.eAdapters().stream().filter(KnownTexts.class::isInstance).map(KnownTexts.class::cast)
                .filter(known -> known.texts.containsKey(file)).findFirst()
                .map(known -> new ModelText(known.texts.get(file), Optional.empty()));
    }
}
