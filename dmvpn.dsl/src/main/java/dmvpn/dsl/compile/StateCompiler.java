package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;
import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.model.RouterReference;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.CounterPredicate;
import dmvpn.dsl.scenario.InstantCheck;
import dmvpn.dsl.scenario.NeighborPredicate;
import dmvpn.dsl.scenario.NextHopServerPredicate;
import dmvpn.dsl.scenario.NhrpPredicate;
import dmvpn.dsl.scenario.PathCheck;
import dmvpn.dsl.scenario.ReachPredicate;
import dmvpn.dsl.scenario.RoutePredicate;
import dmvpn.dsl.scenario.SecurityAssociationPredicate;
import dmvpn.dsl.scenario.StateCheck;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.CountedMessage;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.RouteOwner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles the states that expectations speak of. */
final class StateCompiler {

    private static final Set<RouteOwner> WITH_NEIGHBORS =
            EnumSet.of(RouteOwner.RIP, RouteOwner.ODR, RouteOwner.EIGRP, RouteOwner.OSPF, RouteOwner.BGP);
    private static final String MESSAGES = "a message that can be counted: expected "
            + Arrays.stream(CountedMessage.values()).map(CountedMessage::keyword).collect(Collectors.joining(", "));

    private final CompileContext context;
    private final EndpointCompiler endpoints;
    private final ValueReader values;
    private final ModelRouters model;

    StateCompiler(CompileContext context, EndpointCompiler endpoints, ValueReader values, ModelRouters model) {
        this.context = context;
        this.endpoints = endpoints;
        this.values = values;
        this.model = model;
    }

    /** What one check means, and where and when it is said. */
    private record Said(String text, Duration at, Origin origin) {
    }

    /** All states that one check means: several when it speaks of several routers at once. */
    List<Expectation.OfState> compile(InstantCheck check, String text, Duration at, Origin origin) {
        Said said = new Said(text, at, origin);
        return switch (check) {
            case PathCheck path -> path(path, said).stream().toList();
            case StateCheck state -> state(state, said);
            case null, default -> List.of();
        };
    }

