package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.routing.PolicyUse;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.RouteSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Says which routing is exported and does not take part in a run. */
final class NotSimulatedRouting {

    private static final Map<EStructuralFeature, String> OF_IPV4_ALONE = ofIpv4Alone();
    /** What a prefix list can say. */
    private static final Set<EStructuralFeature> OF_PREFIX_LISTS =
            Set.of(POLICY_STATEMENT__PERMIT, POLICY_STATEMENT__DENY, POLICY_STATEMENT__PREFIXES);

    private final CompileContext context;

    NotSimulatedRouting(CompileContext context) {
        this.context = context;
    }

    private static Map<EStructuralFeature, String> ofIpv4Alone() {
        Map<EStructuralFeature, String> settings = new LinkedHashMap<>();
        settings.put(ROUTING_CLAUSE__DISTANCE, "the distance is");
        settings.put(ROUTING_CLAUSE__POLICIES, "policies on neighbors are");
        settings.put(ROUTING_CLAUSE__BFD, "BFD is");
        return settings;
    }

    void check(RoutingClause clause, RouteSource protocol, String label) {
        if ((protocol == RouteSource.RIP || protocol == RouteSource.ODR) && isOfIpv6Overlay(clause)) {
            context.report(TextRules.NOT_SIMULATED, protocol.keyword() + " over an IPv6 overlay is neither simulated nor exported "
                    + "yet: in a run routers learn no routes from it; write routing eigrp, ospf, bgp or static", clause, ROUTING_CLAUSE__PROTOCOL,
                    label);
            return;
        }
        switch (protocol) {
            case STATIC, ODR, CONNECTED, BGP -> { } // simulated as they are
            case EIGRP -> reportSettingsOfIpv4(clause, label);
            case OSPF -> ofOspf(clause, label);
            case RIP -> clause.getPolicies().stream().filter(NotSimulatedRouting::looksAtMoreThanPrefixes).forEach(use ->
                    context.report(TextRules.NOT_SIMULATED, "RIP of IOS filters by prefixes alone: on such routers the policy is "
                            + "neither exported nor used in a run", use, POLICY_USE__POLICY, label));
        }
    }

    private void ofOspf(RoutingClause clause, String label) {
        clause.getPolicies().stream().filter(use -> use.isAnnounce()).forEach(use -> context.report(TextRules.NOT_SIMULATED,
                "OSPF cannot filter what it tells inside an area: announce is neither exported nor used in a run; let "
                        + "redistribute go through the policy", use, POLICY_USE__POLICY, label));
        clause.getNetworkTypes().stream().filter(said -> isOfIpv6Overlay(clause)
                && OspfNetworkType.NON_BROADCAST.keyword().equalsIgnoreCase(said.getType())).findFirst().ifPresent(said ->
                context.report(TextRules.NOT_SIMULATED, "Neighbors of a non-broadcast network over an IPv6 overlay are "
                        + "neither simulated nor exported yet: write broadcast or point-to-multipoint", clause,
                        ROUTING_CLAUSE__NETWORK_TYPES, label));
    }

    /** EIGRP for IPv6 is written in classic mode, where these have other forms or none. */
    private void reportSettingsOfIpv4(RoutingClause clause, String label) {
        OF_IPV4_ALONE.forEach((feature, subject) -> {
            if (clause.eIsSet(feature) && isOfIpv6Overlay(clause)) {
                context.report(TextRules.NOT_SIMULATED, "Of EIGRP " + subject + " neither exported nor used in a run over an IPv6 "
                        + "overlay", clause, feature, label);
            }
        });
    }

    private static boolean looksAtMoreThanPrefixes(PolicyUse use) {
        return use.getPolicy() != null && use.getPolicy().getStatements().stream().anyMatch(statement ->
                statement.eClass().getEAllStructuralFeatures().stream().filter(feature -> !OF_PREFIX_LISTS.contains(feature))
                        .anyMatch(statement::eIsSet));
    }

    /** A clause of a cloud whose overlay is of IPv6. */
    private static boolean isOfIpv6Overlay(RoutingClause clause) {
        return clause.eContainer() instanceof CloudDeclaration cloud && cloud.getOverlay() != null
                && IpPrefix.tryParse(cloud.getOverlay()).filter(prefix -> prefix.network() instanceof Ipv6Address).isPresent();
    }
}
