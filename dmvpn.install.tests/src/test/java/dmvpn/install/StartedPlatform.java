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
 * @param report what the probe in it reported
 */
record StartedPlatform(Path home, Path workspace, List<String> report) {

    /** Cold starts of a workbench on a busy machine stay well below. */
    private static final long PATIENCE_SECONDS = 240;

    /**
     * Starts the platform {@code name} of the folder that the build installs into, with the probe as its application.
     *
     * @throws AssertionError with the platform's output if it does not end by itself with success
     */
    static StartedPlatform withTheProbeAsApplication(String name) throws IOException, InterruptedException {
        return start(name, List.of(), List.of("-nosplash", "-consoleLog", "-application", "dmvpn.install.probe.application"));
    }

    /**
     * Starts the product {@code name} of the folder that the build installs into, as its user would.
     *
     * @param model what the probe is to open in it
     * @throws AssertionError with the product's output if it does not end by itself with success
     */
    static StartedPlatform withItsOwnApplication(String name, Path model) throws IOException, InterruptedException {
        return start(name, List.of("-Ddmvpn.install.probe.model=" + model), List.of());
    }

    private static StartedPlatform start(String name, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("install.folder"), name);
        Path output = home.resolveSibling(name + ".out");
        Path workspace = Files.createTempDirectory(home.getParent(), name + ".workspace");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) {
            command.add("-XstartOnFirstThread");
        }
        command.addAll(options);
        command.addAll(List.of("-jar", launcher(home).toString(), "-data", workspace.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("The platform '" + name + "' " + (ended ? "ended with " + process.exitValue() : "did not end")
                    + " (a display is needed):\n" + said);
        }
        return new StartedPlatform(home, workspace, said.lines().filter(line -> line.startsWith("probe.")).toList());
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
