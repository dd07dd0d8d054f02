package dmvpn.dsl.names;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.FragmentDeclaration;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.routing.PolicyDeclaration;
import dmvpn.dsl.scenario.ScenarioDeclaration;

/** The kinds of named elements. Names are unique within a kind; hubs, spokes and plain routers are one kind. */
public enum Kind {
    /** {@code transport} */
    TRANSPORT,
    /** {@code crypto} */
    CRYPTO,
    /** {@code cloud} */
    CLOUD,
    /** {@code policy} */
    POLICY,
    /** {@code fragment} */
    FRAGMENT,
    /** {@code hub}, {@code spoke} and {@code router} */
    ROUTER,
    /** {@code host} */
    HOST,
    /** {@code scenario} */
    SCENARIO;

    /** The kind of an element. */
    public static Kind of(NamedElement element) {
        return switch (element) {
            case TransportDeclaration transport -> TRANSPORT;
            case CryptoDeclaration crypto -> CRYPTO;
            case CloudDeclaration cloud -> CLOUD;
            case PolicyDeclaration policy -> POLICY;
            case FragmentDeclaration fragment -> FRAGMENT;
            case RouterDeclaration router -> ROUTER;
            case HostDeclaration host -> HOST;
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
            case SpokeDeclaration spoke -> "spoke";
            case RouterDeclaration router -> "router";
            case FragmentDeclaration fragment -> "fragment";
            case PolicyDeclaration policy -> "policy";
            case HostDeclaration host -> "host";
            default -> "scenario";
        };
    }

    /** What people call the kind, such as {@code router}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
