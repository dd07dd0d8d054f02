package dmvpn.app.diagnose;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.KnownRouters;
import dmvpn.app.scenario.Runs;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.TimeText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs models up to an instant and says what keeps two routers apart. */
public final class DiagnoseService {

    private final ModelReader reader;

    /** @param reader reads the models */
    public DiagnoseService(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * Diagnoses.
     *
     * @param path a file, or a folder with one model
     * @throws RequestException when the model has no such scenario, router or instant; it says which there are
     */
    public DiagnoseResult diagnose(Path path, DiagnoseRequest request, ProgressMonitor monitor) throws RequestException {
        ReadModel model = reader.readOne(path, monitor);
        Optional<CompiledNetwork> network = model.soundNetwork();
        return new DiagnoseResult(model.problems(),
                network.isEmpty() ? Optional.empty() : Optional.of(diagnose(network.get(), request)));
    }

    private static Diagnosis diagnose(CompiledNetwork network, DiagnoseRequest request) throws RequestException {
        Optional<Scenario> scenario = Runs.scenario(network, request.scenario());
        Simulation simulation = Simulation.create(network, new SimulationOptions(
                scenario.map(Scenario::name), request.seed(), Optional.empty(), true, List.of()));
        RouterView from = router(simulation, request.from());
        RouterView to = router(simulation, request.to());
        if (from == to) {
            throw new RequestException("A diagnosis is between two routers, and " + from.name() + " is one");
        }
        Duration end = Duration.ofNanos(simulation.endNanos());
        Duration at = request.at().orElse(end);
        if (at.compareTo(end) > 0) {
            throw new RequestException("The run" + scenario.map(chosen -> " of scenario " + chosen.name()).orElse("")
                    + " has no such instant: it goes from 0s to " + TimeText.duration(simulation.endNanos()));
        }
        simulation.runUntil(at);
        Runs.requireSound(simulation);
        return new Diagnosing(simulation).diagnose(from, to);
    }

    private static RouterView router(Simulation simulation, String name) throws RequestException {
        List<Device> devices = simulation.configuration().devices();
        RouterView found = devices.stream().filter(device -> device.reference().equals(name) || device.name().equals(name))
                .findFirst().flatMap(device -> simulation.routerNamed(device.name()))
                .orElseThrow(() -> new RequestException("Network " + simulation.configuration().name() + " has no router '"
                        + name + "'; " + KnownRouters.in(devices.stream().map(Device::name).toList())));
        if (found.device().tunnels().isEmpty()) {
            throw new RequestException(found.name() + " has no tunnel: there is nothing to diagnose");
        }
        return found;
    }
}
