package dmvpn.app.report;

import java.nio.file.Path;

/**
 * Which report to write.
 *
 * @param file the page
 * @param run true when the scenarios are run for their verdicts, which may take minutes
 */
public record ReportRequest(Path file, boolean run) {

    /** A report that runs nothing. */
    public ReportRequest(Path file) {
        this(file, false);
    }
}
