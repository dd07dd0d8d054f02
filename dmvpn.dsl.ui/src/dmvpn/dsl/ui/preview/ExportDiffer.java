package dmvpn.dsl.ui.preview;

import dmvpn.app.preview.LineDifference;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelListener;
import org.eclipse.jface.text.source.ILineDiffInfo;
import org.eclipse.jface.text.source.ILineDiffer;

/**
 * The differences to the last export as the platform's quick diff ruler reads them. The ruler looks for it among the
 * annotation models, though it has no annotations.
 */
final class ExportDiffer implements ILineDiffer, IAnnotationModel {

    private final List<LineDifference> differences;

    ExportDiffer(List<LineDifference> differences) {
        this.differences = List.copyOf(differences);
    }

    @Override
    public ILineDiffInfo getLineInfo(int line) {
        List<String> above = List.of();
        List<String> below = List.of();
        List<String> original = List.of();
        int type = ILineDiffInfo.UNCHANGED;
        for (LineDifference difference : differences) {
            int within = line - difference.firstLine();
            if (within >= 0 && within < difference.added()) {
                boolean replaces = within < difference.removed().size();
                type = replaces ? ILineDiffInfo.CHANGED : ILineDiffInfo.ADDED;
                original = replaces ? List.of(difference.removed().get(within)) : List.of();
                if (within == difference.added() - 1 && difference.removed().size() > difference.added()) {
                    below = difference.removed().subList(difference.added(), difference.removed().size());
                }
            } else if (difference.added() == 0 && within == 0) {
                above = difference.removed();
            } else if (difference.added() == 0 && within == -1) {
                below = difference.removed();
            }
        }
        return new LineInfo(type, above, below, original);
    }

    private record LineInfo(int type, List<String> above, List<String> below, List<String> original) implements ILineDiffInfo {

        @Override
        public int getRemovedLinesBelow() {
            return below.size();
        }

        @Override
        public int getRemovedLinesAbove() {
            return above.size();
        }

        @Override
        public int getChangeType() {
            return type;
        }

        @Override
        public boolean hasChanges() {
            return type != UNCHANGED || !above.isEmpty() || !below.isEmpty();
        }

        @Override
        public String[] getOriginalText() {
            return Stream.concat(original.stream(), below.stream()).toArray(String[]::new);
        }
    }

    @Override
    public void revertLine(int line) {
        // What was exported is not written back: the model says what the configuration is.
    }

    @Override
    public void revertBlock(int line) {
        // As above.
    }

    @Override
    public void revertSelection(int line, int lines) {
        // As above.
    }

    @Override
    public int restoreAfterLine(int line) {
        return 0;
    }

    @Override
    public void addAnnotationModelListener(IAnnotationModelListener listener) {
        // It never changes: a new comparison has a new one.
    }

    @Override
    public void removeAnnotationModelListener(IAnnotationModelListener listener) {
        // As above.
    }

    @Override
    public void connect(IDocument document) {
        // It knows lines by their numbers.
    }

    @Override
    public void disconnect(IDocument document) {
        // As above.
    }

    @Override
    public void addAnnotation(Annotation annotation, Position position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeAnnotation(Annotation annotation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<Annotation> getAnnotationIterator() {
        return Collections.emptyIterator();
    }

    @Override
    public Position getPosition(Annotation annotation) {
        return null;
    }
}
