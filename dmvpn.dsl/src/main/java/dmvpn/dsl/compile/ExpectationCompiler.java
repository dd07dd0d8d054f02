package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;
import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;
import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.linking.ReferenceKinds;
import dmvpn.dsl.scenario.ClearCheck;
import dmvpn.dsl.scenario.GapCheck;
import dmvpn.dsl.scenario.LossCheck;
import dmvpn.dsl.scenario.NextHopServerPredicate;
import dmvpn.dsl.scenario.NhrpPredicate;
import dmvpn.dsl.scenario.PathCheck;
import dmvpn.dsl.scenario.ReachPredicate;
import dmvpn.dsl.scenario.RoutePredicate;
import dmvpn.dsl.model.RouterReference;
import dmvpn.dsl.scenario.StateCheck;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.Expectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles the expectations of a scenario. */
final class ExpectationCompiler {

    private final CompileContext context;
    private final EndpointCompiler endpoints;
    private final ValueReader values;
    private final List<Device> devices;

    ExpectationCompiler(CompileContext context, EndpointCompiler endpoints, ValueReader values, List<Device> devices) {
        this.context = context;
        this.endpoints = endpoints;
        this.values = values;
        this.devices = devices;
    }

    /** All that one written expectation means: several when it speaks of several routers at once. */
    List<Expectation> compile(dmvpn.dsl.scenario.Expectation written) {
        String text = EndpointCompiler.text(written).replaceFirst("^expect ", "");
        Origin origin = context.origins().of(written, values.label());
        Optional<Duration> at = values.duration(written, EXPECTATION__AT, written.getAt());
        return switch (written.getCheck()) {
            case PathCheck check -> at.flatMap(time -> path(check, text, time, origin)).stream().toList();
            case StateCheck check -> at.map(time -> state(check, text, time, origin)).orElse(List.of());
            case GapCheck check -> gap(written, check, text, origin).stream().toList();
            case LossCheck check -> loss(check, text, origin).stream().toList();
            case ClearCheck check -> check.getTransport() == null ? List.of()
                    : List.of(new Expectation.NoClearOverlayPacket(text, check.getTransport().getName(), origin));
            case null, default -> List.of();
        };
    }

    private Optional<Expectation> path(PathCheck check, String text, Duration at, Origin origin) {
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
        if (source.isEmpty() || destination.isEmpty() || !check.isDirect() && via.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Expectation.PathIs(text, at, source.get(), destination.get(), via, origin));
    }

    private Optional<Expectation> gap(
            dmvpn.dsl.scenario.Expectation written, GapCheck check, String text, Origin origin) {
        Optional<Duration> after = values.duration(written, EXPECTATION__AFTER, written.getAfter());
        Optional<Duration> below = values.duration(check, GAP_CHECK__BELOW, check.getBelow());
        return check.getPing() == null || after.isEmpty() || below.isEmpty() ? Optional.empty()
                : Optional.of(new Expectation.LongestGapBelow(text, after.get(), ReferenceKinds.pingName(check.getPing()),
                        below.get(), origin));
    }

    private Optional<Expectation> loss(LossCheck check, String text, Origin origin) {
        return values.integer(check, LOSS_CHECK__COUNT, check.getCount(), 0, Integer.MAX_VALUE)
                .filter(count -> check.getPing() != null)
                .map(count -> new Expectation.LossAtMost(text, ReferenceKinds.pingName(check.getPing()), count, origin));
    }

    private List<Expectation> state(StateCheck check, String text, Duration at, Origin origin) {
        return switch (check.getPredicate()) {
            case ReachPredicate reach -> reach(check, reach, text, at, origin);
            case NextHopServerPredicate server -> server(check, server, text, at, origin);
            case NhrpPredicate nhrp -> nhrp(check, nhrp, text, at, origin);
            case RoutePredicate route -> route(check, route, text, at, origin);
            case null, default -> List.of();
        };
    }

