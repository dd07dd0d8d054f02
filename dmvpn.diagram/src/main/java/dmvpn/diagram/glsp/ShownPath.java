package dmvpn.diagram.glsp;

import java.util.List;

/**
 * The way that a packet takes from one element to another at an instant.
 *
 * @param title between what and when, for people
 * @param problem why nothing is known of it, for people; empty when something is
 * @param arrives true when the packet arrives
 * @param end how it ends, for people: directly or through whom it goes, or why it does not arrive
 * @param steps what each router does with it, in order
 * @param findings what is wrong on the way, the layer below first, each as a sentence for people
 */
public record ShownPath(String title, String problem, boolean arrives, String end, List<Step> steps, List<String> findings) {

    /** Keeps immutable copies of the lists. */
    public ShownPath {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /** Nothing is known. */
    public static ShownPath none(String problem) {
        return new ShownPath("", problem, false, "", List.of(), List.of());
    }

    /**
     * What a router does with the packet.
     *
     * @param from identifier of the router's element; empty when it is not drawn
     * @param to identifier of the element that the packet goes to from there; empty when it goes nowhere else
     * @param transport identifier of the transport that carries it there; empty when none does
     * @param cloud identifier of the cloud whose tunnel it goes through; empty when it goes through none that is drawn
     * @param text the router and what it does, for people
     */
    public record Step(String from, String to, String transport, String cloud, String text) {
    }
}
