package dmvpn.dsl.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.eclipse.emf.ecore.EClass;

/** Names that a generated model declares. References are chosen when all of it is written, so that they may point ahead. */
final class NamePool {

    private record Declared(EClass type, String name, int element) {
    }

    private final List<Declared> declared = new ArrayList<>();
    private final RandomGenerator random;

    NamePool(RandomGenerator random) {
        this.random = random;
    }

    /** A new name for something of a type, mostly one that no other has. */
    String declare(EClass type, int element) {
        String stem = type.getName().substring(0, Math.min(2, type.getName().length()));
        int number = random.nextInt(10) == 0 ? 1 + random.nextInt(3) : 1 + declared.size();
        String name = stem + number;
        declared.add(new Declared(type, name, element));
        return name;
    }

    /** Takes a keyword as the name of something. */
    void declare(EClass type, int element, String keyword) {
        declared.add(new Declared(type, keyword, element));
    }

    /** A name for a reference from an element of the list: in the whole model, or for what is local in its own element. */
    String reference(String typeName, int element) {
        List<String> names = declared.stream().filter(each -> fits(each, typeName, element)).map(Declared::name).toList();
        if (names.isEmpty() || random.nextInt(40) == 0) {
            return typeName.equals("PingAction") || typeName.equals("ScenarioAction") ? "ping" : "Nobody";
        }
        return names.get(random.nextInt(names.size()));
    }

    private static boolean fits(Declared declared, String typeName, int element) {
        String name = declared.type().getName();
        return switch (typeName) {
            case "PingAction", "ScenarioAction" -> name.equals("PingAction") && declared.element() == element;
            case "EObject" -> isRouter(name) || name.equals("HostDeclaration") || name.equals("SweepVariable") && declared.element() == element;
            case "RouterDeclaration" -> isRouter(name);
            // A next-hop server is a hub.
            case "Server" -> name.equals("HubDeclaration");
            default -> name.equals(typeName);
        };
    }

    private static boolean isRouter(String typeName) {
        return typeName.equals("HubDeclaration") || typeName.equals("SpokeDeclaration") || typeName.equals("PlainRouterDeclaration");
    }
}
