package dmvpn.sim.scenario;

import java.util.List;

/**
 * The way that a packet would take at an instant.
 *
 * @param hops routers in order, with what each would do
 * @param arrives true when it would reach its destination
 * @param end why the way ends where it ends, for people
 */
public record ProbedPath(List<Hop> hops, boolean arrives, String end) {

    /** Keeps an immutable copy of the list. */
    public ProbedPath {
        hops = List.copyOf(hops);
    }

    /**
     * A router on the way.
     *
     * @param device name of the router
     * @param decision what it does with the packet and why, for people
     */
    public record Hop(String device, String decision) {
    }

    /** Names of the routers in order. */
    public List<String> devices() {
        return hops.stream().map(Hop::device).toList();
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
