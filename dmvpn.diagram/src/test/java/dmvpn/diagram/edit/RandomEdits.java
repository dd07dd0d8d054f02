package dmvpn.diagram.edit;

import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EObject;

/** Edits by diagram and by hand that somebody might make. */
final class RandomEdits {

    private static final List<String> NAMES = List.of("Alpha", "Beta", "via", "expect", "Path2", "at", "HQ", "Internet", "x-1");
    private static final int KINDS = 21;

    private final RandomGenerator random;

    RandomEdits(RandomGenerator random) {
        this.random = random;
    }

    /** An edit by diagram; empty when the model has nothing to make the chosen one of. */
    Optional<ModelEdit> byDiagram(DmvpnResource resource) {
        DrawnModel drawn = DiagramNotation.drawn(resource.model(), "");
        Optional<String> router = any(drawn, RouterDeclaration.class);
        Optional<String> other = any(drawn, RouterDeclaration.class);
        Optional<String> transport = any(drawn, TransportDeclaration.class);
        Optional<String> cloud = any(drawn, CloudDeclaration.class);
        Optional<String> name = random.nextBoolean() ? Optional.empty() : Optional.of(oneOf(NAMES));
        return switch (random.nextInt(KINDS)) {
            case 0 -> Optional.of(new ModelEdit.CreateTransport(name));
            case 1 -> Optional.of(new ModelEdit.CreateCloud(name));
            case 2 -> Optional.of(new ModelEdit.CreateHub(name, transport, cloud));
            case 3 -> Optional.of(new ModelEdit.CreateSpoke(name, transport, cloud));
            case 4 -> Optional.of(new ModelEdit.CreatePlainRouter(name, transport));
            case 5 -> router.map(id -> new ModelEdit.CreateHost(name, id));
            case 6, 7, 8 -> any(drawn, EObject.class).map(id -> new ModelEdit.Delete(List.of(id)));
            case 9 -> any(drawn, NamedElement.class).map(id -> new ModelEdit.Rename(id, oneOf(NAMES)));
            case 10 -> router.flatMap(id -> transport.map(to -> new ModelEdit.Attach(id, to)));
            case 11 -> any(drawn, WanClause.class).flatMap(id -> transport.map(to -> new ModelEdit.MoveAttachment(id, to)));
            case 12 -> router.flatMap(id -> cloud.map(to -> new ModelEdit.Join(id, to)));
            case 13 -> router.flatMap(id -> other.map(to -> new ModelEdit.Connect(id, to, Optional.empty())));
            case 14 -> any(drawn, ServerClause.class).flatMap(id -> router.map(to -> new ModelEdit.Reconnect(id, to)));
            case 15 -> router.map(ModelEdit.SetHub::new);
            case 16 -> router.map(ModelEdit.SetSpoke::new);
            case 17 -> cloud.map(id -> random.nextBoolean() ? new ModelEdit.SetPhase(id, oneOf(List.of("1", "2", "3")))
                    : new ModelEdit.SetOverlay(id, "10.77.0.0/24"));
            case 18 -> any(drawn, WanClause.class)
                    .map(id -> new ModelEdit.SetWanAddress(id, oneOf(List.of("DHCP", "192.0.2.9/24", "2001:db8::9/64"))));
            case 19 -> any(drawn, JoinClause.class).map(id -> new ModelEdit.SetTunnelAddress(id, "10.77.0.9"));
            default -> any(drawn, LanClause.class).map(id -> new ModelEdit.SetLocalNetwork(id, "10.78.0.0/24"));
        };
    }

    private Optional<String> any(DrawnModel drawn, Class<?> type) {
        List<String> ids = drawn.elements().entrySet().stream().filter(entry -> type.isInstance(entry.getValue()))
                .map(Map.Entry::getKey).toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(oneOf(ids));
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The text after an edit by hand: a comment, a blank line, blanks, or a digit of some value. */
    String byHand(String text) {
        List<Integer> lineStarts = IntStream.range(0, text.length())
                .filter(at -> at == 0 || text.charAt(at - 1) == '\n').boxed().toList();
        int line = oneOf(lineStarts);
        int lineEnd = text.indexOf('\n', line) < 0 ? text.length() : text.indexOf('\n', line);
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, line) + "// note " + random.nextInt(100) + "\n" + text.substring(line);
            case 1 -> text.substring(0, line) + "\n" + text.substring(line);
            case 2 -> text.substring(0, lineEnd) + "  // behind " + random.nextInt(100) + text.substring(lineEnd);
            case 3 -> anotherDigit(text, line, lineEnd);
            default -> blankAt(text, text.indexOf(' ', line));
        };
    }

    private String anotherDigit(String text, int line, int lineEnd) {
        List<Integer> digits = IntStream.range(line, lineEnd).filter(at -> Character.isDigit(text.charAt(at))).boxed().toList();
        if (digits.isEmpty()) {
            return text;
        }
        int digit = oneOf(digits);
        return text.substring(0, digit) + (1 + random.nextInt(9)) + text.substring(digit + 1);
    }

    private String blankAt(String text, int blank) {
        return blank < 0 ? text
                : text.substring(0, blank) + (random.nextBoolean() ? "   " : " /* here */ ") + text.substring(blank);
    }
}
