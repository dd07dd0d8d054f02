package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.InternetExitClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.PolicyRouteClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.forwarding.ClearedDontFragment;
import dmvpn.network.forwarding.ForwardingPolicy;
import dmvpn.network.forwarding.InternetExit;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.forwarding.PolicyRoute;
import dmvpn.network.forwarding.PolicyScope;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compiles policy routes and exits to the Internet. */
final class ForwardingCompiler {

    private static final String PROTOCOLS = "a protocol: expected one of "
            + Arrays.stream(PacketProtocol.values()).map(PacketProtocol::keyword).collect(Collectors.joining(", "));

    private final CompileContext context;

    ForwardingCompiler(CompileContext context) {
        this.context = context;
    }

    ForwardingPolicy compile(RouterSite site, List<MemberTunnel> tunnels) {
        List<PolicyRoute> routes = new ArrayList<>();
        for (PolicyRouteClause clause : site.plan().policyRoutes()) {
            policyRoutes(site, tunnels, clause, routes);
        }
        List<InternetExit> exits = new ArrayList<>();
        for (InternetExitClause clause : site.plan().exits()) {
            exit(site, clause).ifPresent(exits::add);
        }
        return new ForwardingPolicy(routes, exits, clearedDontFragment(site), site.plan().origin());
    }

    /** IPv6 has no DF bit. */
    private List<ClearedDontFragment> clearedDontFragment(RouterSite site) {
        List<ClearedDontFragment> cleared = new ArrayList<>();
        for (LocalNetwork network : site.localNetworks()) {
            LanClause clause = network.clause();
            if (clause.isClearsDontFragment() && network.routerAddress() instanceof Ipv6Address) {
                context.report(TextRules.VALUE, "Packets of IPv6 have no DF bit that could be cleared: leave clear-df out", clause,
                        LAN_CLAUSE__CLEARS_DONT_FRAGMENT, site.plan().label());
            } else if (clause.isClearsDontFragment()) {
                cleared.add(new ClearedDontFragment(network.networkInterface().name(),
                        context.origins().of(clause, LAN_CLAUSE__CLEARS_DONT_FRAGMENT, site.plan().label())));
            }
        }
        return cleared;
    }

    private void policyRoutes(RouterSite site, List<MemberTunnel> tunnels, PolicyRouteClause clause, List<PolicyRoute> routes) {
        ValueReader values = site.plan().values();
        Optional<IpPrefix> source = values.prefix(clause, POLICY_ROUTE_CLAUSE__SOURCE, clause.getSource());
        Optional<IpPrefix> destination = values.prefix(clause, POLICY_ROUTE_CLAUSE__DESTINATION, clause.getDestination());
        Optional<PacketProtocol> protocol = values.word(clause, POLICY_ROUTE_CLAUSE__PROTOCOL, clause.getProtocol(), PROTOCOLS,
                PacketProtocol::of);
        Optional<IpAddress> nextHop = values.address(clause, POLICY_ROUTE_CLAUSE__NEXT_HOP, clause.getNextHop());
        boolean readable = source.isPresent() == (clause.getSource() != null)
                && destination.isPresent() == (clause.getDestination() != null)
                && protocol.isPresent() == (clause.getProtocol() != null);
        if (readable && nextHop.isPresent()) {
            Origin origin = context.origins().of(clause, values.label() + " policy-route");
            scopes(site, tunnels, clause, origin).forEach(scope ->
                    routes.add(new PolicyRoute(scope, source, destination, protocol, nextHop.get(), origin)));
        }
    }

    private List<PolicyScope> scopes(RouterSite site, List<MemberTunnel> tunnels, PolicyRouteClause clause, Origin origin) {
        if (clause.isOwnPackets()) {
            return List.of(new PolicyScope.OwnPackets(origin));
        }
        List<String> names = new ArrayList<>();
        if (clause.isLan()) {
            site.localNetworks().forEach(network -> names.add(network.networkInterface().name()));
        } else if (clause.getCloud() != null) {
            tunnels.stream().filter(tunnel -> tunnel.membership().join().getCloud() == clause.getCloud())
                    .forEach(tunnel -> names.add(tunnel.tunnel().name()));
        } else {
            new InterfaceReferences(context, site, tunnels)
                    .named(clause, POLICY_ROUTE_CLAUSE__INTERFACE, clause.getInterface()).ifPresent(names::add);
        }
        reportNothing(site, clause, names);
        return names.stream().<PolicyScope>map(name -> new PolicyScope.ArrivingOn(name, origin)).toList();
    }

    private void reportNothing(RouterSite site, PolicyRouteClause clause, List<String> names) {
        boolean joins = site.plan().joins().stream().anyMatch(join -> join.getCloud() == clause.getCloud());
        if (clause.isLan() && site.plan().lans().isEmpty()) {
            context.report(TextRules.WRONG_TARGET, site.plan().reference() + " has no lan", clause, POLICY_ROUTE_CLAUSE__LAN,
                    site.plan().label());
        } else if (clause.getCloud() != null && names.isEmpty() && !joins) {
            context.report(TextRules.WRONG_TARGET, site.plan().reference() + " has no tunnel in cloud "
                    + clause.getCloud().getName() + ": let it join the cloud", clause, POLICY_ROUTE_CLAUSE__CLOUD,
                    site.plan().label());
        }
    }

    private Optional<InternetExit> exit(RouterSite site, InternetExitClause clause) {
        if (clause.getTransport() == null) {
            return Optional.empty();
        }
        Optional<Uplink> uplink = site.uplinks().stream()
                .filter(candidate -> candidate.transport() == clause.getTransport()).findFirst();
        if (uplink.isEmpty() && site.plan().wans().stream().noneMatch(wan -> wan.getTransport() == clause.getTransport())) {
            context.report(TextRules.WRONG_TARGET, site.plan().reference() + " has no wan on transport "
                    + clause.getTransport().getName(), clause, INTERNET_EXIT_CLAUSE__TRANSPORT, site.plan().label());
        }
        context.report(TextRules.NOT_SIMULATED, "internet-exit is exported, not simulated yet: the run has no Internet behind "
                + "its transports", clause, site.plan().label());
        return uplink.map(found -> new InternetExit(found.networkInterface().name(),
                context.origins().of(clause, site.plan().label() + " internet-exit")));
    }
}
