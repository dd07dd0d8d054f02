package dmvpn.dsl.compile;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.routing.RoutingPackage;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ScenarioPackage;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Statements that the language reads and the compiler does not: each is reported where it stands, so that nobody takes
 * it for granted. Who compiles one takes it off these lists.
 */
final class NotCompiledYet {

    private static final Set<EClass> STATEMENTS = Set.of(
            ModelPackage.Literals.IMPORT_DECLARATION,
            ModelPackage.Literals.SECRETS_DECLARATION,
            ModelPackage.Literals.TRANSPORT_REFERENCE,
            ModelPackage.Literals.AH_CLAUSE,
            ModelPackage.Literals.KEY_PEER,
            ModelPackage.Literals.CERTIFICATE_CLAUSE,
            ModelPackage.Literals.CLUSTER_LIMIT,
            ModelPackage.Literals.QUALITY_GROUP,
            ModelPackage.Literals.PLAIN_ROUTER_DECLARATION,
            ModelPackage.Literals.FRAGMENT_DECLARATION,
            ModelPackage.Literals.HOST_DECLARATION,
            ModelPackage.Literals.SITE_CLAUSE,
            ModelPackage.Literals.USE_CLAUSE,
            ModelPackage.Literals.BLOCK_CLAUSE,
            ModelPackage.Literals.VPN_CLAUSE,
            ModelPackage.Literals.STATIC_MAP_CLAUSE,
            ModelPackage.Literals.POLICY_ROUTE_CLAUSE,
            ModelPackage.Literals.INTERNET_EXIT_CLAUSE,
            RoutingPackage.Literals.POLICY_DECLARATION,
            RoutingPackage.Literals.DEFAULT_CLAUSE,
            RoutingPackage.Literals.AREA_CLAUSE,
            RoutingPackage.Literals.NETWORK_TYPE_CLAUSE,
            RoutingPackage.Literals.GROUP_VALUE,
            RoutingPackage.Literals.BIDIRECTIONAL_FORWARDING_CLAUSE,
            RoutingPackage.Literals.AUTONOMOUS_SYSTEM_CLAUSE,
            RoutingPackage.Literals.REDISTRIBUTION_CLAUSE,
            RoutingPackage.Literals.POLICY_USE,
            RoutingPackage.Literals.NEIGHBOR_CLAUSE,
            RoutingPackage.Literals.ROUTING_INTERFACE_CLAUSE,
            ScenarioPackage.Literals.REPETITION,
            ScenarioPackage.Literals.SWEEP,
            ScenarioPackage.Literals.FLOW_ACTION,
            ScenarioPackage.Literals.SET_ACTION,
            ScenarioPackage.Literals.RENUMBER_ACTION,
            ScenarioPackage.Literals.CLEAR_ACTION,
            ScenarioPackage.Literals.CHANGE_ACTION,
            ScenarioPackage.Literals.NEIGHBOR_PREDICATE,
            ScenarioPackage.Literals.SECURITY_ASSOCIATION_PREDICATE,
            ScenarioPackage.Literals.COUNTER_PREDICATE,
            ScenarioPackage.Literals.LOOP_CHECK,
            ScenarioPackage.Literals.INVARIANT_CHECK);

