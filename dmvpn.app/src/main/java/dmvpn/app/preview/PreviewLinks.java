package dmvpn.app.preview;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Leads from a place in a model to the lines of a configuration that it made. */
public final class PreviewLinks {

    private PreviewLinks() {
    }

    /**
     * The lines that a place made: those of clauses that begin on its line; where none does, those of the smallest clause
     * around it.
     *
     * @param lines lines of a configuration
     * @param at a place in the model
     * @return indexes from 0, ascending
     */
    public static List<Integer> madeBy(List<PreviewLine> lines, ModelPlace at) {
        List<Integer> onTheLine = indexes(lines, place -> place.file().equals(at.file()) && place.line() == at.line());
        if (!onTheLine.isEmpty()) {
            return onTheLine;
        }
        OptionalInt smallest = lines.stream().flatMap(line -> line.source().stream())
                .filter(place -> place.encloses(at)).mapToInt(ModelPlace::length).min();
        return smallest.isEmpty() ? List.of()
                : indexes(lines, place -> place.encloses(at) && place.length() == smallest.getAsInt());
    }

    private static List<Integer> indexes(List<PreviewLine> lines, Predicate<ModelPlace> wanted) {
        return IntStream.range(0, lines.size()).filter(index -> lines.get(index).source().filter(wanted).isPresent())
                .boxed().toList();
    }

    /** What made a line; for a separator, what made the nearest line above it. */
    public static Optional<ModelPlace> sourceOf(List<PreviewLine> lines, int index) {
        for (int line = Math.min(index, lines.size() - 1); line >= 0; line--) {
            if (lines.get(line).source().isPresent()) {
                return lines.get(line).source();
            }
        }
        return Optional.empty();
    }
}
