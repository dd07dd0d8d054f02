package dmvpn.diagram.sirius;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The viewpoint as what it is written in: XML. */
final class ViewpointFile {

    private static final String PATH = "/description/dmvpn.odesign";
    private static final Pattern STEP = Pattern.compile("@(\\w+)(?:\\[name='([^']*)'\\]|\\.(\\d+))?");

    private final Element root;
    private final List<Element> all = new ArrayList<>();
    private final Map<String, Optional<Element>> resolved = new HashMap<>();

    private ViewpointFile(Element root) {
        this.root = root;
        collect(root, all);
    }

    static ViewpointFile read() {
        try (InputStream text = ViewpointFile.class.getResourceAsStream(PATH)) {
            return new ViewpointFile(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(text).getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new AssertionError(PATH, unreadable);
        }
    }

    Element root() {
        return root;
    }

    /** Every element of the file. */
    List<Element> all() {
        return all;
    }

    private static void collect(Element element, List<Element> all) {
        all.add(element);
        children(element).forEach(child -> collect(child, all));
    }

    /** Every element with that tag. */
    List<Element> all(String tag) {
        return all().stream().filter(element -> element.getTagName().equals(tag)).toList();
    }

    static Stream<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children.stream();
    }

    static Stream<Element> children(Element element, String tag) {
        return children(element).filter(child -> child.getTagName().equals(tag));
    }

    static Optional<Element> child(Element element, String tag) {
        return children(element, tag).findFirst();
    }

    /** The type that an element names, without its prefix; its tag when it names none. */
    static String type(Element element) {
        String type = element.getAttribute("xsi:type");
        return type.isEmpty() ? element.getTagName() : type.substring(type.indexOf(':') + 1);
    }

    static String name(Element element) {
        return element.getAttribute("name");
    }

    /** Where an element is, for messages. */
    static String where(Element element) {
        String own = name(element).isEmpty() ? element.getTagName() : name(element);
        return element.getParentNode() instanceof Element parent ? where(parent) + "/" + own : own;
    }

    /** The diagram or the whole that an element is in. */
    static Optional<Element> diagramOf(Element element) {
        for (Node at = element; at instanceof Element candidate; at = at.getParentNode()) {
            if (candidate.getTagName().equals("ownedRepresentations")) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    Element diagram(String name) {
        return all("ownedRepresentations").stream().filter(each -> name(each).equals(name)).findFirst().orElseThrow();
    }

    /** What a reference in the file leads to. */
    Optional<Element> resolve(String reference) {
        return resolved.computeIfAbsent(reference, this::find);
    }

    private Optional<Element> find(String reference) {
        Optional<Element> at = Optional.of(root);
        Matcher steps = STEP.matcher(reference);
        while (at.isPresent() && steps.find()) {
            String tag = steps.group(1);
            String name = steps.group(2);
            int index = steps.group(3) == null ? 0 : Integer.parseInt(steps.group(3));
            at = at.flatMap(element -> children(element, tag).filter(child -> name == null || name(child).equals(name))
                    .skip(name == null ? index : 0).findFirst());
        }
        return at;
    }

    /** What the references in an attribute lead to. */
    List<Element> references(Element element, String attribute) {
        return Stream.of(element.getAttribute(attribute).split(" ")).filter(reference -> !reference.isEmpty())
                .map(reference -> resolve(reference).orElseThrow(() -> new AssertionError(
                        where(element) + ": " + attribute + " leads nowhere: " + reference)))
                .toList();
    }

    /** The classes that expressions call. */
    List<Class<?>> services() {
        return all("ownedJavaExtensions").stream().<Class<?>>map(each -> load(each.getAttribute("qualifiedClassName")))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(name, missing);
        }
    }
}
