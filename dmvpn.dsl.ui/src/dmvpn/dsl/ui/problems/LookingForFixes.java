package dmvpn.dsl.ui.problems;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/** Stands in the popup for fixes that are still looked for. Choosing it changes nothing. */
record LookingForFixes() implements ICompletionProposal {

    @Override
    public void apply(IDocument document) {
        // There is nothing yet.
    }

    @Override
    public Point getSelection(IDocument document) {
        return null; // the caret stays where it is
    }

    @Override
    public String getDisplayString() {
        return "Looking for quick fixes…";
    }

    @Override
    public String getAdditionalProposalInfo() {
        return "They are tried before they are offered; they appear here when they are found.";
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
