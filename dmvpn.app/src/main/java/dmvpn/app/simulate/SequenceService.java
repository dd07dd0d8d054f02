package dmvpn.app.simulate;

import dmvpn.app.RequestException;
import dmvpn.app.files.AtomicFiles;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.Runs;
import dmvpn.app.sequence.Lifelines;
import dmvpn.app.sequence.SequenceLayout;
import dmvpn.app.sequence.SequenceRows;
import dmvpn.app.sequence.SequenceSvg;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.BinaryTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws runs of models as sequence charts. */
public final class SequenceService {

    /** No drawing programme shows more; a part of the run says more, too. */
    private static final int MOST_EVENTS = 20_000;

    private final ModelReader reader;

    /** @param reader reads the models */
    public SequenceService(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * What came of it.
     *
     * @param problems what is wrong with the model
     * @param elements number of messages and other happenings that were drawn; empty when nothing was, as the model has errors or
     *         the run was stopped
     * @param notes what a person should know besides, in sentences
     */
    public record SequenceResult(List<Problem> problems, Optional<Integer> elements, List<String> notes) {

        /** Keeps immutable copies of the lists. */
        public SequenceResult {
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Runs a model and draws a part of the run.
     *
     * @param path a file, or a folder with one model
     * @param svg file to write, whole or not at all
     * @throws RequestException when the model has no such scenario or router, or the part has too many events to draw
     * @throws IOException when the file cannot be written
     */
    public SequenceResult draw(Path path, SequenceRequest request, Path svg, ProgressMonitor monitor) throws RequestException, IOException {
        ReadModel model = reader.readOne(path, monitor);
        Optional<CompiledNetwork> network = model.soundNetwork();
        if (network.isEmpty()) {
            return new SequenceResult(model.problems(), Optional.empty(), List.of());
        }
        Optional<String> scenario = Runs.scenario(network.get(), request.scenario()).map(Scenario::name);
        Simulation simulation = Simulation.create(network.get(),
                new SimulationOptions(scenario, request.seed(), request.until(), true, List.of()));
        EventFilter filter = new EventFilter(request.shown(), network.get(), simulation.trace().nodeNames());
        if (!Runs.toEnd(simulation, monitor)) {
            return new SequenceResult(model.problems(), Optional.empty(), List.of());
        }
        SequenceRows rows = rows(simulation.trace(), filter, request);
        SequenceLayout layout = new SequenceLayout(rows, Lifelines.of(rows), request.axis(), request.line().toNanos()).readOn();
        AtomicFiles.write(svg, SequenceSvg.write(layout));
        Runs.requireSound(simulation);
        return new SequenceResult(model.problems(), Optional.of(layout.figureCount()), filter.notes());
    }

    private static SequenceRows rows(BinaryTrace trace, EventFilter filter, SequenceRequest request) throws RequestException {
        long from = request.from().toNanos();
        SequenceRows rows = new SequenceRows(trace, cursor -> filter.shows(cursor) && cursor.timeNanos() >= from);
        rows.readOn(trace.size(), () -> false);
        if (rows.count() > MOST_EVENTS) {
            throw new RequestException("More than " + MOST_EVENTS + " events are no chart: choose routers, protocols or a shorter time");
        }
        return rows;
    }
}
