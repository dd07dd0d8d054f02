package dmvpn.app.capture;

import dmvpn.app.RequestException;
import dmvpn.app.files.RouterFiles;
import dmvpn.app.files.StagedFolder;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.Runs;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.capture.CapturePlaces;
import dmvpn.sim.capture.CaptureSink;
import dmvpn.sim.underlay.PacketTap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a model and writes pcapng files of its routers, links or all of it, with the keys that let Wireshark look inside. */
public final class CaptureService {

    private final ModelReader reader;

    /** @param reader reads the models */
    public CaptureService(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * Captures a run.
     *
     * @param path a file, or a folder with one model
     * @throws RequestException when the model has no such scenario, when two routers would get one file, or when
     *     the folder has several models
     * @throws IOException when a file cannot be written
     */
    public CaptureResult capture(Path path, CaptureRequest request, ProgressMonitor monitor)
            throws RequestException, IOException {
        ReadModel model = reader.readOne(path, monitor);
        Optional<CompiledNetwork> network = model.soundNetwork();
        return network.isEmpty() ? new CaptureResult(model.problems(), 0, false)
                : capture(model, network.get(), request, monitor);
    }

    private static CaptureResult capture(ReadModel model, CompiledNetwork network, CaptureRequest request,
            ProgressMonitor monitor) throws RequestException, IOException {
        Optional<Scenario> scenario = Runs.scenario(network, request.scenario());
        long seed = Runs.seed(scenario, request.seed());
        List<String> nodeNames = Simulation.create(network, SimulationOptions.DEFAULT).trace().nodeNames();
        CapturePlaces places = CapturePlaces.of(request.by().scope(), network, nodeNames::get);
        RouterFiles.requireDistinct(places.files(nodeNames));
        long[] packets = new long[1];
        PacketTap counter = (node, interfaceName, timeNanos, direction, packet) -> packets[0]++;
        boolean finished;
        Simulation simulation;
        try (StagedFolder files = new StagedFolder(request.folder())) {
            try (CaptureSink sink = new CaptureSink(files.path(), places, request.inClear(), seed)) {
                simulation = Simulation.create(network, new SimulationOptions(scenario.map(Scenario::name),
                        request.seed(), request.until(), true, List.of(sink, counter)));
                sink.explainBy(simulation.trace());
                finished = !simulation.runWhile(() -> !monitor.isCancelled());
            }
            files.publish();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        Runs.requireSound(simulation);
        return new CaptureResult(model.problems(), packets[0], !finished);
    }
}
