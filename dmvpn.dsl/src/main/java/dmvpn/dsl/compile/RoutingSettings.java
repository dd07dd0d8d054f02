package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.rules.TextRules;
import dmvpn.network.routing.RouteSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Which protocol knows which setting: one that the protocol has not is reported where it stands. */
final class RoutingSettings {

    private record Setting(String word, Set<RouteSource> protocols) {
    }

    private static final Set<RouteSource> LINK_STATE = EnumSet.of(RouteSource.OSPF);
    private static final Set<RouteSource> PATH = EnumSet.of(RouteSource.BGP);
    private static final Set<RouteSource> DUAL = EnumSet.of(RouteSource.EIGRP);
    private static final Set<RouteSource> VECTOR = EnumSet.of(RouteSource.EIGRP, RouteSource.RIP);
    private static final Set<RouteSource> DYNAMIC =
            EnumSet.of(RouteSource.EIGRP, RouteSource.OSPF, RouteSource.BGP, RouteSource.RIP);
    private static final Set<RouteSource> WITH_TIMER =
            EnumSet.of(RouteSource.EIGRP, RouteSource.OSPF, RouteSource.BGP, RouteSource.RIP);
    private static final Set<RouteSource> WITH_HOLD = EnumSet.of(RouteSource.EIGRP, RouteSource.BGP, RouteSource.RIP);
    private static final Set<RouteSource> WITH_SUMMARY =
            EnumSet.of(RouteSource.EIGRP, RouteSource.BGP, RouteSource.RIP, RouteSource.STATIC);
    private static final Set<RouteSource> WITH_DEFAULT =
            EnumSet.of(RouteSource.EIGRP, RouteSource.OSPF, RouteSource.BGP, RouteSource.RIP, RouteSource.STATIC);
    private static final Set<RouteSource> ON_INTERFACES = EnumSet.of(RouteSource.EIGRP, RouteSource.OSPF, RouteSource.RIP);
    private static final Set<RouteSource> WITH_PASSIVE =
            EnumSet.of(RouteSource.EIGRP, RouteSource.OSPF, RouteSource.BGP, RouteSource.RIP);
    private static final Set<RouteSource> WITH_NEXT_HOP = EnumSet.of(RouteSource.EIGRP, RouteSource.BGP);
    private static final Set<RouteSource> WITH_DETECTION = EnumSet.of(RouteSource.EIGRP, RouteSource.OSPF, RouteSource.BGP);
    private static final Set<RouteSource> WITH_NETWORKS = EnumSet.of(RouteSource.EIGRP, RouteSource.BGP, RouteSource.RIP);
    private static final Set<RouteSource> ALL = EnumSet.complementOf(EnumSet.of(RouteSource.CONNECTED));

    private static final Map<EStructuralFeature, Setting> SETTINGS = settings();

    private final CompileContext context;

    RoutingSettings(CompileContext context) {
        this.context = context;
    }

