package dmvpn.dsl.ui.structure;

import dmvpn.dsl.ide.selection.Words;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultTextDoubleClickStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;

/** A double click selects what an engineer reads as one word: an address, a time, a name with hyphens. */
public final class WordDoubleClick extends DefaultTextDoubleClickStrategy {

    private final Words words = new Words();

    @Override
    protected IRegion findWord(IDocument document, int offset) {
        try {
            IRegion line = document.getLineInformationOfOffset(offset);
            return words.at(document.get(line.getOffset(), line.getLength()), offset - line.getOffset())
                    .<IRegion>map(word -> new Region(line.getOffset() + word.offset(), word.length()))
                    .orElseGet(() -> super.findWord(document, offset));
        } catch (BadLocationException changedMeanwhile) {
            return null;
        }
    }
}
