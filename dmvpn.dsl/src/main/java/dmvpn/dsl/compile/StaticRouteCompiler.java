package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.RouteClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.StaticRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Compiles static routes. */
final class StaticRouteCompiler {

    private static final int HIGHEST_DISTANCE = 255;
    private static final long HIGHEST_TAG = 0xffff_ffffL;

    private final CompileContext context;

    StaticRouteCompiler(CompileContext context) {
        this.context = context;
    }

    List<StaticRoute> compile(RouterSite site, List<MemberTunnel> tunnels) {
        List<StaticRoute> routes = new ArrayList<>();
        for (RouteClause clause : site.plan().routes()) {
            route(site, tunnels, clause).ifPresent(routes::add);
        }
        return routes;
    }

    private Optional<StaticRoute> route(RouterSite site, List<MemberTunnel> tunnels, RouteClause clause) {
        ValueReader values = site.plan().values();
        Optional<IpPrefix> destination = values.prefix(clause, ROUTE_CLAUSE__DESTINATION, clause.getDestination());
        Optional<IpAddress> nextHop = values.address(clause, ROUTE_CLAUSE__NEXT_HOP, clause.getNextHop());
        Optional<String> egress = new InterfaceReferences(context, site, tunnels)
                .named(clause, ROUTE_CLAUSE__INTERFACE, clause.getInterface());
        int distance = values.integer(clause, ROUTE_CLAUSE__DISTANCE, clause.getDistance(), 1, HIGHEST_DISTANCE).orElse(1);
        OptionalLong tag = values.whole(clause, ROUTE_CLAUSE__TAG, clause.getTag(), 1, HIGHEST_TAG)
                .map(OptionalLong::of).orElse(OptionalLong.empty());
        boolean leadsSomewhere = clause.isDiscard() || nextHop.isPresent() || egress.isPresent();
        if (!leadsSomewhere && clause.getNextHop() == null && clause.getInterface() == null) {
            context.report(TextRules.MISSING_SETTING, "The route leads nowhere: write via with an address, interface with a "
                    + "name, or discard", clause, ROUTE_CLAUSE__DESTINATION, values.label());
        }
        if (destination.isPresent() && nextHop.isPresent()
                && destination.get().network().bitLength() != nextHop.get().bitLength()) {
            context.report(TextRules.VALUE, "The next hop " + nextHop.get() + " of the route to " + destination.get()
                    + " is an address of the other family: write " + (nextHop.get() instanceof Ipv6Address ? "an IPv4" : "an IPv6")
                    + " address", clause, ROUTE_CLAUSE__NEXT_HOP, values.label());
            return Optional.empty();
        }
        if (nextHop.filter(address -> address instanceof Ipv6Address && address.isLinkLocal()).isPresent()
                && clause.getInterface() == null) {
            context.report(TextRules.MISSING_SETTING, "The next hop " + nextHop.get() + " is an address of one link: write interface "
                    + "with the name of the one that leads there", clause, ROUTE_CLAUSE__NEXT_HOP, values.label());
            return Optional.empty();
        }
        if (clause.isDiscard() && clause.getInterface() != null) {
            context.report(TextRules.VALUE, "A route either discards packets or sends them out of an interface", clause,
                    ROUTE_CLAUSE__DISCARD, values.label());
        }
        return destination.isPresent() && leadsSomewhere
                ? Optional.of(new StaticRoute(Optional.ofNullable(clause.getVrf()), destination.get(), nextHop,
                        clause.isDiscard() ? Optional.empty() : egress, distance, tag,
                        context.origins().of(clause, values.label() + " route")))
                : Optional.empty();
    }
}
