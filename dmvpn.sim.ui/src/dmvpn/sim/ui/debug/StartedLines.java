package dmvpn.sim.ui.debug;

import dmvpn.app.debug.Branches;
import dmvpn.app.debug.breakpoint.EditedLines;
import dmvpn.app.debug.breakpoint.Trigger;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;

/**
 * The lines of models as they were when a simulation was started. Breakpoints and carets stand in texts that may have been edited
 * since, saved or not; the run stays that of the old text.
 */
final class StartedLines {

    /** What stands in a line was written since: nothing in the run is of it. */
    static final class WrittenSince extends Exception {

        private static final long serialVersionUID = 1;

        WrittenSince(int line) {
            super("What stands in line " + line + " was written since the simulation was started");
        }
    }

    private record Compared(String text, EditedLines lines) {
    }

    private record Saved(long stamp, String text) {
    }

    private final Branches branches;
    private final Map<Path, Compared> compared = new ConcurrentHashMap<>();
    private final Map<Path, Saved> saved = new ConcurrentHashMap<>();

    StartedLines(Branches branches) {
        this.branches = branches;
    }

    /**
     * What a breakpoint on a line waits for in the run.
     *
     * @throws WrittenSince when it stands where nothing stood
     * @throws CoreException when its marker is gone
     */
    Trigger.Line of(ModelLineBreakpoint breakpoint) throws WrittenSince, CoreException {
        IMarker marker = breakpoint.getMarker();
        IFile file = (IFile) marker.getResource();
        Optional<OpenText> open = OpenText.of(file);
        OptionalInt seen = open.map(text -> text.lineOf(marker)).orElse(OptionalInt.empty());
        return seen.isPresent() ? of(file, open.get().document().get(), seen.getAsInt()) : of(file, saved(file), breakpoint.getLineNumber());
    }

    /**
     * A line of the run.
     *
     * @param text what the file says where somebody points at it
     * @param line the line there, from 1
     * @throws WrittenSince when it stands where nothing stood
     */
    Trigger.Line of(IFile file, String text, int line) throws WrittenSince {
        Path path = file.getLocation().toPath();
        Optional<String> started = branches.startedText(path);
        if (started.isEmpty()) {
            return new Trigger.Line(path, line); // a file that the run knows nothing of
        }
        Compared known = compared.compute(path, (same, before) -> before != null && before.text().equals(text) ? before
                : new Compared(text, EditedLines.between(started.get(), text)));
        return new Trigger.Line(path, known.lines().started(line).orElseThrow(() -> new WrittenSince(line)));
    }

    private String saved(IFile file) throws CoreException {
        Path path = file.getLocation().toPath();
        long stamp = file.getModificationStamp();
        Saved known = saved.get(path);
        if (known == null || known.stamp() != stamp) {
            known = new Saved(stamp, file.readString());
            saved.put(path, known);
        }
        return known.text();
    }
}
