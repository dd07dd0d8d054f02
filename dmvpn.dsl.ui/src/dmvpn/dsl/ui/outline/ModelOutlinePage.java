package dmvpn.dsl.ui.outline;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSession.DiagnosticsListener;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The outline of a model: transports, clouds, hubs, spokes and scenarios. Selecting an element selects its name. */
final class ModelOutlinePage extends ContentOutlinePage implements DiagnosticsListener {

    private final ITextEditor editor;
    private final LanguageSession session = LanguageSessions.current();
    private Display display;
    private OutlineUpdate update;

    ModelOutlinePage(ITextEditor editor) {
        this.editor = editor;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer viewer = getTreeViewer();
        display = parent.getDisplay();
        viewer.setUseHashlookup(true);
        viewer.setComparer(new SymbolComparer());
        viewer.setContentProvider(new SymbolContentProvider());
        viewer.setLabelProvider(new SymbolLabelProvider(new SymbolImages(viewer.getControl())));
        update = new OutlineUpdate(viewer);
        session.addDiagnosticsListener(this);
        refresh();
    }

    @Override
    public void dispose() {
        session.removeDiagnosticsListener(this);
        super.dispose();
    }

    @Override
    public void published(URI document, List<Diagnostic> problems) {
        display.asyncExec(() -> {
            IDocument shown = isShown() ? document() : null;
            if (shown != null && OpenDocuments.uri(shown).filter(document::equals).isPresent()) {
                refresh();
            }
        });
    }

    private boolean isShown() {
        return getControl() != null && !getControl().isDisposed();
    }

    private IDocument document() {
        return editor.getDocumentProvider() == null
                ? null
                : editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    private void refresh() {
        IDocument document = document();
        if (document == null) {
            return;
        }
        OpenDocuments.uri(document).ifPresent(uri -> session.documents()
                .documentSymbol(new DocumentSymbolParams(new TextDocumentIdentifier(uri.toString())))
                .thenAccept(this::show));
    }

    private void show(List<Either<SymbolInformation, DocumentSymbol>> symbols) {
        List<DocumentSymbol> roots = symbols.stream().filter(Either::isRight).map(Either::getRight).toList();
        display.asyncExec(() -> {
            if (isShown()) {
                update.show(roots);
            }
        });
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        IDocument document = document();
        if (document != null && getTreeViewer().getControl().isFocusControl()
                && ((IStructuredSelection) event.getSelection()).getFirstElement() instanceof DocumentSymbol symbol) {
            try {
                IRegion name = Positions.region(document, symbol.getSelectionRange());
                editor.selectAndReveal(name.getOffset(), name.getLength());
            } catch (BadLocationException changedMeanwhile) {
                return; // the next refresh brings the right place
            }
        }
    }
}
