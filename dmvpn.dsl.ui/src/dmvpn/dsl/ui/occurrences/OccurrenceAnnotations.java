package dmvpn.dsl.ui.occurrences;

import dmvpn.dsl.ui.language.Positions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ISynchronizable;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;

/** The marks of one editor, replaced as a whole. */
final class OccurrenceAnnotations {

    /** Type of the mark of a declaration. */
    static final String DECLARATION = "dmvpn.dsl.ui.declaration";

    /** Type of the mark of a use. */
    static final String USE = "dmvpn.dsl.ui.use";

    private final ISourceViewer viewer;
    private Annotation[] shown = {};

    OccurrenceAnnotations(ISourceViewer viewer) {
        this.viewer = viewer;
    }

    void show(List<? extends DocumentHighlight> places) {
        Map<Annotation, Position> marks = new HashMap<>();
        try {
            for (DocumentHighlight place : places) {
                IRegion name = Positions.region(viewer.getDocument(), place.getRange());
                marks.put(mark(place.getKind(), viewer.getDocument().get(name.getOffset(), name.getLength())),
                        new Position(name.getOffset(), name.getLength()));
            }
        } catch (BadLocationException changedMeanwhile) {
            return; // the change asks anew
        }
        replace(marks);
    }

    private static Annotation mark(DocumentHighlightKind kind, String name) {
        boolean declaration = kind == DocumentHighlightKind.Write;
        return new Annotation(declaration ? DECLARATION : USE, false, (declaration ? "Declaration of '" : "Use of '") + name + "'");
    }

    void clear() {
        replace(Map.of());
    }

    private void replace(Map<Annotation, Position> marks) {
        IAnnotationModel model = viewer.getAnnotationModel();
        if (!(model instanceof IAnnotationModelExtension annotations) || shown.length == 0 && marks.isEmpty()) {
            return;
        }
        Object lock = model instanceof ISynchronizable synchronizable && synchronizable.getLockObject() != null
                ? synchronizable.getLockObject() : model;
        synchronized (lock) {
            annotations.replaceAnnotations(shown, marks);
        }
        shown = marks.keySet().toArray(Annotation[]::new);
    }
}
