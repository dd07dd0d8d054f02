package dmvpn.dsl.ui.export;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.report.ReportRequest;
import dmvpn.app.report.ReportResult;
import dmvpn.app.report.ReportService;
import dmvpn.app.scenario.ScenarioResult;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The report of a model.
 *
 * @param target file
 * @param run true when the scenarios are run for their verdicts
 */
record ReportExport(Path target, boolean run) implements ModelExport {

    @Override
    public String name() {
        return "the report";
    }

    @Override
    public Written write(Path model, ProgressMonitor monitor) throws RequestException, IOException {
        ReportResult result = new ReportService(ModelReader.standalone()).report(model, new ReportRequest(target, run), monitor);
        long failed = result.scenarios().stream().filter(scenario -> !scenario.passed()).count();
        String verdicts = failed == 0 ? "" : "; of " + result.scenarios().size() + " scenarios " + failed + " failed: "
                + String.join(", ", result.scenarios().stream().filter(scenario -> !scenario.passed()).map(ScenarioResult::scenario).toList());
        return new Written(result.problems(), result.file().map(file -> "The report is written to " + file + verdicts));
    }
}
