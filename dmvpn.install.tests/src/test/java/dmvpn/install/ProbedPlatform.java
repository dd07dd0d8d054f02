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

/** An installed platform, and what the probe in it reported when it was started once. */
record ProbedPlatform(List<String> report) {

    /** Cold starts of a workbench on a busy machine stay well below. */
    private static final long PATIENCE_SECONDS = 240;

    /**
     * Starts the platform {@code name} of the folder that the build installs into, with the probe as its application.
     *
     * @param arguments further arguments of the platform
     * @throws AssertionError with the platform's output if it does not end by itself with success
     */
    static ProbedPlatform start(String name, String... arguments) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("install.folder"), name);
        Path output = home.resolveSibling(name + ".out");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) {
            command.add("-XstartOnFirstThread");
        }
        command.addAll(List.of("-jar", launcher(home).toString(), "-nosplash", "-consoleLog",
                "-data", home.resolveSibling(name + ".workspace").toString(),
                "-application", "dmvpn.install.probe.application"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("The platform '" + name + "' did not start and end well (a display is needed):\n" + said);
        }
        return new ProbedPlatform(said.lines().filter(line -> line.startsWith("probe.")).toList());
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
