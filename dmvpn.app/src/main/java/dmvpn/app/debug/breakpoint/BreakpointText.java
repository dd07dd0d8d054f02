package dmvpn.app.debug.breakpoint;

import dmvpn.app.RequestException;
import dmvpn.app.time.Durations;
import dmvpn.sim.trace.TimeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breakpoints as lines of text, to type and to keep in a file:
 *
 * <pre>
 * line 26                                  line hubs.dmvpn:26
 * event NHRP "Registration Request" received of HQ
 * change Branch1.nhrp[10.255.0.2].nbma     time 12.5s     expectation
 * event NHRP Purge hits 3 tell "purged at {time}" when Branch1.nhrp.count &gt; 2
 * </pre>
 *
 * <p>Behind any of them may stand {@code of ROUTER}, {@code hits N}, {@code tell "TEXT"}, {@code disabled} and at the very end
 * {@code when EXPRESSION}.
 */
public final class BreakpointText {

    /** For help: one line for each kind. */
    public static final List<String> FORMS = List.of("line [FILE:]N", "event [PROTOCOL] [\"MESSAGE\"] [sent|received]",
            "change EXPRESSION", "time T", "expectation");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern CONDITION = Pattern.compile("\\swhen\\s(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final List<String> MODIFIERS = List.of("of", "hits", "tell", "disabled");

    private BreakpointText() {
    }

    /**
     * Reads a line.
     *
     * @param model the file that a line number without a file is of; files are beside it
     * @throws RequestException when the line is no breakpoint; it says what is
     */
    public static Breakpoint parse(String text, Path model) throws RequestException {
        if (text.chars().filter(letter -> letter == '"').count() % 2 != 0) {
            throw new RequestException("A text has no end: a \" is missing");
        }
        Matcher when = CONDITION.matcher(text);
        boolean conditional = when.find();
        String plain = conditional ? text.substring(0, when.start()) : text;
        List<Word> words = words(plain);
        if (words.isEmpty()) {
            throw new RequestException("A breakpoint is one of: " + String.join(", ", FORMS));
        }
        int rest = 1;
        while (rest < words.size() && !words.get(rest).isModifier()) {
            rest++;
        }
        // The expression of a change has quotes and blanks of its own.
        String operand = rest == 1 ? "" : plain.substring(words.get(1).start(), words.get(rest - 1).end());
        Breakpoint breakpoint = Breakpoint.at(trigger(words.get(0).text(), texts(words.subList(1, rest)), operand, model));
        breakpoint = modified(breakpoint, texts(words.subList(rest, words.size())));
        return conditional ? breakpoint.when(text.substring(when.end()).strip()) : breakpoint;
    }

    /** A word, or a text in quotes, and where it stands. */
    private record Word(String text, boolean quoted, int start, int end) {

        boolean isModifier() {
            return !quoted && MODIFIERS.contains(text);
        }
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            boolean quoted = matcher.group(1) != null;
            words.add(new Word(quoted ? matcher.group(1) : matcher.group(2), quoted, matcher.start(), matcher.end()));
        }
        return words;
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    private static Trigger trigger(String kind, List<String> words, String operand, Path model) throws RequestException {
        return switch (kind) {
            case "line" -> line(only(kind, words), model);
            case "event" -> event(words);
            case "change" -> new Trigger.Change(required(kind, operand));
            case "time" -> new Trigger.Instant(Durations.parse(only(kind, words)));
            case "expectation" -> expectation(words);
            default -> throw new RequestException("'" + kind + "' is no kind of breakpoint; there are "
                    + String.join(", ", FORMS));
        };
    }

    private static Trigger expectation(List<String> words) throws RequestException {
        if (!words.isEmpty()) {
            throw new RequestException("Behind 'expectation' stands no '" + words.getFirst() + "'");
        }
        return new Trigger.FailedExpectation();
    }

    private static String only(String kind, List<String> words) throws RequestException {
        if (words.size() != 1) {
            throw new RequestException("Behind '" + kind + "' stands one word, as in: " + form(kind));
        }
        return words.get(0);
    }

    private static String required(String kind, String text) throws RequestException {
        if (text.isEmpty()) {
            throw new RequestException("Behind '" + kind + "' something is missing, as in: " + form(kind));
        }
        return text;
    }

    private static String form(String kind) {
        return FORMS.stream().filter(form -> form.startsWith(kind)).findFirst().orElseThrow();
    }

    private static Trigger line(String place, Path model) throws RequestException {
        int colon = place.lastIndexOf(':');
        Path file = colon < 0 ? model : model.resolveSibling(place.substring(0, colon));
        return new Trigger.Line(file, number(place.substring(colon + 1), "a line"));
    }

    private static int number(String text, String what) throws RequestException {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw new RequestException("'" + text + "' is not the number of " + what + ": a number from 1 on is expected");
    }

    private static Trigger event(List<String> words) {
        List<String> left = new ArrayList<>(words);
        Optional<Direction> direction = left.isEmpty() ? Optional.empty() : direction(left.getLast());
        if (direction.isPresent()) {
            left.removeLast();
        }
        Optional<String> protocol = left.isEmpty() ? Optional.empty() : Optional.of(left.removeFirst());
        return new Trigger.Event(protocol.filter(name -> !name.equals("any")),
                left.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", left)), direction);
    }

    private static Optional<Direction> direction(String word) {
        return switch (word) {
            case "sent" -> Optional.of(Direction.SENT);
            case "received" -> Optional.of(Direction.RECEIVED);
            default -> Optional.empty();
        };
    }

    private static Breakpoint modified(Breakpoint plain, List<String> words) throws RequestException {
        Breakpoint breakpoint = plain;
        for (int index = 0; index < words.size(); index++) {
            String modifier = words.get(index);
            if (modifier.equals("disabled")) {
                breakpoint = breakpoint.enabled(false);
                continue;
            }
            if (!MODIFIERS.contains(modifier) || index + 1 == words.size()) {
                throw new RequestException("'" + modifier + "' cannot stand here: behind a breakpoint stand of ROUTER, hits N, "
                        + "tell \"TEXT\", disabled, and at the end when EXPRESSION");
            }
            String value = words.get(++index);
            breakpoint = switch (modifier) {
                case "of" -> breakpoint.of(value);
                case "hits" -> breakpoint.fromHit(number(value, "a hit"));
                default -> breakpoint.telling(value);
            };
        }
        return breakpoint;
    }

    /** The line that {@link #parse} reads as the same breakpoint. */
    public static String of(Breakpoint breakpoint, Path model) {
        StringBuilder text = new StringBuilder(of(breakpoint.trigger(), model));
        breakpoint.router().ifPresent(router -> text.append(" of ").append(router));
        if (breakpoint.hitCount() > 1) {
            text.append(" hits ").append(breakpoint.hitCount());
        }
        breakpoint.log().ifPresent(log -> text.append(" tell ").append(quoted(log)));
        if (!breakpoint.enabled()) {
            text.append(" disabled");
        }
        breakpoint.condition().ifPresent(condition -> text.append(" when ").append(condition));
        return text.toString();
    }

    private static String of(Trigger trigger, Path model) {
        return switch (trigger) {
            case Trigger.Line line -> "line " + (line.file().equals(model) ? ""
                    : relative(line.file(), model) + ":") + line.line();
            case Trigger.Event event -> "event" + event.protocol().or(() -> event.message().map(message -> "any"))
                    .map(name -> " " + name).orElse("") + event.message().map(message -> " " + quoted(message)).orElse("")
                    + event.direction().map(way -> " " + way.name().toLowerCase(Locale.ROOT)).orElse("");
            case Trigger.Change change -> "change " + change.expression();
            case Trigger.Instant instant -> "time " + TimeText.duration(instant.instant().toNanos());
            case Trigger.FailedExpectation expectation -> "expectation";
        };
    }

    private static String relative(Path file, Path model) {
        Path folder = model.toAbsolutePath().getParent();
        return folder.relativize(file.toAbsolutePath()).toString();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
