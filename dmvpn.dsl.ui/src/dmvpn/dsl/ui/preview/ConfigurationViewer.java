package dmvpn.dsl.ui.preview;

import dmvpn.app.preview.LineDifference;
import dmvpn.app.preview.PreviewLine;
import dmvpn.dsl.ui.accessibility.AccessibleNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.IChangeRulerColumn;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.LineChangeHover;
import org.eclipse.jface.text.source.LineNumberChangeRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineBackgroundEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.editors.text.EditorsUI;

/** Shows the text of a configuration, which lines differ from the last export, and which come from the place at the caret. */
final class ConfigurationViewer {

    private final SourceViewer viewer;
    private final LineNumberChangeRulerColumn ruler;
    private final Document document = new Document();
    private List<PreviewLine> lines = List.of();
    private List<LineDifference> differences = List.of();
    private Set<Integer> linked = Set.of();

    ConfigurationViewer(Composite parent) {
        CompositeRuler rulers = new CompositeRuler();
        ruler = new LineNumberChangeRulerColumn(EditorsUI.getSharedTextColors());
        rulers.addDecorator(0, ruler);
        viewer = new SourceViewer(parent, rulers, SWT.V_SCROLL | SWT.H_SCROLL | SWT.MULTI);
        viewer.configure(new SourceViewerConfiguration() {
            @Override
            public IAnnotationHover getAnnotationHover(ISourceViewer sourceViewer) {
                return new LineChangeHover();
            }
        });
        viewer.setEditable(false);
        viewer.setDocument(document, new AnnotationModel());
        viewer.showAnnotations(true);
        text().setFont(JFaceResources.getTextFont());
        text().addLineBackgroundListener(this::colour);
        AccessibleNames.set(text(), "Configuration of the router");
        recolour();
    }

    StyledText text() {
        return viewer.getTextWidget();
    }

    /** True when the view is closed; the viewer has no widget then. */
    boolean isDisposed() {
        return text() == null || text().isDisposed();
    }

    SourceViewer sourceViewer() {
        return viewer;
    }

    List<PreviewLine> lines() {
        return lines;
    }

    /** Index from 0 of the line with the caret. */
    int caretLine() {
        return text().getLineAtOffset(Math.min(text().getCaretOffset(), text().getCharCount()));
    }

    /** Shows another text; the lines in sight and the caret stay where they are as far as they can. */
    void show(List<PreviewLine> newLines, List<LineDifference> newDifferences) {
        String newText = newLines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
        lines = newLines;
        differences = newDifferences;
        linked = Set.of();
        if (!document.get().equals(newText)) {
            int top = viewer.getTopIndex();
            int caret = text().getCaretOffset();
            document.set(newText);
            text().setCaretOffset(Math.min(caret, document.getLength()));
            viewer.setTopIndex(top);
        }
        if (viewer.getAnnotationModel() instanceof AnnotationModel annotations) {
            annotations.removeAnnotationModel(IChangeRulerColumn.QUICK_DIFF_MODEL_ID);
            annotations.addAnnotationModel(IChangeRulerColumn.QUICK_DIFF_MODEL_ID, new ExportDiffer(differences));
            ruler.setModel(annotations);
        }
        redraw();
    }

    /** Highlights lines, and brings the first of them into sight when none of them is. */
    void link(List<Integer> made) {
        if (linked.equals(Set.copyOf(made))) {
            return;
        }
        linked = new HashSet<>(made);
        if (!made.isEmpty()) {
            int top = viewer.getTopIndex();
            int bottom = viewer.getBottomIndex();
            if (made.stream().noneMatch(line -> line >= top && line <= bottom)) {
                viewer.setTopIndex(Math.max(0, made.getFirst() - 3));
            }
        }
        redraw();
    }

    /** Puts the caret on the next difference below the caret, or above it; true when there is one. */
    boolean goToDifference(boolean forward) {
        int here = caretLine();
        LineDifference target = null;
        for (LineDifference difference : differences) {
            if (forward ? target == null && difference.firstLine() > here : difference.firstLine() < here) {
                target = difference;
            }
        }
        if (target == null) {
            return false;
        }
        try {
            int line = Math.min(target.firstLine(), Math.max(0, document.getNumberOfLines() - 1));
            int start = document.getLineOffset(line);
            int last = Math.min(document.getNumberOfLines(), line + target.added());
            int end = last >= document.getNumberOfLines() ? document.getLength() : document.getLineOffset(last);
            viewer.setSelectedRange(start, Math.max(0, end - start));
            viewer.setTopIndex(Math.max(0, line - 3));
            // The caret belongs at the start: the next difference is looked for from there.
            text().setSelection(Math.max(start, end), start);
        } catch (BadLocationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return true;
    }

    /** Takes the colours of the theme anew. */
    void recolour() {
        ruler.setAddedColor(PreviewColours.of(LineDifference.Kind.ADDED));
        ruler.setChangedColor(PreviewColours.of(LineDifference.Kind.CHANGED));
        ruler.setDeletedColor(PreviewColours.removed());
        redraw();
    }

    private void redraw() {
        text().redraw();
        ruler.redraw();
    }

    private void colour(LineBackgroundEvent event) {
        event.lineBackground = background(text().getLineAtOffset(event.lineOffset));
    }

    /** The colour behind a line; null for none. */
    Color background(int line) {
        if (linked.contains(line)) {
            return PreviewColours.linked();
        }
        for (LineDifference difference : differences) {
            if (line >= difference.firstLine() && line < difference.firstLine() + difference.added()) {
                return PreviewColours.of(difference.kind());
            }
        }
        return null;
    }

    /** The text that is shown. */
    IDocument document() {
        return document;
    }
}
