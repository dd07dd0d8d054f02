package dmvpn.dsl.ui.start;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what a picture's style sheet says into the elements themselves. The platform's reader of SVG understands selectors of one
 * class only, and would leave out the colours of hubs and tunnels.
 */
final class InlinedStyles {

    private static final Pattern SHEET = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z]+)([^>]*?)(/?)>");
    private static final Pattern CLASSES = Pattern.compile("\\bclass=\"([^\"]*)\"");
    /** What is for dark screens comes last, and the wizards' pictures are on light paper. */
    private static final String DARK = "@media";

    /** An element, as selectors see it. */
    private record Element(String name, Set<String> classes) {
    }

    /** A rule with one selector: parts from the outside in, each a name or {@code .class.class}. */
    private record Rule(List<List<String>> parts, String declarations) {

        static Rule of(String selector, String declarations) {
            return new Rule(Arrays.stream(selector.strip().split("\\s+"))
                    .map(part -> Arrays.stream(part.split("(?=\\.)")).toList()).toList(), declarations);
        }

        /** What says more about an element comes later and counts. */
        int weight() {
            return parts.stream().mapToInt(List::size).sum();
        }

        boolean matches(Deque<Element> innermostFirst) {
            int part = parts.size() - 1;
            for (Element element : innermostFirst) {
                if (part >= 0 && fits(parts.get(part), element)) {
                    part--;
                } else if (part == parts.size() - 1) {
                    return false; // the element itself has to fit
                }
            }
            return part < 0;
        }

        private static boolean fits(List<String> part, Element element) {
            return part.stream().allMatch(word -> word.startsWith(".")
                    ? element.classes().contains(word.substring(1)) : element.name().equals(word));
        }
    }

    private InlinedStyles() {
    }

    /** The same picture without a style sheet. */
    static String of(String svg) {
        Matcher sheet = SHEET.matcher(svg);
        if (!sheet.find()) {
            return svg;
        }
        List<Rule> rules = rules(sheet.group(1));
        String bare = svg.substring(0, sheet.start()) + svg.substring(sheet.end());
        StringBuilder styled = new StringBuilder();
        Deque<Element> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(bare);
        while (tag.find()) {
            if (!tag.group(1).isEmpty()) {
                open.pop();
                continue;
            }
            open.push(new Element(tag.group(2), classes(tag.group(3))));
            String style = String.join(";", rules.stream().filter(rule -> rule.matches(open)).map(Rule::declarations).toList());
            if (!style.isEmpty()) {
                tag.appendReplacement(styled, Matcher.quoteReplacement("<" + tag.group(2) + tag.group(3) + " style=\""
                        + style.replace('"', '\'') + "\"" + tag.group(4) + ">"));
            }
            if (!tag.group(4).isEmpty()) {
                open.pop();
            }
        }
        return tag.appendTail(styled).toString();
    }

    private static List<Rule> rules(String sheet) {
        int dark = sheet.indexOf(DARK);
        List<Rule> rules = new ArrayList<>();
        Matcher rule = RULE.matcher(dark < 0 ? sheet : sheet.substring(0, dark));
        while (rule.find()) {
            for (String selector : rule.group(1).split(",")) {
                rules.add(Rule.of(selector, rule.group(2)));
            }
        }
        rules.sort(Comparator.comparingInt(Rule::weight)); // stable: of equal ones the later counts
        return rules;
    }

    private static Set<String> classes(String attributes) {
        Matcher named = CLASSES.matcher(attributes);
        return named.find() ? Set.of(Arrays.stream(named.group(1).strip().split("\\s+")).distinct().toArray(String[]::new)) : Set.of();
    }
}
