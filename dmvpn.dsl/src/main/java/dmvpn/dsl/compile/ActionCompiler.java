package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;
import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;
import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.linking.ReferenceKinds;
import dmvpn.dsl.scenario.FailAction;
import dmvpn.dsl.scenario.PingAction;
import dmvpn.dsl.scenario.RestoreAction;
import dmvpn.dsl.scenario.TimedAction;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Compiles the actions of a scenario. */
final class ActionCompiler {

    private final CompileContext context;
    private final EndpointCompiler endpoints;
    private final ValueReader values;

    ActionCompiler(CompileContext context, EndpointCompiler endpoints, ValueReader values) {
        this.context = context;
        this.endpoints = endpoints;
        this.values = values;
    }

    Optional<Action> compile(TimedAction timed) {
        Optional<Duration> at = values.duration(timed, TIMED_ACTION__AT, timed.getAt());
        Origin origin = context.origins().of(timed, values.label());
        Optional<Action> action = switch (timed.getAction()) {
            case PingAction ping -> ping(ping, at, origin);
            case FailAction fail -> fail.isPath()
                    ? path(fail.getFirst(), fail.getSecond(), at, origin, Action.FailPath::new)
                    : endpoints.router(fail.getRouter(), values.label())
                            .flatMap(device -> at.map(time -> new Action.FailDevice(time, device, origin)));
            case RestoreAction restore -> restore.isPath()
                    ? path(restore.getFirst(), restore.getSecond(), at, origin, Action.RestorePath::new)
                    : endpoints.router(restore.getRouter(), values.label())
                            .flatMap(device -> at.map(time -> new Action.RestoreDevice(time, device, origin)));
            case null, default -> Optional.empty();
        };
        return action;
    }

    @FunctionalInterface
    private interface PathAction {
        Action at(Duration at, String first, String second, Origin origin);
    }

    private Optional<Action> path(dmvpn.dsl.model.RouterReference first, dmvpn.dsl.model.RouterReference second,
            Optional<Duration> at, Origin origin, PathAction make) {
        Optional<String> one = endpoints.router(first, values.label());
        Optional<String> other = endpoints.router(second, values.label());
        if (one.isPresent() && one.equals(other)) {
            context.report(TextRules.SCENARIO, "A path has two ends, but both are " + one.get(), origin);
            return Optional.empty();
        }
        return at.isPresent() && one.isPresent() && other.isPresent()
                ? Optional.of(make.at(at.get(), one.get(), other.get(), origin))
                : Optional.empty();
    }

    private Optional<Action> ping(PingAction ping, Optional<Duration> at, Origin origin) {
        Optional<Endpoint> source = endpoints.endpoint(ping.getSource(), values.label());
        Optional<Endpoint> destination = endpoints.endpoint(ping.getDestination(), values.label());
        Optional<Duration> interval = values.duration(ping, PING_ACTION__INTERVAL, ping.getInterval());
        Optional<Integer> count = values.integer(ping, PING_ACTION__COUNT, ping.getCount(), 1, 1_000_000_000);
        if (interval.filter(Duration::isZero).isPresent()) {
            context.report(TextRules.VALUE, "A ping needs time between its requests: write such as every 1s",
                    ping, PING_ACTION__INTERVAL, values.label());
            return Optional.empty();
        }
        if (interval.isEmpty() && count.filter(requests -> requests > 1).isPresent()) {
            context.report(TextRules.SCENARIO, "A ping of " + count.get() + " requests needs the time between them: write every 1s",
                    ping, PING_ACTION__COUNT, values.label());
            return Optional.empty();
        }
        if (at.isEmpty() || source.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        boolean once = ping.isOnce() || interval.isEmpty();
        return Optional.of(new Action.Ping(at.get(), ReferenceKinds.pingName(ping), source.get(), destination.get(),
                once ? Optional.empty() : interval,
                once || count.isEmpty() ? OptionalInt.empty() : OptionalInt.of(count.get()), origin));
    }
}
