package dmvpn.ui.tests.driver;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;

/**
 * A workbench in a process of its own, of the same bundles as this one and on a new workspace, that has ended by itself.
 *
 * @param exitCode how it ended
 * @param output what it printed
 * @param log the entries of its Error Log that are errors, or warnings of ours
 */
public record SecondWorkbench(int exitCode, List<String> output, List<String> log) {

    private static final long PATIENCE_SECONDS = 110;
    private static final String ENTRY_OF_OURS = "!(SUB)?ENTRY .*dmvpn\\.\\S+ 2 .*";
    private static final String ERROR = "!(SUBENTRY \\d+|ENTRY) \\S+ [48] .*";

    /**
     * Starts one and waits for its end.
     *
     * @param folder takes its workspace
     * @param property a system property that is true in it
     * @throws AssertionError when it does not end by itself
     */
    public static SecondWorkbench run(Path folder, String property) throws IOException, InterruptedException {
        Path configuration = configuration(folder);
        Path workspace = folder.resolve("workspace");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-D" + property + "=true",
                "-cp", System.getProperty("java.class.path"), "org.eclipse.equinox.launcher.Main", "-configuration", configuration.toString(),
                "-data", workspace.toString(), "-nosplash", "-application", "org.eclipse.ui.ide.workbench"));
        String development = System.getProperty("osgi.dev");
        if (development != null) {
            command.addAll(List.of("-dev", development));
        }
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        if (!ended) {
            throw new AssertionError("The workbench did not end:\n" + Files.readString(output));
        }
        return new SecondWorkbench(process.exitValue(), Files.readAllLines(output), log(workspace.resolve(".metadata").resolve(".log")));
    }

    /** Says which bundles there are: those of this workbench, in a test of the build or where somebody has installed it. */
    private static Path configuration(Path folder) throws IOException {
        Path ours = Path.of(URI.create(Platform.getConfigurationLocation().getURL().toString().replace(" ", "%20")));
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        for (Path file : List.of(Path.of("config.ini"), Path.of("org.eclipse.equinox.simpleconfigurator", "bundles.info"))) {
            if (Files.exists(ours.resolve(file))) {
                Files.createDirectories(configuration.resolve(file).getParent());
                Files.copy(ours.resolve(file), configuration.resolve(file));
            }
        }
        return configuration;
    }

    /** An entry with the message behind it. */
    private static List<String> log(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file);
        List<String> entries = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).matches(ENTRY_OF_OURS) || lines.get(index).matches(ERROR)) {
                int end = Math.min(index + 4, lines.size());
                entries.add(String.join(" ", lines.subList(index, end)));
            }
        }
        return entries;
    }

    /** The lines that begin so. */
    public Stream<String> said(String beginning) {
        return output.stream().filter(line -> line.startsWith(beginning));
    }
}
