package dmvpn.dsl.ide.workspace;

import com.google.inject.Inject;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;

/** Finds the files that import others, and links them anew when what they import was replaced. */
public final class Importers {

    private final ImportedFiles imports;

    /** Created by the language's injector. */
    @Inject
    public Importers(ImportedFiles imports) {
        this.imports = imports;
    }

    /** The files of a set that import one of some files, directly or through others; not these files themselves. */
    public Set<DmvpnResource> of(ResourceSet resources, Collection<URI> changed) {
        Set<URI> reached = new LinkedHashSet<>(changed);
        Set<DmvpnResource> importers = new LinkedHashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Resource resource : List.copyOf(resources.getResources())) {
                if (resource instanceof DmvpnResource model && !reached.contains(model.getURI())
                        && imports.of(model).stream().anyMatch(reached::contains)) {
                    reached.add(model.getURI());
                    importers.add(model);
                    more = true;
                }
            }
        }
        return importers;
    }

    /**
     * Links files to a resource that took the place of another. Each remembers what its imports are, and asks those that it
     * imports for theirs: so all of them forget first, and are linked when none remembers the old resource.
     */
    public static void relink(Collection<DmvpnResource> importers) {
        importers.forEach(DmvpnResource::relink);
        if (importers.size() > 1) {
            importers.forEach(DmvpnResource::relink);
        }
    }
}
