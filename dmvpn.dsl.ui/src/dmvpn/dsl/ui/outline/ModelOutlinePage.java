package dmvpn.dsl.ui.outline;

import dmvpn.dsl.ui.accessibility.AccessibleNames;
import dmvpn.dsl.ui.help.HelpContext;
import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSession.DiagnosticsListener;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.ModelEditor;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The outline of a model: transports, clouds, hubs, spokes and scenarios, with their clauses. */
final class ModelOutlinePage extends ContentOutlinePage implements DiagnosticsListener {

    /** Who adds to the menus of outlines adds to this. */
    private static final String VIEW = "org.eclipse.ui.views.ContentOutline";

    private final IEditorPart editor;
    private final LanguageSession session = LanguageSessions.current();
    private final ISelectionChangedListener caretFollower = event -> followCaret();
    private IDocument opened;
    private IPostSelectionProvider followed;
    private Display display;
    private OutlineUpdate update;

    ModelOutlinePage(IEditorPart editor) {
        this.editor = editor;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer viewer = getTreeViewer();
        display = parent.getDisplay();
        HelpContext.OUTLINE.on(viewer.getControl());
        viewer.setUseHashlookup(true);
        viewer.setExpandPreCheckFilters(true); // what has hidden children only cannot be opened
        viewer.setContentProvider(new OutlineContent());
        viewer.setLabelProvider(new OutlineLabels(new SymbolImages(viewer.getControl())));
        OutlineArrangement.apply(viewer);
        AccessibleNames.set(viewer.getControl(), "Outline of " + editor.getTitle());
        viewer.addDoubleClickListener(event -> openSelected());
        new OutlineActions(viewer, this::followCaret).fill(getSite().getActionBars());
        getSite().registerContextMenu(VIEW, new OutlineMenu(viewer, this::shownModel, this::open).create(), viewer);
        update = new OutlineUpdate(viewer);
        session.addDiagnosticsListener(this);
        ModelEditor.of(editor).ifPresent(this::follow);
        refresh();
    }

    private void follow(ModelEditor shown) {
        if (shown.text().isEmpty()) {
            // Who sees the model as a picture alone has nobody else who tells the server about it.
            opened = shown.document();
            session.openDocuments().open(opened);
        }
        if (shown.selections().orElse(null) instanceof IPostSelectionProvider selections) {
            followed = selections;
            followed.addPostSelectionChangedListener(caretFollower);
        }
    }

    @Override
    public void dispose() {
        session.removeDiagnosticsListener(this);
        if (opened != null) {
            session.openDocuments().close(opened);
        }
        if (followed != null) {
            followed.removePostSelectionChangedListener(caretFollower);
        }
        super.dispose();
    }

    @Override
    public void published(URI document, List<Diagnostic> problems) {
        display.asyncExec(() -> {
            ModelEditor shown = isShown() ? shownModel() : null;
            if (shown != null && shown.uri().equals(document)) {
                refresh();
            }
        });
    }

    private boolean isShown() {
        return getControl() != null && !getControl().isDisposed();
    }

    private ModelEditor shownModel() {
        return ModelEditor.of(editor).orElse(null);
    }

    private void refresh() {
        ModelEditor shown = shownModel();
        if (shown != null) {
            Answers.show(session.documents().documentSymbol(new DocumentSymbolParams(shown.identifier())), this::show);
        }
    }

    private void show(List<Either<SymbolInformation, DocumentSymbol>> symbols) {
        if (isShown()) {
            update.show(OutlineNode.of(symbols.stream().filter(Either::isRight).map(Either::getRight).toList()));
            followCaret();
        }
    }

    /** Selects the element at the caret, unless the person is at work in the outline. */
    private void followCaret() {
        ModelEditor shown = isShown() && OutlineOption.LINK.isOn() ? shownModel() : null;
        if (shown != null && !getControl().isFocusControl() && !shown.selection().isEmpty()) {
            OutlineNode.at(update.shown(), shown.position()).map(OutlineNode::shown).ifPresent(node -> {
                if (!node.equals(getTreeViewer().getStructuredSelection().getFirstElement())) {
                    getTreeViewer().setSelection(new StructuredSelection(node), true);
                }
            });
        }
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (OutlineOption.LINK.isOn() && getControl().isFocusControl()
                && ((StructuredSelection) event.getSelection()).getFirstElement() instanceof OutlineNode node) {
            select(node);
        }
    }

    private void openSelected() {
        if (getTreeViewer().getStructuredSelection().getFirstElement() instanceof OutlineNode node) {
            open(node);
        }
    }

    private void open(OutlineNode node) {
        editor.getSite().getPage().activate(editor);
        select(node);
    }

    private void select(OutlineNode node) {
        ModelEditor shown = shownModel();
        try {
            if (shown != null) {
                IRegion name = Positions.region(shown.document(), node.symbol().getSelectionRange());
                shown.reveal(name.getOffset(), name.getLength());
            }
        } catch (BadLocationException changedMeanwhile) {
            return; // the next refresh brings the right place
        }
    }
}
