package dmvpn.dap;

import dmvpn.app.debug.Branches;
import dmvpn.app.debug.breakpoint.EditedLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.debug.Source;

/**
 * The files of a run as editors see them. They may have been edited and saved since the run was started, which goes on as what was
 * read then: people point at lines of what the files say now, and events are of lines that they said then.
 */
final class EditedSources {

    private final Branches branches;
    /** Files whose old text somebody may ask for: a reference is an index here, from 1. */
    private final List<Path> asStarted = new ArrayList<>();
    /** Of a file that was compared already; a stop asks for each of its frames. */
    private final Map<Path, Compared> compared = new ConcurrentHashMap<>();

    private record Compared(String text, EditedLines lines) {
    }

    EditedSources(Branches branches) {
        this.branches = branches;
    }

    /** The line of the run that a line of a file is; empty when what stands there was written since. */
    OptionalInt started(Path file, int line) {
        Optional<EditedLines> lines = lines(file);
        return lines.isPresent() ? lines.get().started(line) : OptionalInt.of(line);
    }

    /**
     * Where a line of the run is now.
     *
     * @param source the file as it is; or as it was, when the line is gone
     * @param line line there, from 1
     */
    record Place(Source source, int line) {
    }

    /** Where a line of the run is now. */
    Place now(Path file, int line) {
        Optional<EditedLines> lines = lines(file);
        OptionalInt edited = lines.isPresent() ? lines.get().edited(line) : OptionalInt.of(line);
        Source source = new Source();
        source.setName(file.getFileName().toString());
        source.setPath(file.toString());
        if (edited.isEmpty()) {
            source.setName(file.getFileName() + " (as the run was started)");
            source.setSourceReference(reference(file));
        }
        return new Place(source, edited.orElse(line));
    }

    private synchronized int reference(Path file) {
        if (!asStarted.contains(file)) {
            asStarted.add(file);
        }
        return asStarted.indexOf(file) + 1;
    }

    /** What a file said when the run was started; empty for a reference that was not given out. */
    synchronized Optional<String> text(int reference) {
        return reference < 1 || reference > asStarted.size() ? Optional.empty() : branches.startedText(asStarted.get(reference - 1));
    }

    /** The line of this run that a line of an earlier one of the same files is; empty when it is gone. */
    OptionalInt fromEarlier(EditedSources earlier, Path file, int line) {
        Optional<String> before = earlier.branches.startedText(file);
        Optional<String> now = branches.startedText(file);
        return before.isPresent() && now.isPresent() ? EditedLines.between(before.get(), now.get()).edited(line) : OptionalInt.of(line);
    }

    /** Empty for a file that is as it was, that the run knows nothing of, or that cannot be read any more. */
    private Optional<EditedLines> lines(Path file) {
        Optional<String> started = branches.startedText(file);
        try {
            String now = started.isPresent() ? Files.readString(file) : "";
            return started.filter(text -> !text.equals(now)).map(text -> compared.compute(file, (same, before) ->
                    before != null && before.text().equals(now) ? before : new Compared(now, EditedLines.between(text, now))).lines());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