    private Optional<Expectation.OfState> path(PathCheck check, Said said) {
        Optional<Endpoint> source = endpoints.endpoint(check.getSource(), values.label());
        Optional<Endpoint> destination = endpoints.endpoint(check.getDestination(), values.label());
        List<String> via = new ArrayList<>();
        for (RouterReference reference : check.getVia()) {
            Optional<String> router = endpoints.router(reference, values.label());
            if (router.isEmpty()) {
                return Optional.empty();
            }
            via.add(router.get());
        }
        if (source.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        if (check.getTransport() != null) {
            return Optional.of(new Expectation.PathOver(said.text(), said.at(), source.get(), destination.get(),
                    check.getTransport().getName(), said.origin()));
        }
        return !check.isDirect() && via.isEmpty() ? Optional.empty() : Optional.of(new Expectation.PathIs(
                said.text(), said.at(), source.get(), destination.get(), via, said.origin()));
    }

    private List<Expectation.OfState> state(StateCheck check, Said said) {
        return switch (check.getPredicate()) {
            case ReachPredicate reach -> reach(check, reach, said);
            case NextHopServerPredicate server -> server(check, server, said);
            case NhrpPredicate nhrp -> nhrp(check, nhrp, said);
            case RoutePredicate route -> route(check, route, said);
            case NeighborPredicate neighbor -> neighbor(check, neighbor, said);
            case SecurityAssociationPredicate association -> association(check, association, said);
            case CounterPredicate counter -> counter(check, counter, said);
            case null, default -> List.of();
        };
    }

    private List<Expectation.OfState> reach(StateCheck check, ReachPredicate reach, Said said) {
        Optional<Endpoint> destination = endpoints.endpoint(reach.getDestination(), values.label());
        if (check.getEvery() != null) {
            context.report(TextRules.SCENARIO, "Reachability is between two endpoints: write such as Branch[1].lan reaches HQ1.lan",
                    said.origin());
            return List.of();
        }
        Optional<Endpoint> source = endpoints.endpoint(check.getSubject(), values.label());
        return source.isEmpty() || destination.isEmpty() ? List.of() : List.of(new Expectation.Reachable(
                said.text(), said.at(), source.get(), destination.get(), reach.isReaches(), said.origin()));
    }

    private List<Expectation.OfState> server(StateCheck check, NextHopServerPredicate server, Said said) {
        Optional<String> name = endpoints.router(server.getServer(), values.label());
        if (name.isEmpty()) {
            return List.of();
        }
        // Of "every spoke" those that register with the server; a spoke of another cloud has nothing to say about it.
        List<String> clients = subjects(check).stream()
                .filter(device -> check.getEvery() == null || isClient(device, name.get())).toList();
        if (clients.isEmpty()) {
            context.report(TextRules.SCENARIO, "No router here registers with " + name.get(), said.origin());
            return List.of();
        }
        return List.of(new Expectation.NextHopServerState(
                said.text(), said.at(), clients, name.get(), server.isUp(), said.origin()));
    }

    private boolean isClient(String device, String server) {
        return model.named(device).stream()
                .flatMap(candidate -> candidate.tunnels().stream())
                .flatMap(tunnel -> tunnel.nhrp().nextHopServers().stream())
                .anyMatch(candidate -> candidate.device().filter(server::equals).isPresent());
    }

    private List<Expectation.OfState> nhrp(StateCheck check, NhrpPredicate nhrp, Said said) {
        Optional<IpPrefix> target = target(nhrp.getTarget());
        Optional<IpAddress> via = endpoints.nextHop(nhrp.getVia(), values.label());
        if (target.isEmpty() || nhrp.getVia() != null && via.isEmpty()) {
            return List.of();
        }
        return subjects(check).stream().<Expectation.OfState>map(device -> new Expectation.NhrpEntry(
                said.text(), said.at(), device, target.get(), via, !nhrp.isAbsent(), said.origin())).toList();
    }

    /** A prefix as written, or the one address that an endpoint means. */
    private Optional<IpPrefix> target(dmvpn.dsl.scenario.Endpoint written) {
        if (written != null && written.getAddress() != null && written.getAddress().indexOf('/') >= 0) {
            return values.prefix(written, ENDPOINT__ADDRESS, written.getAddress());
        }
        return endpoints.nextHop(written, values.label()).map(IpPrefix::host);
    }

    private List<Expectation.OfState> route(StateCheck check, RoutePredicate route, Said said) {
        Optional<IpPrefix> prefix = values.prefix(route, ROUTE_PREDICATE__PREFIX, route.getPrefix());
        Optional<RouteOwner> owner = owner(route, ROUTE_PREDICATE__PROTOCOL, route.getProtocol(), EnumSet.allOf(RouteOwner.class));
        Optional<IpAddress> via = endpoints.nextHop(route.getVia(), values.label());
        if (prefix.isEmpty() || route.getVia() != null && via.isEmpty() || route.getProtocol() != null && owner.isEmpty()) {
            return List.of();
        }
        return subjects(check).stream().<Expectation.OfState>map(device -> new Expectation.RoutePresent(said.text(), said.at(),
                device, prefix.get(), via, owner, Optional.ofNullable(route.getVrf()), !route.isAbsent(), said.origin())).toList();
    }

    private List<Expectation.OfState> neighbor(StateCheck check, NeighborPredicate predicate, Said said) {
        Optional<String> neighbor = endpoints.router(predicate.getNeighbor(), values.label());
        Optional<RouteOwner> protocol =
                owner(predicate, NEIGHBOR_PREDICATE__PROTOCOL, predicate.getProtocol(), WITH_NEIGHBORS);
        if (neighbor.isEmpty() || predicate.getProtocol() != null && protocol.isEmpty()) {
            return List.of();
        }
        return others(check, neighbor.get()).stream().<Expectation.OfState>map(device -> new Expectation.NeighborPresent(
                said.text(), said.at(), device, neighbor.get(), protocol, !predicate.isAbsent(), said.origin())).toList();
    }

    private Optional<RouteOwner> owner(EObject written, EStructuralFeature feature, String text, Set<RouteOwner> known) {
        return values.word(written, feature, text, "a protocol: expected "
                        + known.stream().map(RouteOwner::keyword).collect(Collectors.joining(", ")),
                word -> RouteOwner.ofKeyword(word).filter(known::contains));
    }

    private List<Expectation.OfState> association(StateCheck check, SecurityAssociationPredicate predicate, Said said) {
        Expectation.SecurityAssociationKind kind = "ike".equals(predicate.getKind())
                ? Expectation.SecurityAssociationKind.IKE : Expectation.SecurityAssociationKind.IPSEC;
        return endpoints.router(predicate.getPeer(), values.label()).stream()
                .flatMap(peer -> others(check, peer).stream().<Expectation.OfState>map(
                        device -> new Expectation.SecurityAssociationPresent(said.text(), said.at(), device, kind, peer,
                                !predicate.isAbsent(), said.origin())))
                .toList();
    }

    private List<Expectation.OfState> counter(StateCheck check, CounterPredicate counter, Said said) {
        Optional<CountedMessage> message =
                values.word(counter, COUNTER_PREDICATE__MESSAGE, counter.getMessage(), MESSAGES, CountedMessage::ofKeyword);
        Optional<Long> count = values.whole(counter, COUNTER_PREDICATE__COUNT, counter.getCount(), 0, Integer.MAX_VALUE);
        if (message.isEmpty() || count.isEmpty() || counter.getDirection() == null) {
            return List.of();
        }
        Expectation.MessageDirection direction =
                Expectation.MessageDirection.valueOf(counter.getDirection().toUpperCase(Locale.ROOT));
        return subjects(check).stream().<Expectation.OfState>map(device -> new Expectation.MessageCount(said.text(), said.at(),
                device, direction, message.get(), counter.isMost() ? 0 : count.get(),
                counter.isLeast() ? Long.MAX_VALUE : count.get(), said.origin())).toList();
    }

    /** The routers that a check speaks of, but for one that cannot be its own peer. */
    private List<String> others(StateCheck check, String peer) {
        return subjects(check).stream().filter(device -> !device.equals(peer)).toList();
    }

    private List<String> subjects(StateCheck check) {
        if (check.getEvery() == null) {
            return endpoints.routers(check.getSubject(), values.label());
        }
        DeviceRole role = check.getEvery().equals("hub") ? DeviceRole.HUB : DeviceRole.SPOKE;
        return model.names(role);
    }
}
