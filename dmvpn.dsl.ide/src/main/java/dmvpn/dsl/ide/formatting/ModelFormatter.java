package dmvpn.dsl.ide.formatting;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * Formats a text. It works on tokens and braces rather than on the rules of the grammar, so it needs to know no
 * statement, and a text that is broken in one place is formatted all the same. Nothing but space is changed; what it
 * formatted once it leaves alone.
 */
@Singleton
public final class ModelFormatter {

    /**
     * A change of the text.
     *
     * @param offset characters before what is replaced
     * @param length characters that are replaced
     * @param text what stands there instead
     */
    public record Change(int offset, int length, String text) {
    }

    private final Set<String> statementWords;
    private final OperationCanceledManager cancellation;

    /** Created by the language's injector. */
    @Inject
    public ModelFormatter(DmvpnGrammarAccess grammar, OperationCanceledManager cancellation) {
        this.cancellation = cancellation;
        statementWords = StatementWords.of(grammar.getGrammar());
    }

    /**
     * The changes that format a text, in its order.
     *
     * @param text the text
     * @param root what the parser made of it
     */
    public List<Change> changes(String text, ICompositeNode root, CancelIndicator cancelled) {
        FormatTokens tokens = FormatTokens.of(text, statementWords);
        Layout layout = new Layout(tokens.all(), continuations(root));
        List<Change> changes = changes(text, tokens, layout, cancelled);
        FormatTokens after = FormatTokens.of(apply(text, changes), statementWords);
        // Space never makes a difference to the lexer; should it ever, the text is worth more than its looks.
        return tokens.saySameAs(after) ? changes : List.of();
    }

    /** The text with some changes made. */
    public static String apply(String text, List<Change> changes) {
        StringBuilder changed = new StringBuilder(text.length());
        int position = 0;
        for (Change change : changes) {
            changed.append(text, position, change.offset()).append(change.text());
            position = change.offset() + change.length();
        }
        return changed.append(text, position, text.length()).toString();
    }

    private List<Change> changes(String text, FormatTokens tokens, Layout layout, CancelIndicator cancelled) {
        String lineEnd = lineEnd(text);
        List<Change> changes = new ArrayList<>();
        for (int index = 0; index < tokens.all().size(); index++) {
            cancellation.checkCanceled(cancelled);
            FormatToken token = tokens.all().get(index);
            String gap = lineEnd.repeat(layout.lineBreaks(index)) + " ".repeat(layout.blanks(index));
            add(changes, token.offset() - token.gap().length(), token.gap(), gap);
            if (token.is(FormatToken.Kind.COMMENT) && token.spansLines() && (index == 0 || token.lineBreaks() > 0)) {
                add(changes, token.offset(), token.text(),
                        reindented(token.text(), layout.blanks(index) - columnOf(token.offset(), text)));
            }
        }
        if (tokens.complete()) {
            add(changes, tokens.end(), text.substring(tokens.end()), tokens.all().isEmpty() ? "" : lineEnd);
        }
        return changes;
    }

    private static void add(List<Change> changes, int offset, String old, String replacement) {
        if (!old.equals(replacement)) {
            changes.add(new Change(offset, old.length(), replacement));
        }
    }

    /** The lines of a comment move with its first. */
    private static String reindented(String comment, int by) {
        if (by > 0) {
            return comment.replaceAll("(?m)(?<=\n)(?=[^\r\n])", " ".repeat(by));
        }
        return by == 0 ? comment : comment.replaceAll("(?m)(?<=\n)[ \t]{1," + -by + "}", "");
    }

    private static int columnOf(int offset, String text) {
        int lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
        return offset - lineStart;
    }

    private static String lineEnd(String text) {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    /**
     * Whether a word continues a clause that began on a line above: then something that is no block began before it and
     * has not ended.
     */
    private static IntPredicate continuations(ICompositeNode root) {
        Map<Integer, ILeafNode> leaves = new HashMap<>();
        root.getLeafNodes().forEach(leaf -> {
            if (!leaf.isHidden()) {
                leaves.put(leaf.getOffset(), leaf);
            }
        });
        return offset -> {
            ILeafNode leaf = leaves.get(offset);
            INode around = leaf == null ? null : leaf.getParent();
            while (around != null && around.getOffset() >= offset) {
                around = around.getParent();
            }
            return around instanceof ICompositeNode clause && clause != root && !hasBraceBefore(clause, offset);
        };
    }

    private static boolean hasBraceBefore(ICompositeNode node, int offset) {
        for (INode child = node.getFirstChild(); child != null && child.getOffset() < offset;
                child = child.getNextSibling()) {
            if (child instanceof ILeafNode leaf && !leaf.isHidden() && leaf.getText().equals("{")) {
                return true;
            }
        }
        return false;
    }
}
