package dmvpn.app.report;

import dmvpn.app.RequestException;
import dmvpn.app.draw.DrawService;
import dmvpn.app.files.AtomicFiles;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.ScenarioResult;
import dmvpn.app.scenario.ScenarioTestService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a report of a model: one page of HTML with all in it. A model with errors is reported as far as it says something, its
 * errors first; nobody passes on such a report by mistake. The same model gives the same page: no clock is read.
 */
public final class ReportService {

    private final ModelReader reader;

    /** @param reader reads the models */
    public ReportService(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * Writes a report, whole or not at all.
     *
     * @param path a file, or a folder with one model
     * @throws RequestException when the folder has several models, or when the report would take the place of the model
     * @throws IOException when a file cannot be read or written
     */
    public ReportResult report(Path path, ReportRequest request, ProgressMonitor monitor) throws RequestException, IOException {
        Optional<ReadModel> read = read(path, monitor);
        if (read.isEmpty()) {
            return new ReportResult(List.of(), Optional.empty(), List.of(), true);
        }
        ReadModel model = read.get();
        List<Problem> problems = Stream.concat(model.projectProblems().stream(), model.problems().stream()).distinct().toList();
        if (model.text().isEmpty()) {
            return new ReportResult(problems, Optional.empty(), List.of(), false);
        }
        refuseModel(request.file(), Path.of(model.file()));
        List<ScenarioResult> verdicts = new ArrayList<>();
        boolean finished = !request.run() || ScenarioTestService.run(model, scenario -> true, verdicts::add, monitor);
        if (!finished || monitor.isCancelled()) {
            return new ReportResult(problems, Optional.empty(), verdicts, true);
        }
        monitor.begin("write " + request.file().getFileName());
        ReportContent content = new ReportContent(model, DrawService.drawn(model), DrawService.svg(model), problems,
                request.run(), verdicts);
        AtomicFiles.write(request.file(), new HtmlReport(content).text());
        return new ReportResult(problems, Optional.of(request.file()), verdicts, false);
    }

    /** Empty when somebody cancels meanwhile: what was not read to its end may look like no model. */
    private Optional<ReadModel> read(Path path, ProgressMonitor monitor) throws RequestException {
        try {
            return Optional.of(reader.readOne(path, monitor)).filter(model -> !monitor.isCancelled());
        } catch (RequestException refused) {
            if (monitor.isCancelled()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static void refuseModel(Path report, Path model) throws RequestException, IOException {
        if (Files.exists(report) && Files.exists(model) && Files.isSameFile(report, model)) {
            throw new RequestException("'" + report + "' is the model: give the report a name of its own, such as one that ends in .html");
        }
    }
}