    private static final Set<EStructuralFeature> SETTINGS = Set.of(
            ModelPackage.Literals.TRANSPORT_DECLARATION__QUEUE,
            ModelPackage.Literals.CRYPTO_DECLARATION__REPLAY_WINDOW,
            ModelPackage.Literals.CRYPTO_DECLARATION__NAT_KEEPALIVE,
            ModelPackage.Literals.CRYPTO_DECLARATION__RESPONDER_ONLY,
            ModelPackage.Literals.IKE_CLAUSE__EXCHANGE,
            ModelPackage.Literals.ESP_CLAUSE__VOLUME,
            ModelPackage.Literals.CLOUD_DECLARATION__BACKUP_FOR,
            ModelPackage.Literals.CLOUD_DECLARATION__LABELS,
            ModelPackage.Literals.TUNNEL_SETTINGS__AUTHENTICATION_SECRET,
            ModelPackage.Literals.TUNNEL_SETTINGS__UNPROTECTED,
            ModelPackage.Literals.TUNNEL_SETTINGS__SHARED,
            ModelPackage.Literals.TUNNEL_SETTINGS__MODE,
            ModelPackage.Literals.TUNNEL_SETTINGS__REDIRECT,
            ModelPackage.Literals.TUNNEL_SETTINGS__REDIRECT_INTERVAL,
            ModelPackage.Literals.TUNNEL_SETTINGS__SHORTCUT,
            ModelPackage.Literals.TUNNEL_SETTINGS__MULTICAST,
            ModelPackage.Literals.TUNNEL_SETTINGS__SERVER_ONLY,
            ModelPackage.Literals.TUNNEL_SETTINGS__MAX_SEND,
            ModelPackage.Literals.TUNNEL_SETTINGS__INTERFACE_STATE,
            ModelPackage.Literals.TUNNEL_SETTINGS__ICMP_REDIRECTS,
            ModelPackage.Literals.TUNNEL_SETTINGS__KEEPALIVE,
            ModelPackage.Literals.TUNNEL_SETTINGS__FALLBACK,
            ModelPackage.Literals.TUNNEL_SETTINGS__CDP,
            ModelPackage.Literals.WAN_CLAUSE__PAT,
            ModelPackage.Literals.WAN_CLAUSE__NAT,
            ModelPackage.Literals.WAN_CLAUSE__REVERSE_PATH,
            ModelPackage.Literals.WAN_CLAUSE__SHUTDOWN,
            ModelPackage.Literals.JOIN_CLAUSE__ROUTE_VIA,
            ModelPackage.Literals.JOIN_CLAUSE__PROTECTION,
            ModelPackage.Literals.SERVER_CLAUSE__ADDRESS,
            ModelPackage.Literals.SERVER_CLAUSE__NBMA,
            ModelPackage.Literals.SERVER_CLAUSE__NBMA_NAME,
            ModelPackage.Literals.SERVER_CLAUSE__WITHOUT_MULTICAST,
            ModelPackage.Literals.ROUTE_CLAUSE__DISCARD,
            ModelPackage.Literals.ROUTE_CLAUSE__INTERFACE,
            ModelPackage.Literals.ROUTE_CLAUSE__TAG,
            RoutingPackage.Literals.ROUTING_CLAUSE__VRF,
            RoutingPackage.Literals.ROUTING_CLAUSE__DEAD,
            RoutingPackage.Literals.ROUTING_CLAUSE__ROUTE_REFLECTORS,
            RoutingPackage.Literals.ROUTING_CLAUSE__LISTEN,
            RoutingPackage.Literals.ROUTING_CLAUSE__ALLOW_OWN_AUTONOMOUS_SYSTEM,
            RoutingPackage.Literals.ROUTING_CLAUSE__OVERRIDE_AUTONOMOUS_SYSTEM,
            RoutingPackage.Literals.ROUTING_CLAUSE__PASSIVE,
            RoutingPackage.Literals.ROUTING_CLAUSE__DATABASE_FILTER,
            RoutingPackage.Literals.ROUTING_CLAUSE__MAXIMUM_PATHS,
            RoutingPackage.Literals.ROUTING_CLAUSE__KVALUES,
            RoutingPackage.Literals.ROUTING_CLAUSE__DISTANCE,
            RoutingPackage.Literals.ROUTING_CLAUSE__DEFAULT_METRIC,
            RoutingPackage.Literals.ROUTING_CLAUSE__ADVERTISED,
            ScenarioPackage.Literals.PING_ACTION__SIZE,
            ScenarioPackage.Literals.PING_ACTION__UNFRAGMENTED,
            ScenarioPackage.Literals.FAILURE_TARGETS__TRANSPORT,
            ScenarioPackage.Literals.FAILURE_TARGETS__PROTOCOL,
            ScenarioPackage.Literals.FAILURE_TARGETS__ONE_WAY,
            ScenarioPackage.Literals.FAILURE_TARGETS__PART,
            ScenarioPackage.Literals.PATH_CHECK__TRANSPORT,
            ScenarioPackage.Literals.EXPECTATION__WITHIN,
            ScenarioPackage.Literals.LOSS_CHECK__FROM,
            ScenarioPackage.Literals.NHRP_PREDICATE__VIA,
            ScenarioPackage.Literals.ROUTE_PREDICATE__PROTOCOL,
            ScenarioPackage.Literals.ROUTE_PREDICATE__VRF);

    private final CompileContext context;

    NotCompiledYet(CompileContext context) {
        this.context = context;
    }

    void check(List<Element> elements) {
        elements.forEach(this::checkTree);
    }

    private void checkTree(EObject object) {
        EClass type = object.eClass();
        if (STATEMENTS.contains(type)) {
            context.report(TextRules.NOT_SIMULATED, "This is read and has no effect yet", object, "");
            return;
        }
        for (EStructuralFeature feature : type.getEAllAttributes()) {
            checkFeature(object, feature);
        }
        for (EStructuralFeature feature : type.getEAllReferences()) {
            checkFeature(object, feature);
        }
        for (EObject child : object.eContents()) {
            checkTree(child);
        }
    }

    private void checkFeature(EObject object, EStructuralFeature feature) {
        if (SETTINGS.contains(feature) && object.eIsSet(feature)) {
            context.report(TextRules.NOT_SIMULATED, "This setting is read and has no effect yet", object, feature, "");
        }
    }
}
