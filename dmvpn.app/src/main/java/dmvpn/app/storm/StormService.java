package dmvpn.app.storm;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.CompiledNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Takes networks through storms, and says what does not work again when nothing is broken any more. */
public final class StormService {

    private final ModelReader reader;

    /** @param reader reads the models */
    public StormService(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * The storms as scenarios of the language, one line each of a statement; nothing runs.
     *
     * @param path a file, or a folder with one model
     * @throws RequestException when the model has no router, or has errors
     */
    public List<String> scenarios(Path path, StormRequest request, ProgressMonitor monitor) throws RequestException {
        ReadModel model = reader.readOne(path, monitor);
        CompiledNetwork network = withRouters(model.soundNetwork().orElseThrow(() -> new RequestException(
                "Model " + model.file() + " has errors: dmvpn check says which")));
        return LongStream.range(request.firstSeed(), request.firstSeed() + request.storms()).mapToObj(seed -> {
            Storm storm = StormPlanner.plan(network, seed, request.faults(), request.length());
            Duration tested = storm.repaired().plus(HealingTime.of(network).total());
            return storm.scenario(tested.plus(StormTraffic.testing()),
                    new StormTraffic(network).statements(storm.repaired(), tested));
        }).flatMap(List::stream).toList();
    }

    private static CompiledNetwork withRouters(CompiledNetwork network) throws RequestException {
        if (network.devices().isEmpty()) {
            throw new RequestException("Network " + network.name() + " has no router: there is nothing to break");
        }
        return network;
    }

    /**
     * Runs storms.
     *
     * @param path a file, or a folder with one model
     * @param finished told of each storm when it is over
     * @throws RequestException when the model has no router
     */
    public StormResult run(Path path, StormRequest request, Consumer<StormOutcome> finished, ProgressMonitor monitor)
            throws RequestException {
        ReadModel model = reader.readOne(path, monitor);
        if (model.soundNetwork().isEmpty()) {
            return new StormResult(model.problems(), Optional.empty(), new HealingTime(Map.of()), List.of(), false);
        }
        CompiledNetwork network = withRouters(model.soundNetwork().get());
        StormRun run = new StormRun(network, monitor);
        List<StormOutcome> outcomes = new ArrayList<>();
        for (int storm = 0; storm < request.storms() && !monitor.isCancelled(); storm++) {
            long seed = request.firstSeed() + storm;
            monitor.begin("storm " + seed + " over " + model.file());
            run.through(StormPlanner.plan(network, seed, request.faults(), request.length())).ifPresent(outcome -> {
                outcomes.add(outcome);
                finished.accept(outcome);
            });
        }
        return new StormResult(model.problems(), run.calm(), run.healingTime(), outcomes, monitor.isCancelled());
    }
}
