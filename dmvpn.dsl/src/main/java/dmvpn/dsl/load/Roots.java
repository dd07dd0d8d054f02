package dmvpn.dsl.load;

import dmvpn.dsl.resource.DmvpnResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;

/**
 * The files that are models of their own: those that no other imports. Of files that import each other the first is one.
 */
final class Roots {

    private Roots() {
    }

    /** The roots among files, in their order. */
    static List<OpenedFile> of(List<OpenedFile> files) {
        Map<URI, Set<URI>> imported = new LinkedHashMap<>();
        for (OpenedFile file : files) {
            file.resource().filter(resource -> !resource.imports().isEmpty())
                    .ifPresent(resource -> imported.put(resource.getURI(), importsOf(resource)));
        }
        if (imported.isEmpty()) {
            return files;
        }
        List<OpenedFile> roots = new ArrayList<>();
        Set<URI> parts = new HashSet<>();
        for (OpenedFile file : files) {
            URI uri = file.resource().map(DmvpnResource::getURI).orElse(null);
            boolean belongsToAnother = uri != null && (parts.contains(uri) || imported.entrySet().stream()
                    .anyMatch(other -> other.getValue().contains(uri) && !imported.getOrDefault(uri, Set.of()).contains(other.getKey())));
            if (!belongsToAnother) {
                roots.add(file);
                parts.addAll(imported.getOrDefault(uri, Set.of()));
            }
        }
        return roots;
    }

    private static Set<URI> importsOf(DmvpnResource resource) {
        return resource.withImports().stream().filter(file -> file != resource).map(DmvpnResource::getURI)
                .collect(Collectors.toSet());
    }
}
