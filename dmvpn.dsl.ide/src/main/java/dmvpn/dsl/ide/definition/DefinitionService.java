package dmvpn.dsl.ide.definition;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.util.ITextRegion;

/** Where the name at a position is declared. */
public final class DefinitionService {

    private final EObjectAtOffsetHelper elementAtOffset;
    private final ILocationInFileProvider locations;

    /** Created by the language's injector. */
    @Inject
    public DefinitionService(EObjectAtOffsetHelper elementAtOffset, ILocationInFileProvider locations) {
        this.elementAtOffset = elementAtOffset;
        this.locations = locations;
    }

    /** The declaration of the name at a position; empty when there is no name, or none that is known. */
    public List<Location> definition(ModelDocument document, Position position) {
        EObject declared = elementAtOffset.resolveCrossReferencedElementAt(
                document.resource(), document.lines().offset(position));
        if (declared == null || declared.eResource() != document.resource()) {
            return List.of();
        }
        ITextRegion name = locations.getSignificantTextRegion(declared);
        return List.of(new Location(document.uri(), document.lines().range(name.getOffset(), name.getLength())));
    }
}
