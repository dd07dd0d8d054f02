package dmvpn.dsl.compile;

import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.LoopbackClause;
import dmvpn.dsl.model.PlatformClause;
import dmvpn.dsl.model.RawClause;
import dmvpn.dsl.model.RouteClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.WanClause;
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
 * replaces the membership of its cloud, {@code raw} lines are added.
 *
 * @param base declaration of the router or family
 * @param exception exception for this member
 * @param number number of the member, empty for a router of its own
 * @param name host name
 * @param reference how the language refers to it
 * @param values reads its values
 * @param origin where it was written
 */
record RouterPlan(
        RouterDeclaration base,
        Optional<RouterDeclaration> exception,
        OptionalInt number,
        String name,
        String reference,
        ValueReader values,
        Origin origin) {

    DeviceRole role() {
        return base instanceof HubDeclaration ? DeviceRole.HUB : DeviceRole.SPOKE;
    }

    boolean isHub() {
        return base instanceof HubDeclaration;
    }

    /** What messages call it, such as {@code spoke Branch[7]}. */
    String label() {
        return values.label();
    }

    List<PlatformClause> platforms() {
        return replaced(RouterDeclaration::getPlatforms);
    }

    List<WanClause> wans() {
        return replaced(RouterDeclaration::getWans);
    }

    List<LanClause> lans() {
        return replaced(RouterDeclaration::getLans);
    }

    List<LoopbackClause> loopbacks() {
        return replaced(RouterDeclaration::getLoopbacks);
    }

    List<RouteClause> routes() {
        return replaced(RouterDeclaration::getRoutes);
    }

    List<RawClause> raw() {
        List<RawClause> all = new ArrayList<>(base.getRaw());
        exception.ifPresent(written -> all.addAll(written.getRaw()));
        return all;
    }

    List<JoinClause> joins() {
        if (exception.isEmpty() || exception.get().getJoins().isEmpty()) {
            return base.getJoins();
        }
        List<JoinClause> added = exception.get().getJoins();
        List<JoinClause> joins = new ArrayList<>();
        for (JoinClause join : base.getJoins()) {
            if (added.stream().noneMatch(other -> other.getCloud() == join.getCloud())) {
                joins.add(join);
            }
        }
        joins.addAll(added);
        return joins;
    }

    private <T> List<T> replaced(Function<RouterDeclaration, List<T>> clauses) {
        return exception.map(clauses).filter(given -> !given.isEmpty()).orElseGet(() -> clauses.apply(base));
    }
}
