package dmvpn.diagram.ui.document;

import dmvpn.app.diagram.DrawnText;
import dmvpn.app.diagram.EditLabels;
import dmvpn.app.diagram.LayeredArrangement;
import dmvpn.app.diagram.MendableText;
import dmvpn.app.diagram.SelectionArrangement;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.glsp.DiagramDocument;
import dmvpn.diagram.glsp.DocumentState;
import dmvpn.diagram.layout.Point;
import dmvpn.diagram.layout.Positions;
import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.load.ModelLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;

/**
 * The text of an editor behind a diagram. What the diagram changes is changed in the editor's document, whose undo takes it
 * back; what is typed there is drawn when there is a moment for it. The diagram's threads read and think, the user interface's
 * thread alone changes the document.
 */
public final class EditedDocument implements DiagramDocument, MendableText, AutoCloseable {

    /** Shorter than what people notice, longer than the time between two keys. */
    private static final int MILLIS_BEFORE_DRAWING = 60;

    private final Display display;
    private final UserInterface thread;
    private final IDocument document;
    private final IDocumentUndoManager undo;
    private final EditHistory history;
    private final PlacesFile placesFile;
    private final DrawnText drawn;
    private final Job drawing = Job.createSystem("Drawing the diagram", this::draw);
    private final ModelFiles modelFiles = new ModelFiles();
    private final Job keeping = Job.createSystem("Keeping the places of a diagram", this::keepPlaces);
    private final Job following = Job.createSystem("Looking at imported models", this::followImports);
    private final IDocumentListener typed = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            // Nothing is known before.
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            drawing.schedule(MILLIS_BEFORE_DRAWING);
        }
    };
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Consumer<List<String>> selection = ids -> { };

    /**
     * Begins to follow a document. To be called on the thread of the user interface.
     *
     * @param file where the text belongs
     */
    public EditedDocument(Display display, IDocument document, Path file) {
        this.display = display;
        this.thread = new UserInterface(display);
        this.document = document;
        this.placesFile = new PlacesFile(file);
        this.drawn = new DrawnText(file, ModelLoader.create());
        DocumentUndoManagerRegistry.connect(document);
        this.undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        this.undo.connect(this);
        this.history = new EditHistory(undo.getUndoContext(), this::changePlaces, () -> drawing.schedule(MILLIS_BEFORE_DRAWING));
        document.addDocumentListener(typed);
        placesFile.listen(() -> drawing.schedule());
        modelFiles.listen(() -> following.schedule());
        drawing.schedule();
    }

    private IStatus draw(IProgressMonitor monitor) {
        redraw();
        return Status.OK_STATUS;
    }

    private IStatus followImports(IProgressMonitor monitor) {
        if (drawn.importsChanged()) {
            redraw();
        }
        return Status.OK_STATUS;
    }

    private void show(String text) {
        try {
            drawn.show(text, placesFile.read(), "");
        } catch (IOException unreadable) {
            drawn.show(text, Positions.NONE, "");
        }
    }

    /** What is shown; waits for the first text. */
    @Override
    public DocumentState state() {
        if (!isDrawn()) {
            show(document.get());
        }
        return drawn.shown().state(history.undoLabel(), history.redoLabel());
    }

    private boolean isDrawn() {
        return drawn.shown().loaded().isPresent();
    }

    /** The history that the text has and the diagram shares. */
    public IUndoContext undoContext() {
        return undo.getUndoContext();
    }

    /** The diagram's text and elements. */
    public DrawnText drawn() {
        return drawn;
    }

    @Override
    public Optional<String> edit(ModelEdit edit, Optional<Point> place) {
        takeOver();
        Positions before = drawn.shown().moved();
        DrawnText.Edited edited = drawn.edit(edit, place);
        change(EditLabels.of(edit), new EditHistory.PlacesChange(before, edited.moved()), drawn.shown().text(), edited.text().changes());
        keepWithGone(edited.moved(), edited::isThere);
        redraw();
        return edited.text().selected();
    }

    @Override
    public Optional<String> remark(ModelEdit edit) {
        return drawn.remark(edit);
    }

    @Override
    public Optional<String> refusal(ModelEdit edit) {
        return drawn.refusal(edit);
    }

    /** What was typed in this moment counts. */
    private void takeOver() {
        String now = document.get();
        if (!isDrawn() || !now.equals(drawn.shown().text()) || drawn.importsChanged()) {
            show(now);
        }
    }

    @Override
    public void change(String label, String before, List<Change> changes) {
        Positions moved = drawn.shown().moved();
        change(label, new EditHistory.PlacesChange(moved, moved), before, changes);
        redraw();
    }

    private void change(String label, EditHistory.PlacesChange places, String before, List<Change> changes) {
        thread.run(() -> {
            Optional<IUndoableOperation> last = history.last();
            apply(before, changes);
            history.name(last, label, places);
        });
    }

    private void apply(String before, List<Change> changes) {
        if (!document.get().equals(before)) {
            throw new EditRefusedException("The text was changed in the same moment. Nothing was changed in the diagram: do it again");
        }
        MultiTextEdit edits = new MultiTextEdit();
        for (Change part : changes) {
            edits.addChild(new ReplaceEdit(part.offset(), part.length(), part.text()));
        }
        undo.beginCompoundChange();
        try {
            edits.apply(document);
        } catch (BadLocationException changedMeanwhile) {
            throw new EditRefusedException("The text was changed in the same moment. Look at it, and do it again");
        } finally {
            undo.endCompoundChange();
        }
    }

    /** Until the text is saved what it has no more may come back: nobody knows yet which of the two people keep. */
    private void keepWithGone(Positions places, Predicate<String> isThere) {
        try {
            write(placesFile.read().of(isThere.negate()).withAll(places));
        } catch (IOException failure) {
            throw new EditRefusedException("The places of elements cannot be kept: " + failure.getMessage());
        }
    }

    /** What is drawn may be behind: of two steps that are taken back at once the second finds what the first has written. */
    private void write(Positions places) throws IOException {
        if (!places.equals(placesFile.read())) {
            placesFile.write(places);
        }
    }

    /** For a step of the text that is taken back or made again; the drawing follows the text. */
    private void changePlaces(UnaryOperator<Positions> change) {
        try {
            Positions now = placesFile.read();
            Positions changed = change.apply(now);
            if (!changed.equals(now)) {
                placesFile.write(changed);
            }
        } catch (IOException failure) {
            ILog.of(EditedDocument.class).warn("The places of elements cannot be kept", failure);
        }
    }

    private void redraw() {
        show(document.get());
        tellListeners();
    }

    @Override
    public void move(Map<String, Point> places) {
        takeOver();
        drawn.shown().editable();
        reposition(drawn.shown().moved().with(places));
    }

    @Override
    public void arrange() {
        takeOver();
        drawn.shown().editable();
        drawn.forgetArrangement();
        reposition(Positions.NONE);
    }

    @Override
    public void arrange(List<String> ids) {
        move(new SelectionArrangement(new LayeredArrangement()).of(drawn.shown().placed().orElseThrow(), ids));
    }

    @Override
    public void toggle(String family) {
        drawn.toggle(family);
        tellListeners();
    }

    /** The text has been saved: what it has not has no place any more. */
    public void saved() {
        keeping.schedule();
    }

    private IStatus keepPlaces(IProgressMonitor monitor) {
        takeOver();
        DrawnText.Shown shown = drawn.shown();
        if (shown.staleBecause().isEmpty()) {
            try {
                write(shown.kept());
            } catch (IOException failure) {
                ILog.of(EditedDocument.class).warn("The places of elements cannot be kept", failure);
            }
        }
        return Status.OK_STATUS;
    }

    private void reposition(Positions places) {
        MovedElements moved = new MovedElements(undo.getUndoContext(), drawn.shown().moved(), places, kept -> {
            write(kept);
            drawing.schedule();
        });
        keepWithGone(places, drawn.shown()::isThere);
        thread.run(() -> history.add(moved));
        redraw(); // What is told of the new drawing says too what undo would take back.
    }

    @Override
    public void undo() {
        thread.run(undo::undo);
        redraw();
    }

    @Override
    public void redo() {
        thread.run(undo::redo);
        redraw();
    }

    @Override
    public void selected(List<String> ids) {
        display.asyncExec(() -> selection.accept(ids));
    }

    /** Has somebody told, on the thread of the user interface, what is selected in the diagram. */
    public void onSelection(Consumer<List<String>> listener) {
        selection = listener;
    }

    @Override
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tellListeners() {
        listeners.forEach(Runnable::run);
    }

    /** Ends following. To be called on the thread of the user interface. */
    @Override
    public void close() {
        drawing.cancel();
        following.cancel();
        keeping.cancel();
        placesFile.close();
        modelFiles.close();
        document.removeDocumentListener(typed);
        history.close();
        undo.disconnect(this);
        DocumentUndoManagerRegistry.disconnect(document);
    }
}
