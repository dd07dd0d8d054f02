package dmvpn.diagram.glsp;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.layout.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text behind a diagram, wherever it lives: in a file that is served, in an editor. It may be used by several threads at
 * once, and several diagrams may show it.
 */
public interface DiagramDocument {

    /** What there is to show now. */
    DocumentState state();

    /**
     * Edits the text.
     *
     * @param place where the upper left corner of a new element goes; empty for wherever there is room
     * @return identifier of what the edit made or changed
     * @throws EditRefusedException when the edit cannot be made
     */
    Optional<String> edit(ModelEdit edit, Optional<Point> place);

    /**
     * Why an edit would be refused; empty when it would not, or when that cannot be said in a moment. Nothing is changed.
     */
    default Optional<String> refusal(ModelEdit edit) {
        return Optional.empty();
    }

    /** What is to be said about an edit that was just made, for people; mostly nothing. It may take a while. */
    default Optional<String> remark(ModelEdit edit) {
        return Optional.empty();
    }

    /**
     * Moves elements.
     *
     * @param places upper left corners by identifier
     * @throws EditRefusedException when places cannot be kept
     */
    void move(Map<String, Point> places);

    /** Forgets all places that elements were moved to. */
    void arrange();

    /**
     * Moves some elements to where what connects them would have them.
     *
     * @param ids identifiers of elements
     * @throws EditRefusedException when they are too few or too many, or places cannot be kept
     */
    void arrange(List<String> ids);

    /**
     * Shows the members of a family that matter one by one, or the family as one stack again.
     *
     * @param family identifier of the family
     */
    void toggle(String family);

    /** Takes the last change back, if there is one. */
    void undo();

    /** Makes the change again that was taken back last, if there is one. */
    void redo();

    /**
     * Hears what is selected in a diagram. Most documents do not care.
     *
     * @param ids identifiers of elements, none when nothing is selected
     */
    default void selected(List<String> ids) {
        // What else shows a selection overrides this.
    }

    /**
     * Has somebody told of every change.
     *
     * @param listener may be called by any thread, and must not keep it
     * @return ends it
     */
    Runnable listen(Runnable listener);
}
