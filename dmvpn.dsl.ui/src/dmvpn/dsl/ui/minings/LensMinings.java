package dmvpn.dsl.ui.minings;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSession.DiagnosticsListener;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.widgets.Display;

/** The lenses of the language server above their lines: run and debug a scenario, and what came of it last. */
public final class LensMinings extends AbstractCodeMiningProvider implements DiagnosticsListener {

    private final LanguageSession session = LanguageSessions.current();
    private final Runnable refresh = this::refresh;
    private volatile ITextViewer viewer;
    private volatile boolean empty;

    @Override
    public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer textViewer, IProgressMonitor monitor) {
        listen(textViewer);
        IDocument document = textViewer.getDocument();
        Optional<URI> uri = document == null ? Optional.empty() : OpenDocuments.uri(document);
        if (uri.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return session.documents().codeLens(new CodeLensParams(new TextDocumentIdentifier(uri.get().toString())))
                .thenApply(lenses -> minings(lenses, document));
    }

    private synchronized void listen(ITextViewer textViewer) {
        if (viewer == null) {
            viewer = textViewer;
            session.addDiagnosticsListener(this);
            session.addLensListener(refresh);
        }
    }

    private List<? extends ICodeMining> minings(List<? extends CodeLens> lenses, IDocument document) {
        List<ICodeMining> minings = new ArrayList<>();
        for (CodeLens lens : lenses) {
            try {
                minings.add(new Lens(lens.getRange().getStart().getLine(), document, lens.getCommand()));
            } catch (BadLocationException changedMeanwhile) {
                continue; // the lenses of the changed text follow
            }
        }
        empty = minings.isEmpty();
        return minings;
    }

    /** At the first answer about problems at the latest, the server knows the document. */
    @Override
    public void published(URI document, List<Diagnostic> problems) {
        if (empty) {
            refresh();
        }
    }

    private void refresh() {
        ITextViewer shown = viewer;
        Display display = shown == null || shown.getTextWidget() == null || shown.getTextWidget().isDisposed()
                ? null : shown.getTextWidget().getDisplay();
        if (display != null && shown instanceof ISourceViewerExtension5 minable) {
            display.asyncExec(() -> {
                if (shown.getTextWidget() != null && !shown.getTextWidget().isDisposed()) {
                    minable.updateCodeMinings();
                }
            });
        }
    }

    @Override
    public void dispose() {
        session.removeDiagnosticsListener(this);
        session.removeLensListener(refresh);
        viewer = null;
        super.dispose();
    }

    private final class Lens extends LineHeaderCodeMining {

        Lens(int line, IDocument document, Command command) throws BadLocationException {
            super(line, document, LensMinings.this, action(command));
            setLabel(command.getTitle());
        }
    }

    /** A lens without a command just tells something. */
    private Consumer<MouseEvent> action(Command command) {
        return command.getCommand() == null || command.getCommand().isEmpty() ? null
                : event -> session.commands().execute(command.getCommand(),
                        command.getArguments().stream().map(String::valueOf).toList());
    }
}
