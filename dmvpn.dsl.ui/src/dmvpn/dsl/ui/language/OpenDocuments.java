package dmvpn.dsl.ui.language;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.DocumentRewriteSessionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IDocumentRewriteSessionListener;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/**
 * Keeps the language server's documents equal to those of the editors. Two editors on one file share a document, so
 * openings are counted. Unless said otherwise used on the UI thread only.
 */
public final class OpenDocuments {

    private static final int FIRST_VERSION = 1;

    /** The server reads a whole text faster than it follows more edits than these. */
    private static final int MOST_TOLD_ONE_BY_ONE = 20;

    private final LanguageSession session;
    private final Map<IDocument, Synchronization> synchronizations = new HashMap<>();
    private final Set<URI> shown = ConcurrentHashMap.newKeySet();

    OpenDocuments(LanguageSession session) {
        this.session = session;
    }

    /** Where the document is stored; empty for a document without a file. */
    public static Optional<URI> uri(IDocument document) {
        return buffer(document).map(buffer -> buffer.getFileStore().toURI());
    }

    private static Optional<ITextFileBuffer> buffer(IDocument document) {
        return Optional.ofNullable(FileBuffers.getTextFileBufferManager().getTextFileBuffer(document))
                .filter(buffer -> buffer.getFileStore() != null);
    }

    /** True while an editor shows the document of a file; any thread may ask. */
    public boolean isOpen(URI file) {
        return shown.contains(file);
    }

    /** An editor shows the document. */
    public void open(IDocument document) {
        Synchronization known = synchronizations.get(document);
        if (known != null) {
            known.editors++;
            return;
        }
        buffer(document).ifPresent(buffer -> {
            Synchronization synchronization = new Synchronization(buffer);
            synchronizations.put(document, synchronization);
            shown.add(synchronization.uri);
            tellOpen(synchronization.uri, document.get());
            document.addDocumentListener(synchronization);
            ((IDocumentExtension4) document).addDocumentRewriteSessionListener(synchronization);
        });
    }

    /** The document of a file is what the disk has. */
    public void saved(IDocument document) {
        Synchronization known = synchronizations.get(document);
        if (known != null) {
            session.documents().didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(known.uri.toString())));
        }
    }

    /** An editor no longer shows the document. */
    public void close(IDocument document) {
        Synchronization known = synchronizations.get(document);
        if (known != null && --known.editors == 0) {
            synchronizations.remove(document);
            shown.remove(known.uri);
            document.removeDocumentListener(known);
            ((IDocumentExtension4) document).removeDocumentRewriteSessionListener(known);
            tellClosed(known.uri);
            if (known.buffer.isDirty()) {
                session.forgetDiagnostics(known.uri); // they spoke of a text that is gone
            }
        }
    }

    /**
     * Asks the server, which knows open documents only, about a file that may be closed. The server answers in order, so the file
     * is open for the question and for nothing after it.
     *
     * @param text what the file holds
     */
    public <T> T whileOpen(URI file, String text, Supplier<T> question) {
        if (isOpen(file)) {
            return question.get();
        }
        tellOpen(file, text);
        try {
            return question.get();
        } finally {
            tellClosed(file);
        }
    }

    private void tellOpen(URI uri, String text) {
        session.documents().didOpen(new DidOpenTextDocumentParams(
                new TextDocumentItem(uri.toString(), "dmvpn", FIRST_VERSION, text)));
    }

    private void tellClosed(URI uri) {
        session.documents().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri.toString())));
    }

    private final class Synchronization implements IDocumentListener, IDocumentRewriteSessionListener {

        private final ITextFileBuffer buffer;
        private final URI uri;
        private int editors = 1;
        private int version = FIRST_VERSION;
        private Range changedRange;
        private int rewrites;
        private final List<TextDocumentContentChangeEvent> held = new ArrayList<>();

        Synchronization(ITextFileBuffer buffer) {
            this.buffer = buffer;
            this.uri = buffer.getFileStore().toURI();
        }

        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            try {
                changedRange = new Range(
                        Positions.position(event.getDocument(), event.getOffset()),
                        Positions.position(event.getDocument(), event.getOffset() + event.getLength()));
            } catch (BadLocationException outsideOfDocument) {
                changedRange = null; // then the whole text is sent
            }
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            TextDocumentContentChangeEvent change = changedRange == null
                    ? new TextDocumentContentChangeEvent(event.getDocument().get())
                    : new TextDocumentContentChangeEvent(changedRange, event.getText() == null ? "" : event.getText());
            if (rewrites > 0) {
                held.add(change);
            } else {
                tell(List.of(change));
            }
        }

        /** The changes of one step are told together, and of a step of many the text that comes of it. */
        @Override
        public void documentRewriteSessionChanged(DocumentRewriteSessionEvent event) {
            rewrites += event.getChangeType() == DocumentRewriteSessionEvent.SESSION_START ? 1 : -1;
            if (rewrites == 0 && !held.isEmpty()) {
                tell(held.size() <= MOST_TOLD_ONE_BY_ONE ? List.copyOf(held)
                        : List.of(new TextDocumentContentChangeEvent(event.getDocument().get())));
                held.clear();
            }
        }

        private void tell(List<TextDocumentContentChangeEvent> changes) {
            session.documents().didChange(new DidChangeTextDocumentParams(
                    new VersionedTextDocumentIdentifier(uri.toString(), ++version), changes));
        }
    }
}
