package dmvpn.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An installed platform that was started once and ended by itself with success.
 *
 * @param home where it is installed
 * @param workspace the workspace that it was started on, new
 * @param report what the probe or the trial in it reported
 */
record StartedPlatform(Path home, Path workspace, List<String> report) {

    /** Cold starts of a workbench on a busy machine stay well below. */
    private static final long PATIENCE_SECONDS = 240;
    /** Tests have their own limits; this is for a workbench that does not even end. */
    private static final long PATIENCE_WITH_TESTS_SECONDS = 900;

    /**
     * Starts the platform {@code name} of the folder that the build installs into, with the probe as its application.
     *
     * @throws AssertionError with the platform's output if it does not end by itself with success
     */
    static StartedPlatform withTheProbeAsApplication(String name) throws IOException, InterruptedException {
        return start(name, newWorkspace(name), List.of(), List.of("-nosplash", "-consoleLog", "-application", "dmvpn.install.probe.application"),
                PATIENCE_SECONDS);
    }

    /**
     * Starts the platform {@code name} as a person does; the trial in it runs tests of the workbench.
     *
     * @param classes simple names of the test classes
     * @throws AssertionError with the platform's output if it does not end by itself with success
     */
    static StartedPlatform withTests(String name, List<String> classes) throws IOException, InterruptedException {
        return start(name, newWorkspace(name), List.of("-Ddmvpn.install.trial.classes=" + String.join(",", classes),
                        "-Ddmvpn.screenshots=" + Path.of(System.getProperty("install.folder")).resolveSibling("screenshots")),
                List.of("-nosplash", "-consoleLog", "-application", "org.eclipse.ui.ide.workbench"), PATIENCE_WITH_TESTS_SECONDS);
    }

    /**
     * Starts the product {@code name} of the folder that the build installs into, as its user would.
     *
     * @param model what the probe is to open in it
     * @throws AssertionError with the product's output if it does not end by itself with success
     */
    static StartedPlatform withItsOwnApplication(String name, Path model) throws IOException, InterruptedException {
        return withItsOwnApplication(name, model, newWorkspace(name));
    }

    /** The same on a workspace that may be there. */
    static StartedPlatform withItsOwnApplication(String name, Path model, Path workspace) throws IOException, InterruptedException {
        return start(name, workspace, List.of("-Ddmvpn.install.probe.model=" + model), List.of(), PATIENCE_SECONDS);
    }

    private static Path newWorkspace(String name) throws IOException {
        return Files.createTempDirectory(home(name).getParent(), name + ".workspace");
    }

    private static Path home(String name) {
        return Path.of(System.getProperty("install.folder"), name);
    }

    private static StartedPlatform start(String name, Path workspace, List<String> options, List<String> arguments, long patienceSeconds)
            throws IOException, InterruptedException {
        Path home = home(name);
        Path output = home.resolveSibling(name + ".out");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) {
            command.add("-XstartOnFirstThread");
        }
        command.addAll(options);
        command.addAll(List.of("-jar", launcher(home).toString(), "-data", workspace.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(patienceSeconds, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("The platform '" + name + "' " + (ended ? "ended with " + process.exitValue() : "did not end")
                    + " (a display is needed):\n" + said);
        }
        return new StartedPlatform(home, workspace, said.lines().filter(line -> line.startsWith("probe.") || line.startsWith("trial.")).toList());
    }

    private static Path launcher(Path home) {
        try (Stream<Path> plugins = Files.list(home.resolve("plugins"))) {
            return plugins.filter(path -> path.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst().orElseThrow(() -> new AssertionError("No launcher in " + home));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
