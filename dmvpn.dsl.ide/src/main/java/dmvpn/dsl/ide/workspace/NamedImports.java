package dmvpn.dsl.ide.workspace;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.ImportDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.resource.ImportedFile;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.emf.common.util.URI;

/** The files that the {@code import} elements of a model name, by their paths beside it. */
final class NamedImports implements ImportedFiles {

    @Override
    public Set<URI> of(DmvpnResource resource) {
        return resource.perRevision(NamedImports.class, model -> imports(model, resource));
    }

    private static Set<URI> imports(Model model, DmvpnResource importing) {
        Set<URI> imports = new LinkedHashSet<>();
        for (Element element : model.getElements()) {
            if (element instanceof ImportDeclaration named && named.getFile() != null && !named.getFile().isBlank()) {
                ImportedFile.uriOf(named.getFile(), importing).ifPresent(imports::add);
            }
        }
        return imports;
    }
}
