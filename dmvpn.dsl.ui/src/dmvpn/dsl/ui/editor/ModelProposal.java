package dmvpn.dsl.ui.editor;

import dmvpn.dsl.ui.language.Positions;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/** A completion item of the language server as the platform's popup shows it. Typing on narrows it down. */
final class ModelProposal implements ICompletionProposal, ICompletionProposalExtension2 {

    private final CompletionItem item;
    private final String text;
    private final int replacementOffset;
    private int selectionOffset;

    private ModelProposal(CompletionItem item, String text, int replacementOffset) {
        this.item = item;
        this.text = text;
        this.replacementOffset = replacementOffset;
    }

    /** A proposal for an item that was computed at an offset. */
    static ModelProposal of(IDocument document, int offset, CompletionItem item) throws BadLocationException {
        if (item.getTextEdit() != null && item.getTextEdit().isLeft()) {
            IRegion replaced = Positions.region(document, item.getTextEdit().getLeft().getRange());
            return new ModelProposal(item, item.getTextEdit().getLeft().getNewText(), replaced.getOffset());
        }
        String text = item.getInsertText() == null ? item.getLabel() : item.getInsertText();
        return new ModelProposal(item, text, offset);
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        apply(viewer.getDocument(), offset);
    }

    @Override
    public void apply(IDocument document) {
        apply(document, replacementOffset);
    }

    private void apply(IDocument document, int offset) {
        try {
            document.replace(replacementOffset, Math.max(0, offset - replacementOffset), text);
            selectionOffset = replacementOffset + text.length();
        } catch (BadLocationException changedMeanwhile) {
            selectionOffset = offset; // the document no longer has the place: nothing is inserted
        }
    }

    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        try {
            String typed = document.get(replacementOffset, offset - replacementOffset);
            return text.regionMatches(true, 0, typed, 0, typed.length());
        } catch (BadLocationException outsideOfDocument) {
            return false;
        }
    }

    @Override
    public Point getSelection(IDocument document) {
        return new Point(selectionOffset, 0);
    }

    @Override
    public String getAdditionalProposalInfo() {
        if (item.getDocumentation() == null) {
            return item.getDetail();
        }
        return item.getDocumentation().map(text -> text, MarkupContent::getValue);
    }

    @Override
    public String getDisplayString() {
        return item.getLabel();
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }

    @Override
    public void selected(ITextViewer viewer, boolean smartToggle) {
        // Nothing to prepare.
    }

    @Override
    public void unselected(ITextViewer viewer) {
        // Nothing to undo.
    }
}
