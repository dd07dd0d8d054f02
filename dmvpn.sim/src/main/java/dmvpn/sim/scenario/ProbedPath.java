package dmvpn.sim.scenario;

import java.util.List;
import java.util.Optional;

/**
 * The way that a packet would take at an instant.
 *
 * @param hops routers in order, with what each would do
 * @param outcome whether it would arrive, and if not, what kind of thing keeps it
 * @param end why the way ends where it ends, for people
 */
public record ProbedPath(List<Hop> hops, Outcome outcome, String end) {

    /** What becomes of the packet. */
    public enum Outcome {
        /** It reaches its destination. */
        ARRIVES,
        /** It goes in a circle. */
        LOOPS,
        /** A router has no route, or one that discards or goes nowhere. */
        NO_ROUTE,
        /** A router on the way has no power. */
        NO_POWER,
        /** An interface on the way is down. */
        INTERFACE_DOWN,
        /** The network between two routers does not carry it. */
        NOT_CARRIED,
        /** The router at the other end of a tunnel takes no such packets of it. */
        NOT_TAKEN,
        /** A tunnel has no security association with its other end, or that has none. */
        NO_SECURITY_ASSOCIATION,
        /** A tunnel does not know where the next hop is. */
        NO_MAPPING
    }

    /** Keeps an immutable copy of the list. */
    public ProbedPath {
        hops = List.copyOf(hops);
    }

    /**
     * A router on the way.
     *
     * @param device name of the router
     * @param decision what it does with the packet and why, for people
     * @param network transport or local network that carries the packet from here; empty when none does
     * @param tunnel tunnel interface that the packet goes into here; empty when it goes into none
     */
    public record Hop(String device, String decision, Optional<String> network, Optional<String> tunnel) {
    }

    /** True when the packet would reach its destination. */
    public boolean arrives() {
        return outcome == Outcome.ARRIVES;
    }

    /** True when the packet would go in a circle. */
    public boolean loops() {
        return outcome == Outcome.LOOPS;
    }

    /** Names of the routers in order. */
    public List<String> devices() {
        return hops.stream().map(Hop::device).toList();
    }

    /** Names of the networks that carry the packet, in order, local networks included. */
    public List<String> networks() {
        return hops.stream().flatMap(hop -> hop.network().stream()).toList();
    }

    /** Names of the routers between the first and the last. */
    public List<String> between() {
        return hops.size() <= 2 ? List.of() : devices().subList(1, hops.size() - 1);
    }

    /** One sentence, such as {@code S1 > H1 > S2: arrives} or {@code S1 > H1: stops, no route}. */
    public String describe() {
        if (hops.isEmpty()) {
            return end;
        }
        return String.join(" > ", devices()) + (arrives() ? ": " : ": stops, ") + end;
    }
}
