package dmvpn.sim.scenario;

import java.util.List;
import java.util.Optional;

/**
 * The way that a packet would take at an instant.
 *
 * @param hops routers in order, with what each would do
 * @param arrives true when it would reach its destination
 * @param loops true when it would go in a circle
 * @param end why the way ends where it ends, for people
 */
public record ProbedPath(List<Hop> hops, boolean arrives, boolean loops, String end) {

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
        return String.join(" > ", devices()) + (arrives ? ": " : ": stops, ") + end;
    }
}
