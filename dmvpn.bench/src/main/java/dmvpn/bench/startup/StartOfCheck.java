package dmvpn.bench.startup;

import dmvpn.bench.harness.ChildProcess;
import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.Demand;
import dmvpn.bench.simulation.StarModel;
import dmvpn.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How long {@code dmvpn check} of a small model takes from start to end, beside starting Java alone. */
public final class StartOfCheck implements Comparison {

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final int SPOKES = 2;

    private final Path model;

    /** Writes the model. */
    public StartOfCheck() throws IOException {
        model = Files.createTempFile("start", ".dmvpn");
        model.toFile().deleteOnExit();
        Files.writeString(model, StarModel.text(SPOKES));
    }

    @Override
    public String id() {
        return "start-check";
    }

    @Override
    public String title() {
        return "check of a model of two spokes, in a process of its own";
    }

    @Override
    public String baselineTitle() {
        return "an empty programme";
    }

    @Override
    public Demand demand() {
        return new Demand.Nothing();
    }

    @Override
    public double runProduct() throws Exception {
        return time(Main.class, "check", model.toString());
    }

    @Override
    public double runBaseline() throws Exception {
        return time(EmptyProgramme.class);
    }

    @Override
    public int warmUpRounds() {
        return 1;
    }

    private static double time(Class<?> main, String... arguments) throws Exception {
        long start = System.nanoTime();
        ChildProcess.run(OPTIONS, main, arguments);
        return System.nanoTime() - start;
    }
}
