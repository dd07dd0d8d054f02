package dmvpn.app.simulate;

import dmvpn.app.RequestException;
import dmvpn.app.files.IoProblem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TimelineFormatter;
import dmvpn.sim.trace.TraceCursor;
import dmvpn.sim.trace.TraceFileException;
import dmvpn.sim.trace.json.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shows the timeline of a run that was written into a file. */
public final class TimelineService {

    /**
     * What came of it.
     *
     * @param cancelled true when it was stopped before the end
     * @param complete false when the file ends before the run did
     * @param notes what a person should know besides, in sentences
     */
    public record TimelineResult(boolean cancelled, boolean complete, List<String> notes) {

        /** Keeps an immutable copy of the list. */
        public TimelineResult {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Shows the events of a file.
     *
     * @param shown which of them
     * @param json true for one JSON object a line
     * @param out takes lines
     * @throws RequestException when the file is no trace, or has no such router
     */
    public TimelineResult show(Path file, ShownEvents shown, boolean json, Consumer<String> out, ProgressMonitor monitor)
            throws RequestException {
        try (BinaryTrace trace = BinaryTrace.open(file)) {
            EventFilter filter = new EventFilter(shown, "The trace in " + file, TimelineService::withoutBrackets, trace.nodeNames());
            boolean finished = show(trace, json, filter, out, monitor);
            List<String> notes = new ArrayList<>(finished ? filter.notes() : List.of());
            if (finished && !trace.isComplete()) {
                notes.add("The trace in " + file + " ends before its run did: what came after event " + trace.size() + " is missing.");
            }
            return new TimelineResult(!finished, trace.isComplete(), notes);
        } catch (TraceFileException | UncheckedIOException e) {
            throw new RequestException(e.getMessage());
        } catch (IOException e) {
            throw new RequestException(IoProblem.explain(e));
        }
    }

    /** A router may be named as models refer to it: {@code Branch[7]} is {@code Branch7}. */
    private static String withoutBrackets(String name) {
        return name.replace("[", "").replace("]", "");
    }

    private static boolean show(BinaryTrace trace, boolean json, EventFilter filter, Consumer<String> out,
            ProgressMonitor monitor) {
        Function<RecordedEvent, String> format = json ? JsonLines::format
                : new TimelineFormatter(trace.nodeNames())::format;
        TraceCursor cursor = trace.cursor();
        ShownCauses causes = new ShownCauses(filter);
        while (cursor.next()) {
            if (monitor.isCancelled()) {
                return false;
            }
            causes.follow(cursor);
            if (filter.shows(cursor)) {
                out.accept(format.apply(cursor.event().withCause(causes.of(cursor))));
            }
        }
        return true;
    }
}
