package dmvpn.dsl.compile;

import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.InternetExitClause;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.LoopbackClause;
import dmvpn.dsl.model.PlatformClause;
import dmvpn.dsl.model.PolicyRouteClause;
import dmvpn.dsl.model.RawClause;
import dmvpn.dsl.model.RouteClause;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SiteClause;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.model.VpnClause;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One router with the clauses that hold for it: those of its declaration, or those of its family with what the exception
 * for its number replaces. A clause of an exception replaces all the family's clauses of its kind; a {@code join}
 * replaces the membership of its cloud, {@code raw} lines are added. What a declaration says is what it and its fragments say.
 *
 * @param base declaration of the router or family
 * @param clauses the clauses of the declaration; those of its fragments are left out when the exception uses others
 * @param exception clauses of the exception for this member
 * @param number number of the member, empty for a router of its own
 * @param name host name
 * @param reference how the language refers to it
 * @param values reads its values
 * @param origin where it was written
 */
record RouterPlan(
        RouterDeclaration base,
        Clauses clauses,
        Optional<Clauses> exception,
        OptionalInt number,
        String name,
        String reference,
        ValueReader values,
        Origin origin) {

    DeviceRole role() {
        return switch (base) {
            case HubDeclaration hub -> DeviceRole.HUB;
            case SpokeDeclaration spoke -> DeviceRole.SPOKE;
            default -> DeviceRole.ROUTER;
        };
    }

    boolean isHub() {
        return base instanceof HubDeclaration;
    }

    /** What messages call it, such as {@code spoke Branch[7]}. */
    String label() {
        return values.label();
    }

    List<PlatformClause> platforms() {
        return single(RouterBody::getPlatforms);
    }

    /** The place that it shares with other routers: the last one counts. */
    List<SiteClause> sites() {
        return single(RouterBody::getSites);
    }

    List<WanClause> wans() {
        return replaced(RouterBody::getWans);
    }

    List<LanClause> lans() {
        return replaced(RouterBody::getLans);
    }

    List<LoopbackClause> loopbacks() {
        return replaced(RouterBody::getLoopbacks);
    }

    List<VpnClause> vpns() {
        return replaced(RouterBody::getVpns);
    }

    List<RouteClause> routes() {
        return replaced(RouterBody::getRoutes);
    }

    List<RoutingClause> routing() {
        return replaced(RouterBody::getRouting);
    }

    List<PolicyRouteClause> policyRoutes() {
        return replaced(RouterBody::getPolicyRoutes);
    }

    List<InternetExitClause> exits() {
        return replaced(RouterBody::getExits);
    }

    List<RawClause> raw() {
        List<RawClause> all = clauses.all(RouterBody::getRaw);
        if (exception.isEmpty()) {
            return all;
        }
        List<RawClause> both = new ArrayList<>(all);
        both.addAll(exception.get().all(RouterBody::getRaw));
        return both;
    }

    List<JoinClause> joins() {
        List<JoinClause> added = exception.map(Clauses::joins).orElse(List.of());
        if (added.isEmpty()) {
            return clauses.joins();
        }
        List<JoinClause> joins = new ArrayList<>();
        for (JoinClause join : clauses.joins()) {
            if (added.stream().noneMatch(other -> other.getCloud() == join.getCloud())) {
                joins.add(join);
            }
        }
        joins.addAll(added);
        return joins;
    }

    private <T> List<T> replaced(Function<RouterBody, List<T>> kind) {
        return exception.map(written -> written.all(kind)).filter(given -> !given.isEmpty()).orElseGet(() -> clauses.all(kind));
    }

    private <T> List<T> single(Function<RouterBody, List<T>> kind) {
        return exception.map(written -> written.single(kind)).filter(given -> !given.isEmpty())
                .orElseGet(() -> clauses.single(kind));
    }
}
