package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import dmvpn.diagram.edit.EditRefusedException;
import java.util.Optional;
import org.eclipse.glsp.graph.GModelElement;
import org.eclipse.glsp.server.features.directediting.LabelEditValidator;
import org.eclipse.glsp.server.features.directediting.ValidationStatus;

/** Says of a name or value that is being typed why it would be refused. */
class LineValidator implements LabelEditValidator {

    @Inject
    private DiagramDocument document;

    @Override
    public ValidationStatus validate(String text, GModelElement label) {
        try {
            return document.refusal(EditableLines.edit(Optional.of(label), label.getId(), text))
                    .map(ValidationStatus::error).orElseGet(ValidationStatus::ok);
        } catch (EditRefusedException refused) {
            return ValidationStatus.error(refused.getMessage());
        }
    }
}
