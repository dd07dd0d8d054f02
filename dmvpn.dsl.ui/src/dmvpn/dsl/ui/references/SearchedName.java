package dmvpn.dsl.ui.references;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.ModelEditor;
import dmvpn.dsl.ui.language.Places;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/** A name whose places are looked for. It moves with its document, so that a search can be repeated after edits. */
final class SearchedName {

    private final String name;
    private final URI uri;
    private final IDocument document;
    private final org.eclipse.jface.text.Position place;
    private final Position lastKnown;

    private SearchedName(String name, URI uri, IDocument document, org.eclipse.jface.text.Position place, Position lastKnown) {
        this.name = name;
        this.uri = uri;
        this.document = document;
        this.place = place;
        this.lastKnown = lastKnown;
    }

    static SearchedName at(ModelEditor editor, Range range, String name) {
        org.eclipse.jface.text.Position place = new org.eclipse.jface.text.Position(0);
        try {
            IRegion region = Positions.region(editor.document(), range);
            place = new org.eclipse.jface.text.Position(region.getOffset(), region.getLength());
            editor.document().addPosition(place);
        } catch (BadLocationException changedMeanwhile) {
            place.delete();
        }
        return new SearchedName(name, editor.uri(), editor.document(), place, range.getStart());
    }

    String name() {
        return name;
    }

    /** Asks for all places of the name, its declarations among them; on the UI thread. */
    CompletableFuture<List<? extends Location>> ask() {
        LanguageSession session = LanguageSessions.current();
        ReferenceParams question = new ReferenceParams(new TextDocumentIdentifier(uri.toString()), position(), new ReferenceContext(true));
        CompletableFuture<List<? extends Location>> nothing = CompletableFuture.completedFuture(List.of());
        if (place.isDeleted()) {
            return nothing;
        }
        Supplier<CompletableFuture<List<? extends Location>>> asking = () -> session.documents().references(question);
        Optional<IFile> file = Places.file(uri);
        try {
            return file.isEmpty() ? asking.get() : session.openDocuments().whileOpen(uri, file.get().readString(), asking);
        } catch (CoreException unreadable) {
            return nothing;
        }
    }

    /** Nobody will look for it again. */
    void forget() {
        document.removePosition(place);
    }

    private Position position() {
        try {
            return Positions.position(document, place.getOffset());
        } catch (BadLocationException documentIsNoMore) {
            return lastKnown;
        }
    }
}
