package dmvpn.diagram.edit;

import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.text.ChangedText;
import dmvpn.diagram.text.ModelText;
import dmvpn.diagram.text.UnwritableException;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/**
 * An edit of a diagram as an edit of the text: the few replacements that make the text say what the edit does to the model.
 * The resource that it is asked for stays as it is; who applies the replacements to its text gets the new model by parsing.
 */
public final class TextEdits {

    private TextEdits() {
    }

    /**
     * The replacements for an edit.
     *
     * @param resource text and model as they are now
     * @throws EditRefusedException with a sentence for people when the edit cannot be made
     */
    public static TextEdit of(DmvpnResource resource, ModelEdit edit) {
        if (resource.getParseResult() == null) {
            throw new EditRefusedException("The file has not been read yet");
        }
        ModelText text = new ModelText(resource);
        try {
            return edit instanceof ModelEdit.Rename rename ? renamed(text, rename) : changed(text, edit);
        } catch (UnwritableException unwritable) {
            throw new EditRefusedException(unwritable.getMessage());
        }
    }

    private static TextEdit changed(ModelText text, ModelEdit edit) throws UnwritableException {
        ModelText.Edited<Outcome> edited = text.change(model -> Outcome.of(model, edit));
        return new TextEdit(edited.text(), edited.result().selected(), edited.result().renamed());
    }

    /** Xtext's change serializer passes over references to a router from inside itself; those are found by comparing. */
    private static TextEdit renamed(ModelText text, ModelEdit.Rename rename) throws UnwritableException {
        Outcome[] outcome = new Outcome[1];
        Optional<ChangedText> changed = text.changeValues(model -> outcome[0] = Outcome.of(model, rename));
        return changed.isPresent() ? new TextEdit(changed.get(), outcome[0].selected(), outcome[0].renamed())
                : changed(text, rename);
    }

    /** What became of the identifiers. */
    private record Outcome(Optional<String> selected, Map<String, String> renamed) {

        static Outcome of(Model model, ModelEdit edit) {
            DrawnModel before = DiagramNotation.drawn(model, "");
            Optional<EObject> changed = Application.apply(model, edit);
            DrawnModel after = DiagramNotation.drawn(model, "");
            Map<EObject, String> now = new IdentityHashMap<>();
            after.elements().forEach((id, element) -> now.putIfAbsent(element, id));
            Map<String, String> renamed = new LinkedHashMap<>();
            before.elements().forEach((id, element) -> {
                if (now.containsKey(element) && !after.elements().containsKey(id)) {
                    renamed.put(id, now.get(element));
                }
            });
            return new Outcome(changed.map(now::get), renamed);
        }
    }
}
