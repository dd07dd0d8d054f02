package dmvpn.app.diagram;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.edit.TextEdit;
import dmvpn.diagram.edit.TextEdits;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.Optional;

/**
 * The edit of a text that was tried last. What people type is tried while they type, and most often made as it was tried last: then
 * the answer is there already. Safe for use by several threads.
 */
final class TriedEdit {

    /** A longer text is not tried: that would take longer than people wait for a letter. */
    private static final int LONGEST_WHILE_TYPING = 100_000;

    private record Tried(DmvpnResource text, ModelEdit edit, TextEdit result, EditRefusedException refusal) {
    }

    private volatile Tried last = new Tried(null, null, null, null);

    /**
     * What an edit does to a text.
     *
     * @throws EditRefusedException when it cannot be made
     */
    TextEdit of(DmvpnResource text, ModelEdit edit) {
        Tried tried = tried(text, edit);
        if (tried.refusal() != null) {
            throw tried.refusal();
        }
        return tried.result();
    }

    /** Why an edit of a text would be refused, for people; empty when it would not be, or when that cannot be said in a moment. */
    Optional<String> refusal(DmvpnResource text, ModelEdit edit) {
        return text.text().length() > LONGEST_WHILE_TYPING ? Optional.empty()
                : Optional.ofNullable(tried(text, edit).refusal()).map(EditRefusedException::getMessage);
    }

    private Tried tried(DmvpnResource text, ModelEdit edit) {
        Tried known = last;
        if (known.text() != text || !edit.equals(known.edit())) {
            known = tryOut(text, edit);
            last = known;
        }
        return known;
    }

    private static Tried tryOut(DmvpnResource text, ModelEdit edit) {
        try {
            return new Tried(text, edit, TextEdits.of(text, edit), null);
        } catch (EditRefusedException refused) {
            return new Tried(text, edit, null, refused);
        }
    }
}
