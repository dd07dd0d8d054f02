package dmvpn.dsl.ui.references;

import dmvpn.dsl.ui.language.Places;
import dmvpn.dsl.ui.language.Positions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Location;

/** The lines around places: of open documents as their editors show them, of others as the disk has them. */
final class ReferenceTexts {

    private final Map<URI, Optional<IDocument>> documents = new HashMap<>();

    /** The match at a place; empty when the text is another one by now. */
    Optional<ReferenceMatch> match(Location place) {
        URI uri = URI.create(place.getUri());
        return documents.computeIfAbsent(uri, ReferenceTexts::read).flatMap(document -> match(document, uri, place));
    }

    private static Optional<ReferenceMatch> match(IDocument document, URI uri, Location place) {
        try {
            IRegion name = Positions.region(document, place.getRange());
            IRegion line = document.getLineInformationOfOffset(name.getOffset());
            String text = document.get(line.getOffset(), line.getLength());
            int indent = text.length() - text.stripLeading().length();
            ReferenceLine found = new ReferenceLine(uri, document.getLineOfOffset(name.getOffset()) + 1, text.strip());
            return Optional.of(new ReferenceMatch(found, name.getOffset(), name.getLength(), name.getOffset() - line.getOffset() - indent));
        } catch (BadLocationException changedMeanwhile) {
            return Optional.empty();
        }
    }

    private static Optional<IDocument> read(URI uri) {
        try {
            ITextFileBuffer open = buffer(uri);
            return Optional.of(open != null ? open.getDocument()
                    : new Document(new String(Files.readAllBytes(Path.of(uri)), StandardCharsets.UTF_8)));
        } catch (CoreException | IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static ITextFileBuffer buffer(URI uri) throws CoreException {
        ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
        Optional<IFile> file = Places.file(uri);
        return file.isPresent() ? buffers.getTextFileBuffer(file.get().getFullPath(), LocationKind.IFILE)
                : buffers.getFileStoreTextFileBuffer(EFS.getStore(uri));
    }
}
