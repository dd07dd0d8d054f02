package dmvpn.app.timeline;

import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.RecordedField;
import dmvpn.sim.trace.TraceCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which events of a run are shown.
 *
 * @param routers names of routers and hosts in lower case, of which one has the event; empty for any
 * @param protocols protocols in lower case, of which one is the event's; empty for any
 * @param words texts in lower case, each of which the event has somewhere: in its router, protocol, message, fields or reason
 * @param unwanted texts in lower case that the event has nowhere
 * @param keepAlives whether keep-alives are shown
 * @param leftOut protocols in lower case whose events are not shown, as the run has been told to leave them out
 */
public record EventCriteria(List<String> routers, List<String> protocols, List<String> words, List<String> unwanted, boolean keepAlives,
        Set<String> leftOut) {

    /** What a filter of people may say, for a hint in its field. */
    public static final String HINT = "router:HQ1,Branch1 protocol:NHRP words -unwanted";

    private static final String ROUTER = "router:";
    private static final String PROTOCOL = "protocol:";

    /** Keeps immutable copies of the collections. */
    public EventCriteria {
        leftOut = Set.copyOf(leftOut);
        routers = List.copyOf(routers);
        protocols = List.copyOf(protocols);
        words = List.copyOf(words);
        unwanted = List.copyOf(unwanted);
    }

    /**
     * Reads what people write into a filter: words, of which all have to be there; {@code -word} for one that must not;
     * {@code router:A,B} and {@code protocol:A,B} for one of several. A text with blanks stands in quotes. Every text means something.
     *
     * @param keepAlives whether keep-alives are shown
     */
    public static EventCriteria parse(String text, boolean keepAlives) {
        List<String> routers = new ArrayList<>();
        List<String> protocols = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        for (String word : words(text.toLowerCase(Locale.ROOT))) {
            if (word.startsWith(ROUTER)) {
                addNames(word.substring(ROUTER.length()), routers);
            } else if (word.startsWith(PROTOCOL)) {
                addNames(word.substring(PROTOCOL.length()), protocols);
            } else if (word.startsWith("-") && word.length() > 1) {
                unwanted.add(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return new EventCriteria(routers, protocols, words, unwanted, keepAlives, Set.of());
    }

    /**
     * The same for a run that leaves protocols out.
     *
     * @param protocols in lower case
     */
    public EventCriteria without(Set<String> protocols) {
        return new EventCriteria(routers, this.protocols, words, unwanted, keepAlives, protocols);
    }

    private static void addNames(String names, List<String> all) {
        for (String name : names.split(",")) {
            if (!name.isBlank()) {
                all.add(name.strip());
            }
        }
    }

    /** Words between blanks; quotes hold a text together, also behind a minus or a colon. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char character : (text + " ").toCharArray()) {
            if (character == '"') {
                quoted = !quoted;
            } else if (Character.isWhitespace(character) && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
            } else {
                word.append(character);
            }
        }
        if (!word.toString().isBlank()) {
            words.add(word.toString().strip()); // quotes that nobody closed
        }
        return words;
    }

    /** True when all events are shown but those that the run passes over: keep-alives, and protocols that are left out. */
    public boolean isEmpty() {
        return routers.isEmpty() && protocols.isEmpty() && words.isEmpty() && unwanted.isEmpty();
    }

    /** A test of the events of one trace, for one thread. */
    public Predicate<TraceCursor> matcher() {
        Map<Integer, Boolean> nodes = new HashMap<>();
        Map<String, Boolean> known = new HashMap<>();
        return cursor -> (keepAlives || !cursor.isKeepAlive())
                && (routers.isEmpty() || nodes.computeIfAbsent(cursor.node(),
                        node -> routers.contains(cursor.nodeName().toLowerCase(Locale.ROOT))))
                && (protocols.isEmpty() && leftOut.isEmpty() || known.computeIfAbsent(cursor.protocol(),
                        protocol -> isShown(protocol.toLowerCase(Locale.ROOT))))
                && (words.isEmpty() && unwanted.isEmpty() || hasWords(cursor.event()));
    }

    private boolean isShown(String protocol) {
        return (protocols.isEmpty() || protocols.contains(protocol)) && !leftOut.contains(protocol);
    }

    private boolean hasWords(RecordedEvent event) {
        String text = text(event);
        return words.stream().allMatch(text::contains) && unwanted.stream().noneMatch(text::contains);
    }

    private static String text(RecordedEvent event) {
        StringBuilder text = new StringBuilder(event.nodeName()).append(' ').append(event.protocol()).append(' ').append(event.message());
        for (RecordedField field : event.fields()) {
            if (field.isPresent()) {
                text.append(' ').append(field.name()).append('=').append(field.value().text());
            }
        }
        return text.append(' ').append(event.reason()).toString().toLowerCase(Locale.ROOT);
    }
}
