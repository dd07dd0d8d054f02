package dmvpn.dsl.compile;

import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.linking.ReferenceKinds;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ChangeAction;
import dmvpn.dsl.scenario.ClearAction;
import dmvpn.dsl.scenario.FailAction;
import dmvpn.dsl.scenario.FlowAction;
import dmvpn.dsl.scenario.PingAction;
import dmvpn.dsl.scenario.RenumberAction;
import dmvpn.dsl.scenario.RestoreAction;
import dmvpn.dsl.scenario.SetAction;
import dmvpn.dsl.scenario.TimedAction;
import dmvpn.network.origin.Origin;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.underlay.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Compiles the actions of a scenario. */
final class ActionCompiler {

    /** Sizes that {@code ping} of Cisco IOS takes. */
    private static final int SMALLEST_PING_BYTES = 36;
    private static final int LARGEST_PING_BYTES = 18_024;
    private static final int LARGEST_PACKET_BYTES = 65_535;
    /** Beyond that a run is only about the flow: some million packets a second. */
    private static final long HIGHEST_RATE = 10_000_000_000L;

    private final CompileContext context;
    private final EndpointCompiler endpoints;
    private final ValueReader values;
    private final FailureCompiler failures;
    private final ChangeCompiler changes;
    private final TunnelChangeCompiler tunnels;

    ActionCompiler(CompileContext context, EndpointCompiler endpoints, ValueReader values, List<Transport> transports) {
        this.context = context;
        this.endpoints = endpoints;
        this.values = values;
        this.failures = new FailureCompiler(context, endpoints, values);
        this.changes = new ChangeCompiler(context, endpoints, values, transports);
        this.tunnels = new TunnelChangeCompiler(context, endpoints, values);
    }

    /** @param suffix what tells the pings of the rounds of a block apart */
    Optional<Action> compile(TimedAction timed, String suffix) {
        Optional<Duration> at = values.duration(timed, TIMED_ACTION__AT, timed.getAt());
        Origin origin = context.origins().of(timed, values.label());
        return at.flatMap(time -> switch (timed.getAction()) {
            case PingAction ping -> ping(ping, suffix, time, origin);
            case FlowAction flow -> flow(flow, suffix, time, origin);
            case FailAction fail -> failures.compile(fail, true, time, origin);
            case RestoreAction restore -> failures.compile(restore, false, time, origin);
            case SetAction set -> changes.compile(set, time, origin);
            case RenumberAction renumber -> changes.compile(renumber, time, origin);
            case ClearAction clear -> changes.compile(clear, time, origin);
            case ChangeAction change -> tunnels.compile(change, time, origin);
            case null, default -> Optional.empty();
        });
    }

    private Optional<Action> ping(PingAction ping, String suffix, Duration at, Origin origin) {
        Optional<Endpoint> source = endpoints.endpoint(ping.getSource(), values.label());
        Optional<Endpoint> destination = endpoints.endpoint(ping.getDestination(), values.label());
        Optional<Duration> interval = values.duration(ping, PING_ACTION__INTERVAL, ping.getInterval());
        Optional<Integer> count = values.integer(ping, PING_ACTION__COUNT, ping.getCount(), 1, 1_000_000_000);
        Optional<Integer> size =
                values.integer(ping, PING_ACTION__SIZE, ping.getSize(), SMALLEST_PING_BYTES, LARGEST_PING_BYTES);
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
        if (source.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        boolean once = ping.isOnce() || interval.isEmpty();
        return Optional.of(new Action.Ping(at, ReferenceKinds.pingName(ping) + suffix, source.get(), destination.get(),
                once ? Optional.empty() : interval,
                once || count.isEmpty() ? OptionalInt.empty() : OptionalInt.of(count.get()),
                size.map(OptionalInt::of).orElse(OptionalInt.empty()), ping.isUnfragmented(), origin));
    }

    private Optional<Action> flow(FlowAction flow, String suffix, Duration at, Origin origin) {
        Optional<Endpoint> source = endpoints.endpoint(flow.getSource(), values.label());
        Optional<Endpoint> destination = endpoints.endpoint(flow.getDestination(), values.label());
        Optional<Long> rate = values.rate(flow, FLOW_ACTION__RATE, flow.getRate());
        if (rate.filter(bits -> bits < 1 || bits > HIGHEST_RATE).isPresent()) {
            context.report(TextRules.VALUE, "A flow has a rate from 1bps to 10Gbps", flow, FLOW_ACTION__RATE, values.label());
            return Optional.empty();
        }
        Optional<Integer> size = values.integer(flow, FLOW_ACTION__SIZE, flow.getSize(),
                Action.Flow.SMALLEST_PACKET_BYTES, LARGEST_PACKET_BYTES);
        Optional<Duration> lasting = values.duration(flow, FLOW_ACTION__LASTING, flow.getLasting());
        if (flow.isTcp() && flow.getSize() != null) {
            context.report(TextRules.SCENARIO, "A flow over TCP has no size of its own: its segments are as large as both ends, "
                    + "the tunnel's mss and the path allow", flow, FLOW_ACTION__SIZE, values.label());
        }
        if (rate.isEmpty() || source.isEmpty() || destination.isEmpty() || flow.isTcp() && !isBetweenHosts(flow)) {
            return Optional.empty();
        }
        String name = flow.getName() == null ? Action.Flow.DEFAULT_NAME : flow.getName();
        return Optional.of(new Action.Flow(at, name + suffix, source.get(), destination.get(),
                flow.isTcp() ? PacketProtocol.TCP : PacketProtocol.UDP, rate.get(),
                size.orElse(Action.Flow.DEFAULT_PACKET_BYTES), lasting, origin));
    }

    /** Routers speak no TCP in a run. */
    private boolean isBetweenHosts(FlowAction flow) {
        boolean sound = true;
        for (dmvpn.dsl.scenario.Endpoint end : List.of(flow.getSource(), flow.getDestination())) {
            if (end.getPart() != null && !end.getPart().equals("lan")) {
                context.report(TextRules.SCENARIO, "A flow over TCP is between hosts: write such as Branch[1].lan or the name of "
                        + "a host", end, ENDPOINT__PART, values.label());
                sound = false;
            }
        }
        return sound;
    }
}
