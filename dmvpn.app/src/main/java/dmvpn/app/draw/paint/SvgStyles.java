package dmvpn.app.draw.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The style sheet of a picture: selectors of elements and classes, one inside another, as our pictures have them. The more
 * words a selector has, the more it counts, and of equal ones the later.
 */
final class SvgStyles {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Set<String> INHERITED = Set.of("fill", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
            "stroke-linecap", "font-weight");

    private record Rule(List<String> selector, Map<String, String> declarations, int weight) {
    }

    private final List<Rule> rules = new ArrayList<>();

    SvgStyles(String sheet) {
        Matcher matcher = RULE.matcher(sheet);
        while (matcher.find()) {
            Map<String, String> declarations = declarations(matcher.group(2));
            for (String selector : matcher.group(1).split(",")) {
                List<String> parts = List.of(selector.strip().split("\\s+"));
                int weight = parts.stream().mapToInt(part -> (int) part.chars().filter(c -> c == '.').count() * 10
                        + (part.startsWith(".") ? 0 : 1)).sum();
                rules.add(new Rule(parts, declarations, weight));
            }
        }
        rules.sort(Comparator.comparingInt(Rule::weight)); // stable: of equal ones the later stays behind
    }

    private static Map<String, String> declarations(String text) {
        Map<String, String> declarations = new HashMap<>();
        for (String declaration : text.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                declarations.put(declaration.substring(0, colon).strip(), declaration.substring(colon + 1).strip());
            }
        }
        return declarations;
    }

    /** What holds for an element: what it inherits, what its attributes say, and what the rules say. */
    Map<String, String> of(Element element, Map<String, String> inherited) {
        Map<String, String> style = new HashMap<>(inherited);
        INHERITED.stream().filter(element::hasAttribute).forEach(name -> style.put(name, element.getAttribute(name)));
        rules.stream().filter(rule -> matches(rule.selector(), rule.selector().size() - 1, element))
                .forEach(rule -> style.putAll(rule.declarations()));
        return style;
    }

    private static boolean matches(List<String> selector, int last, Element element) {
        if (!matches(selector.get(last), element)) {
            return false;
        }
        if (last == 0) {
            return true;
        }
        for (Node parent = element.getParentNode(); parent instanceof Element above; parent = above.getParentNode()) {
            if (matches(selector, last - 1, above)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String part, Element element) {
        String[] words = part.split("\\.");
        List<String> classes = List.of(element.getAttribute("class").split(" "));
        if (!words[0].isEmpty() && !words[0].equals(element.getTagName())) {
            return false;
        }
        for (int index = 1; index < words.length; index++) {
            if (!classes.contains(words[index])) {
                return false;
            }
        }
        return true;
    }
}
