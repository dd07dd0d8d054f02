package dmvpn.dsl.ui.editor;

import dmvpn.dsl.ide.highlight.LexicalHighlighter;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;

/** Colours a range of a document with the kinds of the language's lexer. */
final class ModelScanner implements ITokenScanner {

    private final LexicalHighlighter highlighter = new LexicalHighlighter();
    private Iterator<Token> tokens = List.<Token>of().iterator();
    private Token current;
    private int rangeOffset;

    @Override
    public void setRange(IDocument document, int offset, int length) {
        rangeOffset = offset;
        try {
            tokens = highlighter.tokens(document.get(offset, length)).iterator();
        } catch (BadLocationException changedMeanwhile) {
            tokens = List.<Token>of().iterator(); // the next change repaints the range
        }
    }

    @Override
    public IToken nextToken() {
        if (!tokens.hasNext()) {
            return org.eclipse.jface.text.rules.Token.EOF;
        }
        current = tokens.next();
        TextAttribute attribute = attribute(current.kind());
        return attribute == null
                ? org.eclipse.jface.text.rules.Token.UNDEFINED
                : new org.eclipse.jface.text.rules.Token(attribute);
    }

    private static TextAttribute attribute(Kind kind) {
        return switch (kind) {
            case KEYWORD -> SyntaxColours.KEYWORD.attribute();
            case COMMENT -> SyntaxColours.COMMENT.attribute();
            case STRING -> SyntaxColours.STRING.attribute();
            case VALUE -> SyntaxColours.VALUE.attribute();
            case RAW -> SyntaxColours.RAW.attribute();
            case PLAIN -> null;
        };
    }

    @Override
    public int getTokenOffset() {
        return rangeOffset + current.offset();
    }

    @Override
    public int getTokenLength() {
        return current.length();
    }
}
