package dmvpn.sim.testing;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.scenario.PingResult;
import dmvpn.sim.trace.FieldValue;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TimeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A run with questions that read like a sentence in a test. */
public final class FinishedRun {

    private final Simulation simulation;

    private FinishedRun(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Runs the scenario of a reference network to its end. */
    public static FinishedRun of(CompiledNetwork network) {
        return until(network, null);
    }

    /** Runs the scenario of a reference network up to an instant. */
    public static FinishedRun until(CompiledNetwork network, Duration instant) {
        Simulation simulation = Simulation.create(network, SimulationOptions.DEFAULT.withScenario("scenario"));
        if (instant == null) {
            simulation.run();
        } else {
            simulation.runUntil(instant);
        }
        simulation.violation().ifPresent(violation -> {
            throw new AssertionError("What must never happen: " + violation);
        });
        return new FinishedRun(simulation);
    }

    /** The session. */
    public Simulation simulation() {
        return simulation;
    }

    /** Prints a table of a router. */
    public String show(String router, String command) {
        return simulation.routerNamed(router).orElseThrow().show(command).orElseThrow();
    }

    /** Instants, in seconds, of what a router recorded. */
    public List<String> times(String router, String protocol, String message) {
        return times(router, protocol, message, event -> true);
    }

    /** Instants, in seconds, of what a router recorded with a field of that value. */
    public List<String> times(String router, String protocol, String message, String field, String value) {
        return times(router, protocol, message,
                event -> event.field(field).map(FieldValue::text).filter(value::equals).isPresent());
    }

    private List<String> times(String router, String protocol, String message, Predicate<RecordedEvent> condition) {
        List<String> times = new ArrayList<>();
        for (RecordedEvent event : simulation.trace()) {
            if (event.nodeName().equals(router) && event.protocol().equals(protocol)
                    && event.message().equals(message) && condition.test(event)) {
                times.add(TimeText.instant(event.timeNanos()));
            }
        }
        return times;
    }

    /** Number of events that a router recorded. */
    public int count(String router, String protocol, String message) {
        return times(router, protocol, message).size();
    }

    /** Routers that forwarded a packet between two instants, in order of time. */
    public List<String> forwardersBetween(Duration from, Duration to, String content) {
        List<String> forwarders = new ArrayList<>();
        for (RecordedEvent event : simulation.trace()) {
            if (event.timeNanos() >= from.toNanos() && event.timeNanos() < to.toNanos()
                    && event.message().equals("packet forwarded")
                    && event.field("content").map(FieldValue::text).filter(content::equals).isPresent()) {
                forwarders.add(event.nodeName());
            }
        }
        return forwarders;
    }

    /** Round-trip times of the first ping in milliseconds, -1 for a request without answer. */
    public List<Long> roundTripMillis() {
        return requests().stream().map(request ->
                request.roundTripNanos().isPresent() ? request.roundTripNanos().getAsLong() / 1_000_000 : -1L).toList();
    }

    /** Instants of requests of the first ping without answer, in whole seconds. */
    public List<Long> lostAtSeconds() {
        return requests().stream().filter(request -> request.answeredNanos().isEmpty())
                .map(request -> Duration.ofNanos(request.sentNanos()).toSeconds()).toList();
    }

    private List<PingResult.Request> requests() {
        return simulation.pings().get(0).requests();
    }
}
