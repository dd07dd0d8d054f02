package dmvpn.app.show;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.Runs;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.session.TimeTravel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Opens consoles of routers in runs of models. */
public final class ShowService {

    private final ModelReader reader;

    /** @param reader reads the models */
    public ShowService(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * Runs a model up to an instant and opens the console of a router.
     *
     * @param path a file, or a folder with one model
     * @throws RequestException when the model has no such scenario, router or instant; it says which there are
     */
    public ShowResult open(Path path, ShowRequest request, ProgressMonitor monitor) throws RequestException {
        ReadModel model = reader.readOne(path, monitor);
        Optional<CompiledNetwork> network = model.soundNetwork();
        return new ShowResult(model.problems(),
                network.isEmpty() ? Optional.empty() : Optional.of(console(network.get(), request)));
    }

    private static RouterConsole console(CompiledNetwork network, ShowRequest request) throws RequestException {
        Optional<Scenario> scenario = Runs.scenario(network, request.scenario());
        RouterConsole console = new RouterConsole(network, scenario.map(Scenario::name), TimeTravel.in(network,
                new SimulationOptions(scenario.map(Scenario::name), request.seed(), Optional.empty(), true, List.of())));
        console.router(request.router());
        if (request.at().isPresent()) {
            console.at(request.at().get());
        } else {
            console.at(Duration.ofNanos(console.endNanos()));
        }
        return console;
    }
}
