package dmvpn.diagram.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Where the nodes of a model stand: what {@code <model>.dmvpn-layout} holds, a line for each node in the order of their
 * identifiers, so that a change of one node is a change of one line. Coordinates are those of the upper left corner.
 */
public final class Positions {

    /** What the file is called behind the name of its model. */
    public static final String FILE_ENDING = "-layout";
    /** No node has a place yet. */
    public static final Positions NONE = new Positions(new TreeMap<>());

    private static final String HEADER = "dmvpn-layout 1";

    private final Map<String, Point> places;

    private Positions(TreeMap<String, Point> places) {
        this.places = Collections.unmodifiableMap(places);
    }

    /** The places of a diagram's nodes. */
    public static Positions of(PlacedDiagram placed) {
        TreeMap<String, Point> places = new TreeMap<>();
        placed.clouds().forEach(cloud -> places.put(cloud.node().id(), corner(cloud.bounds())));
        placed.transports().forEach(transport -> places.put(transport.node().id(), corner(transport.band())));
        placed.routers().forEach(router -> places.put(router.node().id(), corner(router.card())));
        return new Positions(places);
    }

    /** Rounded as the file has them, so that what is read is what was written. */
    private static Point corner(Box box) {
        return new Point(Math.round(box.x()), Math.round(box.y()));
    }

    /** Reads a file; lines that cannot be read are passed over, since a place is no loss that should stop anybody. */
    public static Positions parse(String text) {
        TreeMap<String, Point> places = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] words = line.strip().split(" ");
            if (words.length == 3) {
                number(words[1]).ifPresent(x -> number(words[2]).ifPresent(y -> places.put(words[0], new Point(x, y))));
            }
        }
        return new Positions(places);
    }

    private static Optional<Double> number(String text) {
        return text.matches("-?\\d{1,9}") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    /** The file's text. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        places.forEach((id, place) -> text.append(id).append(' ').append(Math.round(place.x())).append(' ')
                .append(Math.round(place.y())).append('\n'));
        return text.toString();
    }

    /** Where a node stands; empty when it has no place yet. */
    public Optional<Point> of(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** The identifiers of all nodes that have a place. */
    public Set<String> ids() {
        return places.keySet();
    }

    /** True when no node has a place. */
    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** The same with a node at another place. */
    public Positions with(String id, Point place) {
        TreeMap<String, Point> changed = new TreeMap<>(places);
        changed.put(id, new Point(Math.round(place.x()), Math.round(place.y())));
        return new Positions(changed);
    }

    /** The same with some nodes at other places. */
    public Positions with(Map<String, Point> moved) {
        TreeMap<String, Point> changed = new TreeMap<>(places);
        moved.forEach((id, place) -> changed.put(id, new Point(Math.round(place.x()), Math.round(place.y()))));
        return new Positions(changed);
    }

    /** The same with the places that others have: of a diagram that shows a part, so that what it hides keeps its place. */
    public Positions withAll(Positions others) {
        TreeMap<String, Point> changed = new TreeMap<>(places);
        changed.putAll(others.places);
        return new Positions(changed);
    }

    /**
     * The same after an edit that gave nodes other identifiers. Members of a family that was renamed have its new name.
     *
     * @param renamed new identifiers by old ones
     */
    public Positions renamed(Map<String, String> renamed) {
        Map<String, String> names = new HashMap<>();
        renamed.forEach((before, after) -> names.put(name(before), name(after)));
        TreeMap<String, Point> changed = new TreeMap<>();
        places.forEach((id, place) -> changed.put(renamed.containsKey(id) ? renamed.get(id)
                : names.getOrDefault(name(id), name(id)) + id.substring(name(id).length()), place));
        return new Positions(changed);
    }

    /** The places of some nodes alone. */
    public Positions of(Predicate<String> nodes) {
        TreeMap<String, Point> chosen = new TreeMap<>(places);
        chosen.keySet().removeIf(nodes.negate());
        return new Positions(chosen);
    }

    /**
     * The places for the nodes that a model has now. A node that was renamed in the text keeps its place, see {@link #renamedIn}.
     * What went otherwise is forgotten, so ask for this when the text can be read: a text that is broken in the middle has lost
     * nodes for a moment only.
     *
     * @param ids identifiers of all nodes that there are
     */
    public Positions adaptedTo(Collection<String> ids) {
        return renamed(renamedIn(ids)).of(Set.copyOf(ids)::contains);
    }

    /**
     * The nodes that seem to have been renamed: a family whose brackets changed, and a node that came when exactly one of its
     * kind went.
     *
     * @param ids identifiers of all nodes that there are now
     * @return new identifiers by old ones
     */
    public Map<String, String> renamedIn(Collection<String> ids) {
        Set<String> now = new HashSet<>(ids);
        List<String> gone = new ArrayList<>(places.keySet().stream().filter(id -> !now.contains(id)).toList());
        List<String> come = new ArrayList<>(ids.stream().filter(id -> !places.containsKey(id)).distinct().toList());
        Map<String, String> renamed = new HashMap<>();
        for (String id : List.copyOf(come)) {
            List<String> sameName = gone.stream().filter(old -> name(old).equals(name(id))).toList();
            if (sameName.size() == 1) {
                renamed.put(sameName.getFirst(), id);
                gone.remove(sameName.getFirst());
                come.remove(id);
            }
        }
        for (String id : come) {
            List<String> before = gone.stream().filter(old -> kind(old).equals(kind(id))).toList();
            if (before.size() == 1 && come.stream().filter(other -> kind(other).equals(kind(id))).count() == 1) {
                renamed.put(before.getFirst(), id);
            }
        }
        return renamed;
    }

    private static String kind(String id) {
        return id.substring(0, Math.max(0, id.indexOf(':')));
    }

    /** Without the brackets of a family. */
    private static String name(String id) {
        int bracket = id.indexOf('[');
        return bracket < 0 ? id : id.substring(0, bracket);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions positions && places.equals(positions.places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
