package dmvpn.dsl.policy;

import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.policy.Suppression.Target;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The suppressing comments of a text. Looking for them is one search through the text; only where the word is found are
 * the nodes looked at, so that a large model without such comments costs next to nothing.
 */
final class Suppressions {

    private static final String WORD = "suppress";
    private static final String LINE_COMMENT = "//";

    /** The identifiers behind the word: prose that happens to begin with it has none, and is left alone. */
    private static final Pattern RULES = Pattern.compile(
            "[ \\t]+((?i:[RL])-[A-Za-z0-9-]+(?:[ \\t]*,[ \\t]*[A-Za-z0-9-]+)*)[ \\t]*");
    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9-]+");

    private final String text;
    private final Origins origins;
    private final List<Suppression> found = new ArrayList<>();

    /** The element that was looked at last: comments are found in the order of the text, so all later ones are behind it. */
    private INode element;

    private Suppressions(String text, ICompositeNode root, Origins origins) {
        this.text = text;
        this.element = root.getFirstChild();
        this.origins = origins;
    }

    /**
     * The suppressing comments of a text, in its order.
     *
     * @param text the text
     * @param root its nodes
     * @param origins makes places in it
     */
    static List<Suppression> of(String text, ICompositeNode root, Origins origins) {
        Suppressions suppressions = new Suppressions(text, root, origins);
        for (int at = text.indexOf(WORD); at >= 0; at = text.indexOf(WORD, at + WORD.length())) {
            suppressions.lookAt(at);
        }
        return suppressions.found;
    }

    private void lookAt(int word) {
        int slashes = blanksBefore(word) - LINE_COMMENT.length();
        if (slashes < 0 || !text.startsWith(LINE_COMMENT, slashes) || !isCommentAt(slashes)) {
            return;
        }
        int end = lineEnd(word);
        String rest = text.substring(word + WORD.length(), end);
        Matcher rules = RULES.matcher(rest);
        if (rules.lookingAt()) {
            String reason = rest.startsWith(":", rules.end()) ? rest.substring(rules.end() + 1).strip() : "";
            add(slashes, end, rules.group(1), word + WORD.length() + rules.start(1), reason);
        } else if (rest.isBlank() || rest.stripLeading().startsWith(":")) {
            add(slashes, end, "", end, "");
        }
    }

    /** True for a comment of the model: not for a text or a vendor line that looks like one. */
    private boolean isCommentAt(int offset) {
        element = elementAt(offset);
        ILeafNode leaf = leafAt(element, offset);
        return leaf != null && leaf.getOffset() == offset && leaf.getGrammarElement() instanceof TerminalRule terminal
                && terminal.getName().equals("SL_COMMENT");
    }

    /** The element at or behind the one of before; null behind the last one. */
    private INode elementAt(int offset) {
        INode at = element;
        while (at != null && at.getTotalEndOffset() <= offset) {
            at = at.getNextSibling();
        }
        return at;
    }

    private static ILeafNode leafAt(INode node, int offset) {
        return node instanceof ICompositeNode composite
                ? NodeModelUtils.findLeafNodeAtOffset(composite, offset)
                : node instanceof ILeafNode leaf ? leaf : null;
    }

    private void add(int start, int end, String rules, int rulesStart, String reason) {
        Origin comment = origins.range(start, end - start, "");
        List<Target> targets = new ArrayList<>();
        Matcher each = RULE.matcher(rules);
        boolean several = rules.indexOf(',') >= 0;
        while (each.find()) {
            targets.add(new Target(each.group().toUpperCase(Locale.ROOT),
                    several ? origins.range(rulesStart + each.start(), each.group().length(), "") : comment));
        }
        int line = text.lastIndexOf('\n', start) + 1;
        if (!text.substring(line, start).isBlank()) {
            found.add(new Suppression(targets, reason, comment, line, end));
        } else {
            int next = nextToken(end);
            found.add(new Suppression(targets, reason, comment, next, next == text.length() ? next : endOfPlace(next)));
        }
    }

    /** The next place that is neither blank nor a comment. */
    private int nextToken(int from) {
        int at = from;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith(LINE_COMMENT, at)) {
                at = lineEnd(at);
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                at = close < 0 ? text.length() : close + 2;
            } else {
                break;
            }
        }
        return at;
    }

    /** The end of the line, or of the largest element that begins there. */
    private int endOfPlace(int start) {
        int end = lineEnd(start);
        for (INode node = leafAt(elementAt(start), start); node != null && node.getParent() != null
                && node.getOffset() == start; node = node.getParent()) {
            end = Math.max(end, node.getEndOffset());
        }
        return end;
    }

    private int blanksBefore(int offset) {
        int at = offset;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at;
    }

    private int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        end = end < 0 ? text.length() : end;
        return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }
}
