package dmvpn.dsl.parts;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;

/** What is known of a text after some of its parts were parsed again. Its errors are those of its parts. */
final class PartsParseResult implements IParseResult {

    private final EObject model;
    private final ModelRootNode root;
    private final List<INode> syntaxErrors;

    PartsParseResult(EObject model, ModelRootNode root) {
        this.model = model;
        this.root = root;
        this.syntaxErrors = root.parts().stream().filter(part -> !part.syntaxErrors().isEmpty())
                .flatMap(part -> part.syntaxErrors().stream()).toList();
    }

    @Override
    public EObject getRootASTElement() {
        return model;
    }

    @Override
    public ICompositeNode getRootNode() {
        return root;
    }

    @Override
    public boolean hasSyntaxErrors() {
        return !syntaxErrors.isEmpty();
    }

    @Override
    public Iterable<INode> getSyntaxErrors() {
        return syntaxErrors;
    }
}
