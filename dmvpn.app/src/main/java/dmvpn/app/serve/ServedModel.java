package dmvpn.app.serve;

import dmvpn.app.diagram.DrawnText;
import dmvpn.app.diagram.EditLabels;
import dmvpn.app.diagram.LayeredArrangement;
import dmvpn.app.diagram.MendableText;
import dmvpn.app.diagram.SelectionArrangement;
import dmvpn.app.files.IoProblem;
import dmvpn.app.serve.EditHistory.Step;
import dmvpn.app.serve.EditHistory.Texts;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.glsp.DiagramDocument;
import dmvpn.diagram.glsp.DocumentState;
import dmvpn.diagram.layout.Point;
import dmvpn.diagram.layout.Positions;
import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.load.ModelLoader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A model in a file that diagrams show and edit. An edit is written to the file at once; what somebody else writes there is
 * taken over. While the text is broken the last good diagram stays, and nothing is edited.
 */
final class ServedModel implements DiagramDocument, MendableText {

    private static final String CHANGED_OUTSIDE = "change of the file";

    private final ServedFiles files;
    private final DrawnText drawn;
    private final EditHistory history = new EditHistory();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> firstLook = new CompletableFuture<>();
    private Texts texts;
    private String unreadable = "";

    /** @throws IOException when the file cannot be read */
    ServedModel(ServedFiles files, ModelLoader loader) throws IOException {
        this.files = files;
        this.drawn = new DrawnText(files.model(), loader);
        this.texts = files.read();
        show();
    }

    @Override
    public synchronized DocumentState state() {
        firstLook.complete(null);
        return drawn.shown().state(history.lastDone().map(Step::label).orElse(""), history.lastUndone().map(Step::label).orElse(""));
    }

    @Override
    public Optional<String> remark(ModelEdit edit) {
        return drawn.remark(edit);
    }

    @Override
    public Optional<String> refusal(ModelEdit edit) {
        return drawn.refusal(edit);
    }

    /** Done when a diagram shows the model for the first time. */
    CompletableFuture<Void> firstLook() {
        return firstLook;
    }

    /** What is drawn. */
    DrawnText drawn() {
        return drawn;
    }

    @Override
    public Optional<String> edit(ModelEdit edit, Optional<Point> place) {
        Optional<String> selected = editNow(edit, place);
        tellListeners();
        return selected;
    }

    private synchronized Optional<String> editNow(ModelEdit edit, Optional<Point> place) {
        takeOver();
        DrawnText.Edited edited = drawn.edit(edit, place);
        change(EditLabels.of(edit), new Texts(edited.text().text().after(), textOf(edited.moved())));
        return edited.text().selected();
    }

    @Override
    public void change(String label, String before, List<Change> changes) {
        changeNow(label, before, changes);
        tellListeners();
    }

    private synchronized void changeNow(String label, String before, List<Change> changes) {
        takeOver();
        if (!texts.model().equals(before)) {
            throw new EditRefusedException("The file has changed in the same moment. Nothing was changed: do it again");
        }
        StringBuilder changed = new StringBuilder(before);
        changes.reversed().forEach(part -> changed.replace(part.offset(), part.offset() + part.length(), part.text()));
        change(label, new Texts(changed.toString(), texts.positions()));
    }

    /** Where nothing was moved there is no file. */
    private static String textOf(Positions moved) {
        return moved.isEmpty() ? "" : moved.text();
    }

    @Override
    public void move(Map<String, Point> places) {
        reposition(EditLabels.MOVE, places);
        tellListeners();
    }

    private synchronized void reposition(String label, Map<String, Point> places) {
        takeOver();
        drawn.shown().editable();
        change(label, new Texts(texts.model(), textOf(drawn.shown().moved().with(places))));
    }

    @Override
    public void arrange() {
        forgetPlaces();
        tellListeners();
    }

    @Override
    public void arrange(List<String> ids) {
        reposition("arrangement of a part", new SelectionArrangement(new LayeredArrangement()).of(
                drawn.shown().placed().orElseThrow(), ids));
        tellListeners();
    }

    private synchronized void forgetPlaces() {
        takeOver();
        drawn.forgetArrangement();
        if (texts.positions().isEmpty()) {
            show();
        } else {
            change(EditLabels.ARRANGEMENT, new Texts(texts.model(), ""));
        }
    }

    @Override
    public void toggle(String family) {
        drawn.toggle(family);
        tellListeners();
    }

    @Override
    public void undo() {
        step(history::lastDone, Step::before, history::undo);
    }

    @Override
    public void redo() {
        step(history::lastUndone, Step::after, history::redo);
    }

    private void step(Supplier<Optional<Step>> which, Function<Step, Texts> target, Runnable taken) {
        synchronized (this) {
            takeOver();
            Optional<Step> step = which.get();
            if (step.isEmpty()) {
                return;
            }
            write(target.apply(step.get()));
            taken.run();
            show();
        }
        tellListeners();
    }

    @Override
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Takes over what somebody else has written to the files. */
    void refresh() {
        boolean changed;
        synchronized (this) {
            changed = takeOver();
        }
        if (changed) {
            tellListeners();
        }
    }

    private boolean takeOver() {
        try {
            Texts now = files.read();
            if (now.equals(texts) && unreadable.isEmpty() && !drawn.importsChanged()) {
                return false;
            }
            Texts before = texts;
            texts = now;
            unreadable = "";
            show();
            if (!now.equals(before)) {
                followNames();
                history.add(new Step(CHANGED_OUTSIDE, before, texts));
            }
            return true;
        } catch (IOException failure) {
            String explained = IoProblem.explain(failure);
            if (explained.equals(unreadable)) {
                return false;
            }
            unreadable = explained;
        }
        show();
        return true;
    }

    /** Who was renamed in the text is called so in the file with the places, too: who opens it next knows no other name. */
    private void followNames() {
        Texts named = new Texts(texts.model(), textOf(drawn.shown().moved()));
        if (!Positions.parse(named.positions()).equals(Positions.parse(texts.positions()))) {
            try {
                files.write(texts, named);
                texts = named;
            } catch (IOException notNow) {
                return; // The next edit writes them, and says so when it cannot; what is drawn has them already.
            }
        }
    }

    private void change(String label, Texts after) {
        Texts before = texts;
        write(after);
        history.add(new Step(label, before, after));
        show();
    }

    private void write(Texts after) {
        try {
            files.write(texts, after);
            texts = after;
        } catch (IOException failure) {
            throw new EditRefusedException("Nothing was changed: " + IoProblem.explain(failure));
        }
    }

    private void show() {
        drawn.show(texts.model(), Positions.parse(texts.positions()), unreadable);
    }

    private void tellListeners() {
        listeners.forEach(Runnable::run);
    }
}
