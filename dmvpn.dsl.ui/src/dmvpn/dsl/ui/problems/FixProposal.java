package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.WorkspaceEdits;
import dmvpn.dsl.ui.status.StatusLine;
import java.net.URI;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/**
 * A fix in the popup of Ctrl+1.
 *
 * @param action what is done
 * @param document the document that it is done to, as the server knows it
 */
record FixProposal(CodeAction action, URI document) implements ICompletionProposal {

    @Override
    public void apply(IDocument text) {
        try {
            WorkspaceEdits.apply(action.getEdit(), document.toString(), text);
        } catch (BadLocationException changedMeanwhile) {
            StatusLine.show("The text has changed meanwhile, so nothing was fixed: ask again");
        }
    }

    @Override
    public Point getSelection(IDocument text) {
        return null; // the caret stays where it is
    }

    @Override
    public String getDisplayString() {
        return action.getTitle();
    }

    @Override
    public String getAdditionalProposalInfo() {
        return null;
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}
