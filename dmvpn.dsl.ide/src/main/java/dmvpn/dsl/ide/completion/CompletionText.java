package dmvpn.dsl.ide.completion;

import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.parts.ModelRootNode;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.syntax.GuardedLexer;
import dmvpn.dsl.syntax.ModelLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * What completion's own parser gets to read of a text. A model is a flat list of elements, so the element around the
 * place is enough, and a huge file costs no more than a small one. Blanks stand for what is left out, so that places stay
 * the same.
 */
final class CompletionText {

    private static final Pattern ELEMENT = Pattern.compile("(?m)^[a-z]+\\b(?=[^\\n\\r{]*\\{)");
    private static final int FARTHEST = 200_000;

    private final DmvpnResource resource;
    private final String text;
    private final int offset;

    private CompletionText(DmvpnResource resource, String text, int offset) {
        this.resource = resource;
        this.text = text;
        this.offset = offset;
    }

    /** The texts to try, one after the other until there is a proposal. */
    static List<String> attempts(DmvpnResource resource, String text, int offset) {
        return new CompletionText(resource, text, offset).attempts();
    }

    /**
     * Where a mistake stands above in the element, that parser would stop at it. So first the text is tried with nothing
     * but the heads of the blocks around the place and its own line, then with the outermost head alone.
     */
    private List<String> attempts() {
        int element = elementAround();
        int line = text.lastIndexOf('\n', offset - 1) + 1;
        Set<String> attempts = new LinkedHashSet<>();
        if (isBroken(element, offset)) {
            int begin = elementBefore();
            if (begin >= 0) {
                List<int[]> heads = heads(begin);
                attempts.add(kept(heads, line));
                attempts.add(kept(heads.subList(0, Math.min(1, heads.size())), line));
            }
        }
        attempts.add(kept(List.of(), element));
        return List.copyOf(attempts);
    }

    /** The start of the last element that begins before the place; 0 when there is none. */
    private int elementAround() {
        if (resource.getParseResult() == null) {
            return 0;
        }
        ICompositeNode root = resource.getParseResult().getRootNode();
        for (INode child = lastBefore(root); child != null; child = child.getPreviousSibling()) {
            if (isElement(child) && child.getOffset() < offset) {
                return child.getOffset();
            }
        }
        return 0;
    }

    private INode lastBefore(ICompositeNode root) {
        INode list = root.getFirstChild();
        boolean wrapped = list instanceof ICompositeNode && root.getLastChild() == list;
        if (!wrapped && root instanceof ModelRootNode model) {
            return model.lastPartBefore(offset).map(ModelPart::node).orElse(null);
        }
        return wrapped ? ((ICompositeNode) list).getLastChild() : root.getLastChild();
    }

    /** What belongs to no element is what the parser threw away behind a mistake. */
    private static boolean isElement(INode node) {
        return node instanceof ICompositeNode && node.getLength() > 0
                && !(node.getGrammarElement().eContainer() instanceof Assignment assignment
                        && assignment.getFeature().equals("stray"));
    }

    private boolean isBroken(int from, int to) {
        if (resource.getParseResult() == null || !resource.getParseResult().hasSyntaxErrors()) {
            return false;
        }
        for (INode error : resource.getParseResult().getSyntaxErrors()) {
            if (error.getOffset() >= from && error.getOffset() < to || error.getOffset() < from && from == 0) {
                return true;
            }
        }
        // An element that lacks its end swallows the next one.
        return elementBefore() > from;
    }

    /** The start of the last line that opens a block at its beginning; -1 when there is none. */
    private int elementBefore() {
        Matcher matcher = ELEMENT.matcher(text).region(Math.max(0, offset - FARTHEST), offset);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }

    /** From the beginning of its line to its brace: each block that is open at the place, the outermost first. */
    private List<int[]> heads(int begin) {
        Deque<int[]> open = new ArrayDeque<>();
        ModelLexer lexer = new ModelLexer(new ANTLRStringStream(text.substring(begin, offset)));
        for (Token next = lexer.nextToken(); next.getType() != Token.EOF; next = lexer.nextToken()) {
            CommonToken token = (CommonToken) next;
            String image = token.getStopIndex() == token.getStartIndex() ? token.getText() : "";
            if ("{".equals(image)) {
                int brace = begin + token.getStartIndex();
                open.addLast(new int[] {Math.max(begin, text.lastIndexOf('\n', brace) + 1), brace + 1});
            } else if ("}".equals(image) && !open.isEmpty()) {
                open.removeLast();
            }
        }
        return List.copyOf(open);
    }

    /** The heads, and everything from a place on. */
    private String kept(List<int[]> heads, int from) {
        StringBuilder kept = new StringBuilder(" ".repeat(offset));
        for (int[] head : heads) {
            kept.replace(head[0], head[1], text.substring(head[0], head[1]));
        }
        kept.replace(from, offset, text.substring(from, offset));
        guard(kept, heads.isEmpty() ? from : heads.getFirst()[0]);
        return kept.append(" ".repeat(text.length() - offset)).toString();
    }

    /** Takes out what the language's lexer keeps from the parser, such as blocks nested beyond all measure. */
    private static void guard(StringBuilder kept, int from) {
        if (kept.substring(from).isBlank()) {
            return;
        }
        GuardedLexer lexer = new GuardedLexer();
        lexer.setCharStream(new ANTLRStringStream(kept.substring(from)));
        boolean heldBack = false;
        for (Token next = lexer.nextToken(); next.getType() != Token.EOF; next = lexer.nextToken()) {
            CommonToken token = (CommonToken) next;
            boolean begins = token.getType() == Token.INVALID_TOKEN_TYPE && token.getChannel() == Token.HIDDEN_CHANNEL;
            boolean rest = heldBack && token.getType() == GuardedLexer.RULE_ML_COMMENT;
            heldBack = begins;
            if (begins || rest) {
                for (int index = from + token.getStartIndex(); index <= from + token.getStopIndex(); index++) {
                    kept.setCharAt(index, ' ');
                }
            }
        }
    }
}
