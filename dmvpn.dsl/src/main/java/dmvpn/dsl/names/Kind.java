package dmvpn.dsl.names;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ScenarioDeclaration;
import dmvpn.dsl.model.TransportDeclaration;

/** The kinds of named elements. Names are unique within a kind; hubs and spokes are one kind. */
public enum Kind {
    /** {@code transport} */
    TRANSPORT,
    /** {@code crypto} */
    CRYPTO,
    /** {@code cloud} */
    CLOUD,
    /** {@code hub} and {@code spoke} */
    ROUTER,
    /** {@code scenario} */
    SCENARIO;

    /** The kind of an element. */
    public static Kind of(NamedElement element) {
        return switch (element) {
            case TransportDeclaration transport -> TRANSPORT;
            case CryptoDeclaration crypto -> CRYPTO;
            case CloudDeclaration cloud -> CLOUD;
            case RouterDeclaration router -> ROUTER;
            case ScenarioDeclaration scenario -> SCENARIO;
            default -> throw new IllegalArgumentException("No kind for " + element.eClass().getName());
        };
    }

    /** The keyword that starts an element, such as {@code spoke}. */
    public static String keyword(NamedElement element) {
        return switch (element) {
            case TransportDeclaration transport -> "transport";
            case CryptoDeclaration crypto -> "crypto";
            case CloudDeclaration cloud -> "cloud";
            case HubDeclaration hub -> "hub";
            case RouterDeclaration spoke -> "spoke";
            default -> "scenario";
        };
    }

    /** What people call the kind, such as {@code router}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
