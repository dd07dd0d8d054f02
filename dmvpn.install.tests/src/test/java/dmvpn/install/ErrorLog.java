package dmvpn.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Error Log view of a workbench shows: the file {@code .metadata/.log} of its workspace. */
record ErrorLog(List<Entry> entries) {

    /** Severity of warnings, as of {@code org.eclipse.core.runtime.IStatus}. */
    static final int WARNING = 2;

    /** Severity of errors, as of {@code org.eclipse.core.runtime.IStatus}; that of cancellation is above it. */
    static final int ERROR = 4;

    /** An entry begins with one of these; a sub-entry is a child of a status of several, with its depth first. */
    private static final Pattern ENTRY = Pattern.compile("!(?:ENTRY|SUBENTRY \\d+) (?<bundle>\\S+) (?<severity>\\d+) .*");

    /** An entry of any severity. */
    record Entry(String bundle, int severity, String message) {
    }

    /** The entries of a workspace; none if its workbench logged nothing at all. */
    static ErrorLog ofWorkspace(Path workspace) throws IOException {
        Path file = workspace.resolve(".metadata").resolve(".log");
        List<Entry> entries = new ArrayList<>();
        List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        for (int index = 0; index < lines.size(); index++) {
            Matcher entry = ENTRY.matcher(lines.get(index));
            if (entry.matches()) {
                String message = index + 1 < lines.size() ? lines.get(index + 1) : "";
                entries.add(new Entry(entry.group("bundle"), Integer.parseInt(entry.group("severity")), message));
            }
        }
        return new ErrorLog(entries);
    }
}
