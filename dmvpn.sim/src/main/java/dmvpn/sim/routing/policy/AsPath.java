package dmvpn.sim.routing.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The autonomous systems that a route came through, the nearest first (RFC 4271 section 5.1.2).
 *
 * @param segments sequences and sets, the nearest first
 */
public record AsPath(List<Segment> segments) {

    /** The path of a route that was made in the own autonomous system. */
    public static final AsPath EMPTY = new AsPath(List.of());

    /**
     * A part of a path.
     *
     * @param set true when the order is lost, as aggregation with {@code as-set} does it
     * @param autonomousSystems 1 to 255 numbers
     */
    public record Segment(boolean set, List<Long> autonomousSystems) {

        /** The count of a segment has one byte on the wire (RFC 4271 section 4.3). */
        public static final int MOST_AUTONOMOUS_SYSTEMS = 255;

        /**
         * Keeps an immutable copy of the list.
         *
         * @throws IllegalArgumentException for no autonomous system or more than 255
         */
        public Segment {
            autonomousSystems = List.copyOf(autonomousSystems);
            if (autonomousSystems.isEmpty() || autonomousSystems.size() > MOST_AUTONOMOUS_SYSTEMS) {
                throw new IllegalArgumentException(
                        "A segment of an AS path has 1 to 255 autonomous systems, not " + autonomousSystems.size());
            }
        }
    }

    /** Keeps an immutable copy of the list. */
    public AsPath {
        segments = List.copyOf(segments);
    }

    /** One sequence. */
    public static AsPath of(Long... autonomousSystems) {
        return autonomousSystems.length == 0 ? EMPTY : new AsPath(List.of(new Segment(false, List.of(autonomousSystems))));
    }

    /** True for a route that was made in the own autonomous system. */
    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** Number of autonomous systems; a set counts as one, whatever is in it (RFC 4271 section 9.1.2.2). */
    public int length() {
        int length = 0;
        for (Segment segment : segments) {
            length += segment.set() ? 1 : segment.autonomousSystems().size();
        }
        return length;
    }

    /** How often the autonomous system is in the path. */
    public int count(long autonomousSystem) {
        return (int) segments.stream().flatMap(segment -> segment.autonomousSystems().stream())
                .filter(each -> each == autonomousSystem).count();
    }

    /** The neighbouring autonomous system: the first of a sequence in front, empty when the path begins with a set or is empty. */
    public Optional<Long> first() {
        return segments.isEmpty() || segments.getFirst().set()
                ? Optional.empty() : Optional.of(segments.getFirst().autonomousSystems().getFirst());
    }

    /** The path with an autonomous system in front, so many times (RFC 4271 section 5.1.2). */
    public AsPath prepend(long autonomousSystem, int times) {
        AsPath longer = this;
        for (int count = 0; count < times; count++) {
            longer = longer.prepend(autonomousSystem);
        }
        return longer;
    }

    private AsPath prepend(long autonomousSystem) {
        List<Segment> longer = new ArrayList<>(segments);
        List<Long> sequence = new ArrayList<>();
        sequence.add(autonomousSystem);
        if (!longer.isEmpty() && !longer.getFirst().set()
                && longer.getFirst().autonomousSystems().size() < Segment.MOST_AUTONOMOUS_SYSTEMS) {
            sequence.addAll(longer.removeFirst().autonomousSystems());
        }
        longer.addFirst(new Segment(false, sequence));
        return new AsPath(longer);
    }

    /** The path with another number in every place of an autonomous system ({@code as-override} of IOS). */
    public AsPath replace(long autonomousSystem, long other) {
        return new AsPath(segments.stream().map(segment -> new Segment(segment.set(),
                segment.autonomousSystems().stream().map(each -> each == autonomousSystem ? (Long) other : each).toList())).toList());
    }

    /** As IOS prints it: numbers with blanks between them, sets in braces. */
    @Override
    public String toString() {
        return segments.stream().map(AsPath::text).collect(Collectors.joining(" "));
    }

    private static String text(Segment segment) {
        String numbers = segment.autonomousSystems().stream().map(Object::toString)
                .collect(Collectors.joining(segment.set() ? "," : " "));
        return segment.set() ? "{" + numbers + "}" : numbers;
    }
}
