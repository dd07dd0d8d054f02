package dmvpn.dsl.ide.occurrences;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import java.util.List;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.xtext.util.CancelIndicator;

/** Where the name at a position is used: in all files, or in the document at hand. */
public final class ReferenceService {

    private final Occurrences occurrences;

    /** Created by the language's injector. */
    @Inject
    public ReferenceService(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    /** The uses of a name in the whole workspace. */
    public List<Location> references(ModelWorkspace workspace, ModelDocument document, Position position,
            boolean withDeclaration, CancelIndicator cancelled) {
        return occurrences.at(document, document.lines().offset(position))
                .map(name -> occurrences.of(name.target(), workspace.documentsAnd(name.target().eResource(), cancelled), cancelled))
                .orElse(List.of()).stream()
                .filter(found -> withDeclaration || !found.declaration())
                .map(Occurrence::location)
                .toList();
    }

    /** The places of a name in one document; a declaration counts as a write. */
    public List<DocumentHighlight> highlights(ModelDocument document, Position position) {
        return occurrences.at(document, document.lines().offset(position))
                .map(name -> occurrences.of(name.target(), List.of(document), CancelIndicator.NullImpl))
                .orElse(List.of()).stream()
                .map(found -> new DocumentHighlight(found.range(),
                        found.declaration() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))
                .toList();
    }
}
