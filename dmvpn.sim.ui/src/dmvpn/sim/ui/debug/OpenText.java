package dmvpn.sim.ui.debug;

import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.ui.texteditor.AbstractMarkerAnnotationModel;

/**
 * The text of a model as an editor has it, which may not be saved yet. Markers stand in it where they are seen; of their own they
 * know the line that was saved.
 *
 * @param document the text
 * @param markers where they stand
 */
public record OpenText(IDocument document, AbstractMarkerAnnotationModel markers) {

    /** That of a file; empty when no editor has it. */
    public static Optional<OpenText> of(IFile file) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        return buffer != null && buffer.getAnnotationModel() instanceof AbstractMarkerAnnotationModel markers
                ? Optional.of(new OpenText(buffer.getDocument(), markers)) : Optional.empty();
    }

    /** The line of a marker from 1; empty when its text was deleted, or the editor does not know it yet. */
    public OptionalInt lineOf(IMarker marker) {
        Position place = markers.getMarkerPosition(marker);
        try {
            return place == null || place.isDeleted() ? OptionalInt.empty() : OptionalInt.of(document.getLineOfOffset(place.getOffset()) + 1);
        } catch (BadLocationException editedMeanwhile) {
            return OptionalInt.empty();
        }
    }
}
