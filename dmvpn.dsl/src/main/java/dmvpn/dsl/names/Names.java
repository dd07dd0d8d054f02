package dmvpn.dsl.names;

import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** How names are written. */
public final class Names {

    private Names() {
    }

    /** A name without the {@code ^} that lets a keyword be one. */
    public static String unescaped(String text) {
        return text.startsWith("^") ? text.substring(1) : text;
    }

    /** The name that a reference's node spells. */
    public static String referenced(INode node) {
        return unescaped(NodeModelUtils.getTokenText(node));
    }

    /** The name with its brackets, as in {@code Branch[1..200]}; empty without a name. */
    public static String withMembers(NamedElement element) {
        String name = element.getName() == null ? "" : element.getName();
        if (element instanceof RouterDeclaration router && !router.getMembers().isEmpty()) {
            return name + "[" + router.getMembers().stream().filter(Objects::nonNull).collect(Collectors.joining(",")) + "]";
        }
        return name;
    }

    /** Keyword and name for people, as in {@code spoke Branch[7]}. */
    public static String label(NamedElement element) {
        return Kind.keyword(element) + " " + withMembers(element);
    }

    /** Host name of a family's member: {@code Branch7}. */
    public static String memberHostName(String family, int number) {
        return family + number;
    }

    /** How the language refers to a family's member: {@code Branch[7]}. */
    public static String memberReference(String family, int number) {
        return family + "[" + number + "]";
    }
}
