package dmvpn.ui.tests.driver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.ui.texteditor.spelling.ISpellingEngine;
import org.eclipse.ui.texteditor.spelling.ISpellingProblemCollector;
import org.eclipse.ui.texteditor.spelling.SpellingContext;
import org.eclipse.ui.texteditor.spelling.SpellingProblem;

/** A spelling engine that takes every word for misspelt. */
public final class KnowsNoWord implements ISpellingEngine {

    private static final Pattern WORD = Pattern.compile("\\w+");

    @Override
    public void check(IDocument document, IRegion[] regions, SpellingContext context, ISpellingProblemCollector collector,
            IProgressMonitor monitor) {
        for (IRegion region : regions) {
            try {
                Matcher word = WORD.matcher(document.get(region.getOffset(), region.getLength()));
                while (word.find()) {
                    collector.accept(new Misspelt(region.getOffset() + word.start(), word.group()));
                }
            } catch (BadLocationException changedMeanwhile) {
                return;
            }
        }
    }

    private static final class Misspelt extends SpellingProblem {

        private final int offset;
        private final String word;

        Misspelt(int offset, String word) {
            this.offset = offset;
            this.word = word;
        }

        @Override
        public int getOffset() {
            return offset;
        }

        @Override
        public int getLength() {
            return word.length();
        }

        @Override
        public String getMessage() {
            return "'" + word + "' is not known";
        }

        @Override
        public ICompletionProposal[] getProposals() {
            return new ICompletionProposal[0];
        }
    }
}
