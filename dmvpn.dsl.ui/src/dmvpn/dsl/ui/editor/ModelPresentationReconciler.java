package dmvpn.dsl.ui.editor;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;

/** Lexical colouring, at once and without the language server. */
public final class ModelPresentationReconciler extends PresentationReconciler {

    /** Created by the platform for each editor. */
    public ModelPresentationReconciler() {
        WholeDocumentRepairer repairer = new WholeDocumentRepairer(new ModelScanner());
        setDamager(repairer, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(repairer, IDocument.DEFAULT_CONTENT_TYPE);
    }

    /**
     * Comments and raw blocks span lines and the platform's text file documents have no partitions of ours, so a change
     * repaints the document: one pass of a scanner that knows no grammar.
     */
    private static final class WholeDocumentRepairer extends DefaultDamagerRepairer {

        WholeDocumentRepairer(ModelScanner scanner) {
            super(scanner);
        }

        @Override
        public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
            return partition;
        }
    }
}
