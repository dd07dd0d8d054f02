package dmvpn.dsl.fragments;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.ImportDeclaration;
import dmvpn.dsl.model.LanguageVersion;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.model.PlatformDeclaration;
import dmvpn.dsl.model.SecretsDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.Names;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IFragmentProvider;

/**
 * Fragments by name. The model is {@code /}; an element of its list is {@code //keyword:Name}, the second of one name
 * {@code //keyword:Name~2}; what it contains follows as {@code /feature}, the second of a list as {@code /feature~2}.
 */
public class DmvpnFragmentProvider implements IFragmentProvider {

    private static final String ROOT = "/";
    private static final String ELEMENT = "//";
    private static final char ORDINAL = '~';
    /** A position that no list has. */
    private static final int NOWHERE = Integer.MAX_VALUE;

    @Override
    public String getFragment(EObject object, Fallback fallback) {
        StringBuilder path = new StringBuilder();
        EObject current = object;
        while (current != null && !(current instanceof Element) && !(current instanceof Model)) {
            EReference feature = current.eContainmentFeature();
            if (feature == null) {
                return fallback.getFragment(object);
            }
            path.insert(0, "/" + feature.getName() + ordinal(positionOf(current, feature)));
            current = current.eContainer();
        }
        return switch (current) {
            case Model model -> ROOT;
            case Element element when element.eContainer() instanceof Model model ->
                    ELEMENT + key(element) + ordinal(positionOf(model, element)) + path;
            case null, default -> fallback.getFragment(object);
        };
    }

    private static String ordinal(int position) {
        return position == 0 ? "" : ORDINAL + Integer.toString(position + 1);
    }

    private static int positionOf(EObject object, EReference feature) {
        return feature.isMany() ? ((List<?>) object.eContainer().eGet(feature)).indexOf(object) : 0;
    }

    private static int positionOf(Model model, Element element) {
        String key = key(element);
        int position = 0;
        for (Element other : model.getElements()) {
            if (other == element) {
                return position;
            }
            if (other.eClass() == element.eClass() && key.equals(key(other))) {
                position++;
            }
        }
        return position;
    }

    private static String key(Element element) {
        return switch (element) {
            case NamedElement named -> Kind.keyword(named) + ":" + escaped(Names.withMembers(named));
            case NetworkDeclaration network -> "network";
            case PlatformDeclaration platform -> "platform";
            case LanguageVersion version -> "dmvpn";
            case ImportDeclaration declaration -> "import";
            case SecretsDeclaration secrets -> "secrets";
            default -> "element";
        };
    }

    /** Names and computed members may hold what separates the parts of a fragment. */
    private static String escaped(String name) {
        return name.replace("%", "%25").replace("/", "%2F").replace("~", "%7E");
    }

    @Override
    public EObject getEObject(Resource resource, String fragment, Fallback fallback) {
        if (resource.getContents().isEmpty() || !(resource.getContents().getFirst() instanceof Model model)) {
            return fallback.getEObject(fragment);
        }
        if (fragment.equals(ROOT)) {
            return model;
        }
        if (!fragment.startsWith(ELEMENT)) {
            return fallback.getEObject(fragment);
        }
        String[] segments = fragment.substring(ELEMENT.length()).split("/", -1);
        EObject current = elementOf(model, segments[0]);
        for (int index = 1; index < segments.length && current != null; index++) {
            current = child(current, segments[index]);
        }
        return current;
    }

    private static EObject elementOf(Model model, String segment) {
        int remaining = position(segment);
        String key = withoutOrdinal(segment);
        for (Element element : model.getElements()) {
            if (key.equals(key(element)) && remaining-- == 0) {
                return element;
            }
        }
        return null;
    }

    private static EObject child(EObject parent, String segment) {
        EStructuralFeature feature = parent.eClass().getEStructuralFeature(withoutOrdinal(segment));
        if (!(feature instanceof EReference reference) || !reference.isContainment()) {
            return null;
        }
        Object value = parent.eGet(feature);
        if (!(value instanceof List<?> list)) {
            return (EObject) value;
        }
        int position = position(segment);
        return position < list.size() ? (EObject) list.get(position) : null;
    }

    private static int position(String segment) {
        int mark = segment.lastIndexOf(ORDINAL);
        if (mark < 0) {
            return 0;
        }
        String ordinal = segment.substring(mark + 1);
        return ordinal.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(ordinal) - 1 : NOWHERE;
    }

    private static String withoutOrdinal(String segment) {
        int mark = segment.lastIndexOf(ORDINAL);
        return mark < 0 ? segment : segment.substring(0, mark);
    }
}
