package dmvpn.app.serve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What was changed, one step after the other, whoever changed it. A step that is taken back returns the very same texts. */
final class EditHistory {

    private static final int LONGEST = 100;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /**
     * One step.
     *
     * @param label what was done, for people
     */
    record Step(String label, Texts before, Texts after) {
    }

    /**
     * What a step changes.
     *
     * @param model text of the model
     * @param positions text of the places beside it
     */
    record Texts(String model, String positions) {
    }

    void add(Step step) {
        done.push(step);
        undone.clear();
        if (done.size() > LONGEST) {
            done.removeLast();
        }
    }

    Optional<Step> lastDone() {
        return Optional.ofNullable(done.peek());
    }

    Optional<Step> lastUndone() {
        return Optional.ofNullable(undone.peek());
    }

    void undo() {
        undone.push(done.pop());
    }

    void redo() {
        done.push(undone.pop());
    }
}
