package dmvpn.dsl.ide.workspace;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.ImportDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.emf.common.util.URI;

/** The files that the {@code import} elements of a model name, by their paths beside it. */
final class NamedImports implements ImportedFiles {

    @Override
    public Set<URI> of(DmvpnResource resource) {
        return resource.perRevision(NamedImports.class, model -> imports(model, resource.getURI()));
    }

    private static Set<URI> imports(Model model, URI base) {
        Set<URI> imports = new LinkedHashSet<>();
        for (Element element : model.getElements()) {
            if (element instanceof ImportDeclaration named && named.getFile() != null && !named.getFile().isBlank()) {
                try {
                    imports.add(URI.createURI(URI.encodeFragment(named.getFile(), true)).resolve(base));
                } catch (IllegalArgumentException unreadable) {
                    continue; // what is no name of a file is none of ours; the rules report it
                }
            }
        }
        return imports;
    }
}
