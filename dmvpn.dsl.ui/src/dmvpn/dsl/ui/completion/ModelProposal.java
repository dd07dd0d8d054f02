package dmvpn.dsl.ui.completion;

import dmvpn.dsl.ui.help.Links;
import dmvpn.dsl.ui.language.Positions;
import dmvpn.dsl.ui.markdown.MarkdownControl;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/** A completion item of the language server as the platform's popup shows it. Typing on narrows it down. */
final class ModelProposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3 {

    private final CompletionItem item;
    private final String text;
    private final int replacementOffset;
    private Point selection;

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
        IDocument document = viewer.getDocument();
        try {
            Template template = template(document);
            insert(document, template, offset);
            if (!template.stops().isEmpty()) {
                selection = TabStops.walk(viewer, template, replacementOffset);
            }
        } catch (BadLocationException changedMeanwhile) {
            selection = new Point(offset, 0); // the document no longer has the place: nothing is inserted
        }
    }

    @Override
    public void apply(IDocument document) {
        try {
            insert(document, template(document), replacementOffset);
        } catch (BadLocationException changedMeanwhile) {
            selection = null; // as above
        }
    }

    private void insert(IDocument document, Template template, int offset) throws BadLocationException {
        document.replace(replacementOffset, Math.max(0, offset - replacementOffset), template.text());
        selection = new Point(replacementOffset + template.end(), 0);
    }

    private Template template(IDocument document) throws BadLocationException {
        if (item.getInsertTextFormat() != InsertTextFormat.Snippet) {
            return Template.plain(text);
        }
        IRegion line = document.getLineInformationOfOffset(replacementOffset);
        String before = document.get(line.getOffset(), replacementOffset - line.getOffset());
        String indentation = before.substring(0, before.length() - before.stripLeading().length());
        return Template.of(text, TextUtilities.getDefaultLineDelimiter(document), indentation);
    }

    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        try {
            String typed = document.get(replacementOffset, offset - replacementOffset);
            return filterText().regionMatches(true, 0, typed, 0, typed.length());
        } catch (BadLocationException outsideOfDocument) {
            return false;
        }
    }

    private String filterText() {
        return item.getFilterText() == null ? text : item.getFilterText();
    }

    @Override
    public Point getSelection(IDocument document) {
        return selection;
    }

    /** What is to be known about the proposal, in Markdown: what it is, what it means, and what a template inserts. */
    @Override
    public String getAdditionalProposalInfo() {
        StringBuilder info = new StringBuilder();
        String detail = item.getDetail() == null ? "" : item.getDetail();
        String documentation = item.getDocumentation() == null ? ""
                : item.getDocumentation().map(plain -> plain, MarkupContent::getValue);
        if (!detail.isBlank() && !documentation.startsWith(detail)) {
            info.append("**").append(detail).append("**\n\n");
        }
        info.append(documentation).append(documentation.isEmpty() ? "" : "\n\n");
        if (item.getInsertTextFormat() == InsertTextFormat.Snippet) {
            info.append("```dmvpn\n").append(Template.of(text, "\n", "").text()).append("\n```\n");
        }
        return info.isEmpty() ? null : info.toString();
    }

    @Override
    public IInformationControlCreator getInformationControlCreator() {
        return MarkdownControl.creator(Links::open);
    }

    @Override
    public CharSequence getPrefixCompletionText(IDocument document, int completionOffset) {
        return item.getInsertTextFormat() == InsertTextFormat.Snippet ? null : text;
    }

    @Override
    public int getPrefixCompletionStart(IDocument document, int completionOffset) {
        return replacementOffset;
    }

    @Override
    public String getDisplayString() {
        return item.getLabel();
    }

    @Override
    public Image getImage() {
        return ProposalImages.of(item.getKind());
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
