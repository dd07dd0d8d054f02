package dmvpn.bench;

import dmvpn.bench.harness.Harness;
import dmvpn.bench.harness.Measure;
import dmvpn.bench.harness.Result;
import dmvpn.bench.harness.ResultFile;
import dmvpn.bench.harness.ResultPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code dmvpn bench}. */
@Command(name = "dmvpn bench", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Runs each measure beside its baseline, by turns, and prints the median of the ratios.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every demand is met", "1:a demand is missed", "2:wrong usage"})
public final class Main implements Callable<Integer> {

    private static final int ROUNDS = 9;
    private static final int QUICK_ROUNDS = 3;

    @Parameters(arity = "0..*", paramLabel = "MEASURE", description = "Measures to run, or the beginning of their names; all by default.")
    private List<String> wanted = List.of();

    @Option(names = "--list", description = "Only lists the measures.")
    private boolean list;

    @Option(names = "--quick", description = "Fewer rounds and less work in each: for a look, not for a record.")
    private boolean quick;

    @Option(names = "--rounds", paramLabel = "N", description = "Measured rounds; 9 by default.")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE", description = "Also keeps the ratios in this file.")
    private Path json;

    /** Starts the command. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<String> ids = Measures.ids().stream().filter(this::isWanted).toList();
        if (ids.isEmpty()) {
            System.err.println("No measure is called " + String.join(" or ", wanted) + "; --list names them all.");
            return CommandLine.ExitCode.USAGE;
        }
        if (list) {
            ids.forEach(System.out::println);
            return CommandLine.ExitCode.OK;
        }
        List<Result> results = run(ids);
        if (json != null) {
            ResultFile.write(json, results);
        }
        return results.stream().allMatch(Result::isMet) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private List<Result> run(List<String> ids) throws Exception {
        Harness harness = new Harness(rounds > 0 ? rounds : quick ? QUICK_ROUNDS : ROUNDS);
        ResultPrinter printer = new ResultPrinter(System.out);
        printer.printHeader();
        List<Result> results = new ArrayList<>();
        for (String id : ids) {
            Measure measure = Measures.create(id, quick);
            Result result = harness.run(measure);
            results.add(result);
            printer.print(result);
        }
        return results;
    }

    private boolean isWanted(String id) {
        return wanted.isEmpty() || wanted.stream().anyMatch(id::startsWith);
    }
}
