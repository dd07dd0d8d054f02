package dmvpn.dsl.ide.definition;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.occurrences.Occurrence;
import dmvpn.dsl.ide.occurrences.Occurrences;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.model.ImportDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.resource.ImportedFile;
import dmvpn.dsl.values.DecimalText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.util.ITextRegion;

/**
 * Where the name at a position is declared. The number of a member leads to its exception, if it has one, and an import to
 * the start of its file.
 */
public final class DefinitionService {

    private static final String MEMBER = "member";

    private final Occurrences occurrences;
    private final ILocationInFileProvider locations;

    /** Created by the language's injector. */
    @Inject
    public DefinitionService(Occurrences occurrences, ILocationInFileProvider locations) {
        this.occurrences = occurrences;
        this.locations = locations;
    }

    /** The declaration of the name at a position; empty when there is no name, or none that is known. */
    public List<Location> definition(ModelWorkspace workspace, ModelDocument document, Position position) {
        int offset = document.lines().offset(position);
        Optional<EObject> declaration = occurrences.at(document, offset).map(Occurrence::target)
                .or(() -> member(document, offset));
        return declaration.flatMap(target -> location(workspace, document, target))
                .or(() -> importedFile(document, offset)).stream().toList();
    }

    private static Optional<Location> importedFile(ModelDocument document, int offset) {
        return leaf(document, offset)
                .filter(leaf -> NodeModelUtils.findActualSemanticObjectFor(leaf) instanceof ImportDeclaration)
                .map(leaf -> (ImportDeclaration) NodeModelUtils.findActualSemanticObjectFor(leaf))
                .filter(named -> named.getFile() != null)
                .flatMap(named -> ImportedFile.uriOf(named.getFile(), document.resource()))
                .filter(uri -> uri.isFile() && Files.isRegularFile(Path.of(uri.toFileString())))
                .map(uri -> new Location(Path.of(uri.toFileString()).toUri().toString(),
                        new Range(new Position(0, 0), new Position(0, 0))));
    }

    private static Optional<ILeafNode> leaf(ModelDocument document, int offset) {
        return document.resource().getParseResult() == null ? Optional.empty()
                : Optional.ofNullable(NodeModelUtils.findLeafNodeAtOffset(document.resource().getParseResult().getRootNode(), offset));
    }

    private Optional<Location> location(ModelWorkspace workspace, ModelDocument document, EObject target) {
        Optional<ModelDocument> owner = target.eResource() == document.resource()
                ? Optional.of(document)
                : workspace.documentOf(target.eResource());
        ITextRegion name = locations.getSignificantTextRegion(target);
        return owner.map(found -> new Location(found.uri(),
                found.lines().range(name.getOffset(), name.getLength())));
    }

    private static Optional<EObject> member(ModelDocument document, int offset) {
        ILeafNode leaf = leaf(document, offset).orElse(null);
        INode node = leaf;
        while (node != null && !isMember(node)) {
            node = node.getParent();
        }
        return node == null ? Optional.empty() : router(node).map(router -> declarationOf(router, leaf.getText()));
    }

    private static boolean isMember(INode node) {
        return node.getGrammarElement() != null && node.getGrammarElement().eContainer() instanceof Assignment assignment
                && assignment.getFeature().equals(MEMBER);
    }

    /** The router that the owner of a member's number names. */
    private static Optional<RouterDeclaration> router(INode member) {
        EObject owner = NodeModelUtils.findActualSemanticObjectFor(member);
        for (EReference reference : owner.eClass().getEAllReferences()) {
            if (!reference.isContainment() && !reference.isMany() && owner.eGet(reference) instanceof RouterDeclaration router) {
                return Optional.of(router);
            }
        }
        return Optional.empty();
    }

    private static RouterDeclaration declarationOf(RouterDeclaration router, String number) {
        if (!(router.eResource() instanceof DmvpnResource resource) || router.getName() == null) {
            return router;
        }
        Optional<RouterFamily> family = resource.names().family(router.getName());
        return DecimalText.tryParseWhole(number).filter(value -> value <= Integer.MAX_VALUE)
                .flatMap(value -> family.flatMap(found -> found.exceptionFor(value.intValue())))
                .orElse(router);
    }
}
