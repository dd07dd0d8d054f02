package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.rules.TextRules;
import dmvpn.network.routing.RouteSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Settings of a router's own routing clause that speak of tunnels, or of all neighbours of a cloud. */
final class OwnRoutingSettings {

    /** Settings of tunnels; those of the whole process are not among them. */
    private static final Map<EStructuralFeature, String> OF_TUNNELS = ofTunnels();
    private static final Map<EStructuralFeature, String> OF_CLOUDS = ofClouds();

    private final RoutingPlan plan;
    private final RoutedRouter router;

    OwnRoutingSettings(RoutingPlan plan, RoutedRouter router) {
        this.plan = plan;
        this.router = router;
    }

    private static Map<EStructuralFeature, String> ofTunnels() {
        Map<EStructuralFeature, String> words = new LinkedHashMap<>();
        words.put(ROUTING_CLAUSE__HELLO, "hello");
        words.put(ROUTING_CLAUSE__HOLD, "hold");
        words.put(ROUTING_CLAUSE__DEAD, "dead");
        words.put(ROUTING_CLAUSE__SPLIT_HORIZON, "split-horizon");
        words.put(ROUTING_CLAUSE__NEXT_HOP_SELF, "next-hop-self");
        words.put(ROUTING_CLAUSE__NETWORK_TYPES, "network-type");
        words.put(ROUTING_CLAUSE__PRIORITIES, "priority");
        words.put(ROUTING_CLAUSE__COSTS, "cost");
        words.put(ROUTING_CLAUSE__PASSIVE, "passive");
        words.put(ROUTING_CLAUSE__DATABASE_FILTER, "database-filter");
        words.put(ROUTING_CLAUSE__BFD, "bfd");
        words.put(ROUTING_CLAUSE__SUMMARIES, "summary");
        words.put(ROUTING_CLAUSE__DEFAULTS, "default");
        return words;
    }

    private static Map<EStructuralFeature, String> ofClouds() {
        Map<EStructuralFeature, String> words = new LinkedHashMap<>();
        words.put(ROUTING_CLAUSE__HELLO, "hello");
        words.put(ROUTING_CLAUSE__HOLD, "hold");
        words.put(ROUTING_CLAUSE__NEXT_HOP_SELF, "next-hop-self");
        words.put(ROUTING_CLAUSE__LOCAL_PREFERENCES, "local-preference");
        words.put(ROUTING_CLAUSE__METRICS, "med");
        words.put(ROUTING_CLAUSE__BFD, "bfd");
        words.put(ROUTING_CLAUSE__POLICIES, "accept and announce");
        words.put(ROUTING_CLAUSE__DEFAULTS, "default");
        words.put(ROUTING_CLAUSE__AUTONOMOUS_SYSTEMS, "as");
        words.put(ROUTING_CLAUSE__ROUTE_REFLECTORS, "route-reflector");
        words.put(ROUTING_CLAUSE__NO_ROUTE_REFLECTORS, "route-reflector");
        words.put(ROUTING_CLAUSE__LISTEN, "listen");
        words.put(ROUTING_CLAUSE__ALLOW_OWN_AUTONOMOUS_SYSTEM, "allowas-in");
        words.put(ROUTING_CLAUSE__OVERRIDE_AUTONOMOUS_SYSTEM, "as-override");
        words.put(ROUTING_CLAUSE__REMOVE_PRIVATE_AUTONOMOUS_SYSTEMS, "remove-private-as");
        words.put(ROUTING_CLAUSE__SEND_COMMUNITY, "send-community");
        words.put(ROUTING_CLAUSE__PASSIVE, "passive");
        return words;
    }

    /** True when the clause says something of tunnels. */
    boolean speakOfTunnels() {
        return OF_TUNNELS.keySet().stream().anyMatch(plan.clause()::eIsSet);
    }

    /** Reports the settings of tunnels of a process that has none. */
    void reportThoseOfTunnels() {
        OF_TUNNELS.forEach((feature, word) -> {
            boolean isOfProcess = plan.protocol() == RouteSource.RIP
                    && (feature == ROUTING_CLAUSE__HELLO || feature == ROUTING_CLAUSE__HOLD)
                    || plan.protocol() != RouteSource.EIGRP && feature == ROUTING_CLAUSE__DEFAULTS;
            if (!isOfProcess) {
                report(feature, word + " speaks of tunnels, and no tunnel of " + router.site().plan().reference()
                        + " is in this process: write it behind on, in the braces of the interfaces that it is about");
            }
        });
    }

    /** Reports the settings of BGP that a cloud gives to its members. */
    void reportThoseOfClouds() {
        OF_CLOUDS.forEach((feature, word) -> report(feature, word + " is said of a cloud or of one neighbor: write it in the "
                + "routing of the cloud, or in the braces behind neighbor where that knows it"));
    }

    private void report(EStructuralFeature feature, String message) {
        if (plan.clause().eIsSet(feature)) {
            router.context().report(TextRules.UNKNOWN_SETTING, message, plan.clause(), feature, router.label());
        }
    }
}