    private static Map<EStructuralFeature, Setting> settings() {
        Map<EStructuralFeature, Setting> all = new LinkedHashMap<>();
        all.put(ROUTING_CLAUSE__SUMMARIES, new Setting("summary", WITH_SUMMARY));
        all.put(ROUTING_CLAUSE__DEFAULTS, new Setting("default", WITH_DEFAULT));
        all.put(ROUTING_CLAUSE__STUB, new Setting("stub", DUAL));
        all.put(ROUTING_CLAUSE__HELLO, new Setting("hello", WITH_TIMER));
        all.put(ROUTING_CLAUSE__HOLD, new Setting("hold", WITH_HOLD));
        all.put(ROUTING_CLAUSE__DEAD, new Setting("dead", LINK_STATE));
        all.put(ROUTING_CLAUSE__SPLIT_HORIZON, new Setting("split-horizon", VECTOR));
        all.put(ROUTING_CLAUSE__NEXT_HOP_SELF, new Setting("next-hop-self", WITH_NEXT_HOP));
        all.put(ROUTING_CLAUSE__AREAS, new Setting("area", LINK_STATE));
        all.put(ROUTING_CLAUSE__NETWORK_TYPES, new Setting("network-type", LINK_STATE));
        all.put(ROUTING_CLAUSE__PRIORITIES, new Setting("priority", LINK_STATE));
        all.put(ROUTING_CLAUSE__COSTS, new Setting("cost", LINK_STATE));
        all.put(ROUTING_CLAUSE__LOCAL_PREFERENCES, new Setting("local-preference", PATH));
        all.put(ROUTING_CLAUSE__METRICS, new Setting("med", PATH));
        all.put(ROUTING_CLAUSE__BFD, new Setting("bfd", WITH_DETECTION));
        all.put(ROUTING_CLAUSE__AUTONOMOUS_SYSTEMS, new Setting("as", PATH));
        all.put(ROUTING_CLAUSE__ROUTE_REFLECTORS, new Setting("route-reflector", PATH));
        all.put(ROUTING_CLAUSE__NO_ROUTE_REFLECTORS, new Setting("route-reflector", PATH));
        all.put(ROUTING_CLAUSE__LISTEN, new Setting("listen", PATH));
        all.put(ROUTING_CLAUSE__ALLOW_OWN_AUTONOMOUS_SYSTEM, new Setting("allowas-in", PATH));
        all.put(ROUTING_CLAUSE__OVERRIDE_AUTONOMOUS_SYSTEM, new Setting("as-override", PATH));
        all.put(ROUTING_CLAUSE__REMOVE_PRIVATE_AUTONOMOUS_SYSTEMS, new Setting("remove-private-as", PATH));
        all.put(ROUTING_CLAUSE__SEND_COMMUNITY, new Setting("send-community", PATH));
        all.put(ROUTING_CLAUSE__PASSIVE, new Setting("passive", WITH_PASSIVE));
        all.put(ROUTING_CLAUSE__DATABASE_FILTER, new Setting("database-filter", LINK_STATE));
        all.put(ROUTING_CLAUSE__MAXIMUM_PATHS, new Setting("maximum-paths", DYNAMIC));
        all.put(ROUTING_CLAUSE__KVALUES, new Setting("k-values", DUAL));
        all.put(ROUTING_CLAUSE__NAMED, new Setting("named", DUAL));
        all.put(ROUTING_CLAUSE__DISTANCE, new Setting("distance", ALL));
        all.put(ROUTING_CLAUSE__DEFAULT_METRIC, new Setting("metric", DYNAMIC));
        all.put(ROUTING_CLAUSE__REDISTRIBUTIONS, new Setting("redistribute", DYNAMIC));
        all.put(ROUTING_CLAUSE__POLICIES, new Setting("accept and announce", DYNAMIC));
        all.put(ROUTING_CLAUSE__NEIGHBORS, new Setting("neighbor", PATH));
        all.put(ROUTING_CLAUSE__ADVERTISED, new Setting("advertise", WITH_NETWORKS));
        all.put(ROUTING_CLAUSE__INTERFACES, new Setting("on", ON_INTERFACES));
        all.put(ROUTING_INTERFACE_CLAUSE__AREAS, new Setting("area", LINK_STATE));
        all.put(ROUTING_INTERFACE_CLAUSE__NETWORK_TYPES, new Setting("network-type", LINK_STATE));
        all.put(ROUTING_INTERFACE_CLAUSE__COST, new Setting("cost", LINK_STATE));
        all.put(ROUTING_INTERFACE_CLAUSE__PRIORITY, new Setting("priority", LINK_STATE));
        all.put(ROUTING_INTERFACE_CLAUSE__HELLO, new Setting("hello", EnumSet.of(RouteSource.EIGRP, RouteSource.OSPF)));
        all.put(ROUTING_INTERFACE_CLAUSE__HOLD, new Setting("hold", DUAL));
        all.put(ROUTING_INTERFACE_CLAUSE__DEAD, new Setting("dead", LINK_STATE));
        all.put(ROUTING_INTERFACE_CLAUSE__SPLIT_HORIZON, new Setting("split-horizon", VECTOR));
        all.put(ROUTING_INTERFACE_CLAUSE__NEXT_HOP_SELF, new Setting("next-hop-self", DUAL));
        all.put(ROUTING_INTERFACE_CLAUSE__BFD, new Setting("bfd", WITH_DETECTION));
        all.put(ROUTING_INTERFACE_CLAUSE__SUMMARIES, new Setting("summary", VECTOR));
        all.put(NEIGHBOR_CLAUSE__COST, new Setting("cost", Set.of()));
        return all;
    }

    /** Reports the settings of a clause that the protocol does not know. */
    void check(EObject clause, RouteSource protocol, String label) {
        for (EStructuralFeature feature : clause.eClass().getEAllStructuralFeatures()) {
            Setting setting = SETTINGS.get(feature);
            if (setting != null && !setting.protocols().contains(protocol) && clause.eIsSet(feature)) {
                context.report(TextRules.UNKNOWN_SETTING, why(setting.word(), protocol), clause, feature, label);
            }
        }
    }

    private static String why(String word, RouteSource protocol) {
        if (word.equals("summary") && protocol == RouteSource.OSPF) {
            return "OSPF does not summarise inside an area, so the routers of a cloud cannot announce a summary into it: "
                    + "use area with type totally-stub, or database-filter hubs with a static default";
        }
        return protocol.keyword() + " knows no " + word;
    }
}
