package dmvpn.dsl.ui.folding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.lsp4j.FoldingRange;

/** Brings what the ruler shows to what can be folded now, and keeps what is folded. */
final class Folds {

    private Folds() {
    }

    /** A fold that begins on the line where one began before is that one: the text has only been edited inside of it. */
    static void show(List<FoldingRange> ranges, IDocument document, ProjectionAnnotationModel model) {
        try {
            Map<Integer, Deque<Annotation>> known = byFirstLine(document, model);
            Map<Annotation, Position> added = new LinkedHashMap<>();
            List<Annotation> moved = new ArrayList<>();
            for (FoldingRange range : ranges) {
                if (range.getEndLine() >= document.getNumberOfLines()) {
                    continue;
                }
                Position place = place(range, document);
                Deque<Annotation> candidates = known.get(range.getStartLine());
                Annotation same = candidates == null ? null : candidates.poll();
                if (same == null) {
                    added.put(new ProjectionAnnotation(), place);
                } else if (!place.equals(model.getPosition(same))) {
                    Position position = model.getPosition(same);
                    position.setOffset(place.getOffset());
                    position.setLength(place.getLength());
                    moved.add(same);
                }
            }
            Annotation[] gone = known.values().stream().flatMap(Deque::stream).toArray(Annotation[]::new);
            if (gone.length > 0 || !added.isEmpty() || !moved.isEmpty()) {
                model.modifyAnnotations(gone, added, moved.toArray(Annotation[]::new));
            }
        } catch (BadLocationException changedMeanwhile) {
            return; // that change asks again
        }
    }

    private static Position place(FoldingRange range, IDocument document) throws BadLocationException {
        int start = document.getLineOffset(range.getStartLine());
        int end = document.getLineOffset(range.getEndLine()) + document.getLineLength(range.getEndLine());
        return new Position(start, end - start);
    }

    private static Map<Integer, Deque<Annotation>> byFirstLine(IDocument document, ProjectionAnnotationModel model)
            throws BadLocationException {
        Map<Integer, Deque<Annotation>> known = new HashMap<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            Position position = model.getPosition(annotation);
            // A fold whose text is gone belongs to no line.
            int line = position.isDeleted() || position.getLength() == 0 ? -1 : document.getLineOfOffset(position.getOffset());
            known.computeIfAbsent(line, key -> new ArrayDeque<>()).add(annotation);
        }
        return known;
    }
}
