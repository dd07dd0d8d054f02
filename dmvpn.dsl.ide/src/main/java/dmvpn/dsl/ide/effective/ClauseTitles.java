package dmvpn.dsl.ide.effective;

import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.names.Names;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** How people are told which part of a model is meant: by how it starts. */
final class ClauseTitles {

    private static final int LONGEST = 60;

    private ClauseTitles() {
    }

    /** The first words of a clause, up to its block or the end of the line. */
    static String of(EObject clause) {
        if (clause instanceof NamedElement element && element.getName() != null) {
            return Names.label(element);
        }
        ICompositeNode node = NodeModelUtils.getNode(clause);
        String text = node == null ? "" : NodeModelUtils.getTokenText(node).strip();
        String line = text.split("\\s+\\{|[\\r\\n]", 2)[0].strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
