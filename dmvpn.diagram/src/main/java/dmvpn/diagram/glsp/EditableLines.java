package dmvpn.diagram.glsp;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.layout.Box;
import dmvpn.diagram.layout.PlacedText;
import dmvpn.diagram.notation.ShownValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.glsp.graph.GLabel;
import org.eclipse.glsp.graph.GModelElement;
import org.eclipse.glsp.graph.builder.impl.GLabelBuilder;

/** The lines of nodes that are edited in their place, as labels over the texts, and what an edit of such a label means. */
final class EditableLines {

    private static final String KIND = "kind";
    private static final String SUBJECT = "subject";

    private EditableLines() {
    }

    /** The label over the line with a value; empty when the node does not show it. */
    static Optional<GLabel> label(ShownValue value, List<PlacedText> texts, Box node) {
        String line = value.kind().prefix() + value.text();
        // The phase is the beginning of a longer line.
        return texts.stream().filter(text -> value.kind() == ShownValue.Kind.PHASE
                        ? text.fullText().startsWith(line) : text.fullText().equals(line))
                .findFirst().map(text -> {
                    Box room = new PlacedText(line, line, text.x(), text.baseline(), text.fontSize(), text.role()).bounds();
                    return new GLabelBuilder(ElementTypes.NAME)
                            .id(ElementTypes.labelOf(value.node(), value.kind().name().toLowerCase(Locale.ROOT)))
                            .text(value.text()).position(room.x() - node.x(), room.y() - node.y())
                            .size(Math.min(room.width(), node.right() - room.x()), room.height())
                            .addArgument(KIND, value.kind().name()).addArgument(SUBJECT, value.subject())
                            .addArgument("title", title(value.kind())).build();
                });
    }

    private static String title(ShownValue.Kind kind) {
        return switch (kind) {
            case TUNNEL_ADDRESS -> "tunnel address";
            case WAN_ADDRESS -> "WAN address";
            case LOCAL_NETWORK -> "local network";
            case OVERLAY -> "overlay subnet";
            case PHASE -> "phase";
        };
    }

    /**
     * What it means that a label is given another text.
     *
     * @param label the label as it is drawn now; empty when it is gone
     */
    static ModelEdit edit(Optional<GModelElement> label, String labelId, String typed) {
        String text = typed.strip();
        if (labelId.equals(ElementTypes.nameOf(ElementTypes.nodeOf(labelId)))) {
            return new ModelEdit.Rename(ElementTypes.nodeOf(labelId), text);
        }
        Map<String, Object> arguments = label.map(element -> element.getArgs().map()).orElse(Map.of());
        if (!(arguments.get(KIND) instanceof String kind) || !(arguments.get(SUBJECT) instanceof String subject)) {
            throw new EditRefusedException("The line is gone: the text may have changed meanwhile");
        }
        return switch (ShownValue.Kind.valueOf(kind)) {
            case TUNNEL_ADDRESS -> new ModelEdit.SetTunnelAddress(subject, text);
            case WAN_ADDRESS -> new ModelEdit.SetWanAddress(subject, text);
            case LOCAL_NETWORK -> new ModelEdit.SetLocalNetwork(subject, text);
            case OVERLAY -> new ModelEdit.SetOverlay(subject, text);
            case PHASE -> new ModelEdit.SetPhase(subject, text);
        };
    }
}