    private List<Expectation> reach(StateCheck check, ReachPredicate reach, String text, Duration at, Origin origin) {
        Optional<Endpoint> destination = endpoints.endpoint(reach.getDestination(), values.label());
        if (check.getEvery() != null) {
            context.report(TextRules.SCENARIO, "Reachability is between two endpoints: write such as Branch[1].lan reaches HQ1.lan",
                    origin);
            return List.of();
        }
        Optional<Endpoint> source = endpoints.endpoint(check.getSubject(), values.label());
        return source.isEmpty() || destination.isEmpty() ? List.of()
                : List.of(new Expectation.Reachable(text, at, source.get(), destination.get(), reach.isReaches(), origin));
    }

    private List<Expectation> server(
            StateCheck check, NextHopServerPredicate server, String text, Duration at, Origin origin) {
        Optional<String> name = endpoints.router(server.getServer(), values.label());
        if (name.isEmpty()) {
            return List.of();
        }
        // Of "every spoke" those that register with the server; a spoke of another cloud has nothing to say about it.
        List<String> clients = subjects(check).stream()
                .filter(device -> check.getEvery() == null || isClient(device, name.get())).toList();
        if (clients.isEmpty()) {
            context.report(TextRules.SCENARIO, "No router here registers with " + name.get(), origin);
            return List.of();
        }
        return List.of(new Expectation.NextHopServerState(text, at, clients, name.get(), server.isUp(), origin));
    }

    private boolean isClient(String device, String server) {
        return devices.stream().filter(candidate -> candidate.name().equals(device))
                .flatMap(candidate -> candidate.tunnels().stream())
                .flatMap(tunnel -> tunnel.nhrp().nextHopServers().stream())
                .anyMatch(candidate -> candidate.device().filter(server::equals).isPresent());
    }

    private List<Expectation> nhrp(StateCheck check, NhrpPredicate nhrp, String text, Duration at, Origin origin) {
        Optional<IpPrefix> target = prefix(nhrp.getTarget());
        List<Expectation> expectations = new ArrayList<>();
        target.ifPresent(prefix -> subjects(check).forEach(device ->
                expectations.add(new Expectation.NhrpEntry(text, at, device, prefix, !nhrp.isAbsent(), origin))));
        return expectations;
    }

    /** A prefix as written, or the one address that an endpoint means. */
    private Optional<IpPrefix> prefix(dmvpn.dsl.scenario.Endpoint written) {
        if (written != null && written.getAddress() != null && written.getAddress().indexOf('/') >= 0) {
            return values.prefix(written, ENDPOINT__ADDRESS, written.getAddress());
        }
        if (written != null && written.getAddress() != null) {
            return values.address(written, ENDPOINT__ADDRESS, written.getAddress()).map(IpPrefix::host);
        }
        return endpoints.endpoint(written, values.label()).map(endpoint -> IpPrefix.host(endpoint.address()));
    }

    private List<Expectation> route(StateCheck check, RoutePredicate route, String text, Duration at, Origin origin) {
        Optional<IpPrefix> prefix = values.prefix(route, ROUTE_PREDICATE__PREFIX, route.getPrefix());
        Optional<IpAddress> via = Optional.empty();
        if (route.getVia() != null) {
            via = route.getVia().getAddress() != null
                    ? values.address(route.getVia(), ENDPOINT__ADDRESS, route.getVia().getAddress())
                    : endpoints.endpoint(route.getVia(), values.label()).map(Endpoint::address);
            if (via.isEmpty()) {
                return List.of();
            }
        }
        List<Expectation> expectations = new ArrayList<>();
        for (String device : prefix.isPresent() ? subjects(check) : List.<String>of()) {
            expectations.add(new Expectation.RoutePresent(text, at, device, prefix.get(), via, !route.isAbsent(), origin));
        }
        return expectations;
    }

    private List<String> subjects(StateCheck check) {
        if (check.getEvery() == null) {
            return endpoints.routers(check.getSubject(), values.label());
        }
        DeviceRole role = check.getEvery().equals("hub") ? DeviceRole.HUB : DeviceRole.SPOKE;
        return devices.stream().filter(device -> device.role() == role).map(Device::name).toList();
    }
}
