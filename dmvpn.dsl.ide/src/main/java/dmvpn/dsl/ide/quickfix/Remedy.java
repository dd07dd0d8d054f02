package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ElementText;
import dmvpn.dsl.ide.document.ElementText.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/**
 * One way to mend a problem. It may be tried at several places or with several values; the first that mends the problem
 * counts, so a remedy may propose more than is right as long as the better comes first.
 */
@FunctionalInterface
interface Remedy {

    /** What may be tried, best first. */
    Stream<Mend> mends(Problem problem);

    /** Another remedy, tried behind this one. */
    default Remedy or(Remedy other) {
        return problem -> Stream.concat(mends(problem), other.mends(problem));
    }

    /** A remedy that is known at once. */
    static Remedy of(Function<Problem, Optional<Mend>> mend) {
        return problem -> mend.apply(problem).stream();
    }

    /** Writes a setting: where it is written already its new value, otherwise one more setting. */
    static Remedy write(Place place, String words, String value) {
        return write(place, words, problem -> Stream.of(value));
    }

    /**
     * Writes a setting whose value follows from the model.
     *
     * @param place where
     * @param words first words of the setting
     * @param values what may stand behind them, best first
     */
    static Remedy write(Place place, String words, Function<Problem, Stream<String>> values) {
        return problem -> values.apply(problem).flatMap(value -> {
            String setting = (words + " " + value).strip();
            return Stream.concat(texts(place, problem).flatMap(text -> changed(text, words, setting).stream()),
                    texts(place, problem).filter(text -> text.setting(words).isEmpty()).map(text -> added(text, setting)));
        });
    }

    /** Changes a setting where it is written. */
    static Remedy change(Place place, String words, String setting) {
        return problem -> texts(place, problem).flatMap(text -> changed(text, words, setting).stream());
    }

    /** Changes the value of a setting where it is written. */
    static Remedy change(Place place, String words, Function<Problem, Stream<String>> values) {
        return problem -> values.apply(problem).flatMap(value -> change(place, words, words + " " + value).mends(problem));
    }

    /** Adds a setting, whatever is written. */
    static Remedy add(Place place, String setting) {
        return problem -> texts(place, problem).map(text -> added(text, setting));
    }

    /** Removes a setting where it is written. */
    static Remedy remove(Place place, String words) {
        return problem -> texts(place, problem).flatMap(text -> text.setting(words).map(span ->
                new Mend("Remove '" + shown(span) + "'", List.of(text.removing(span)))).stream());
    }

    /** Removes elements with all that is in them. */
    static Remedy removeElement(Place place) {
        return problem -> texts(place, problem).map(text ->
                new Mend("Remove '" + shown(text.whole()) + "'", List.of(text.removingFromList())));
    }

    private static Stream<ElementText> texts(Place place, Problem problem) {
        return place.in(problem).flatMap(element -> ElementText.of(element).stream());
    }

    private static Optional<Mend> changed(ElementText text, String words, String setting) {
        return text.setting(words).filter(span -> !span.text().equals(setting)).map(span ->
                new Mend("Change '" + shown(span) + "' to '" + setting + "'", span.start(), span.end() - span.start(), setting));
    }

    private static Mend added(ElementText text, String setting) {
        return new Mend("Add '" + setting + "' to " + text.name(), List.of(text.adding(setting)));
    }

    /** A setting as a title shows it. */
    static String shown(Span span) {
        String line = span.text().replaceAll("[\\s;]+", " ");
        return line.length() <= 40 ? line : line.substring(0, 39) + "…";
    }
}
