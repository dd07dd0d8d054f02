package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.LanguageSession.DiagnosticsListener;
import dmvpn.dsl.ui.language.ModelEditor;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Shows the problems of files that belong to no project, and so can have no markers, in their editors. */
public final class ProblemAnnotations implements DiagnosticsListener {

    @Override
    public void published(URI document, List<Diagnostic> problems) {
        boolean hasMarkers = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(document).length > 0;
        if (!hasMarkers && PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> editor(document).ifPresent(editor -> show(editor, problems)));
        }
    }

    /** Editors on one file share what is annotated. */
    private static Optional<ModelEditor> editor(URI document) {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            for (IWorkbenchPage page : window.getPages()) {
                for (IEditorReference reference : page.getEditorReferences()) {
                    Optional<ModelEditor> editor = ModelEditor.of(reference.getPart(false))
                            .filter(each -> each.text().isPresent() && each.uri().equals(document));
                    if (editor.isPresent()) {
                        return editor;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static void show(ModelEditor editor, List<Diagnostic> problems) {
        IAnnotationModel model = editor.text().map(text -> text.getDocumentProvider().getAnnotationModel(text.getEditorInput()))
                .orElse(null);
        if (!(model instanceof IAnnotationModelExtension annotations)) {
            return;
        }
        List<Annotation> old = new ArrayList<>();
        model.getAnnotationIterator().forEachRemaining(annotation -> {
            if (annotation instanceof ProblemAnnotation) {
                old.add(annotation);
            }
        });
        Map<Annotation, Position> wanted = new HashMap<>();
        for (Diagnostic problem : problems) {
            place(editor.document(), problem).ifPresent(place -> wanted.put(new ProblemAnnotation(problem), place));
        }
        annotations.replaceAnnotations(old.toArray(Annotation[]::new), wanted);
    }

    private static Optional<Position> place(IDocument document, Diagnostic problem) {
        try {
            IRegion region = Positions.region(document, problem.getRange());
            return Optional.of(new Position(region.getOffset(), region.getLength()));
        } catch (BadLocationException changedMeanwhile) {
            return Optional.empty(); // the next answer brings the place
        }
    }
}
