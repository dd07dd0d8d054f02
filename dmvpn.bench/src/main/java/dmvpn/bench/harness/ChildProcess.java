package dmvpn.bench.harness;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a class in a Java process of its own, with the class path of this one. */
public final class ChildProcess {

    private ChildProcess() {
    }

    /**
     * Runs a class to its end.
     *
     * @param options options of Java
     * @param main class with a main method
     * @param arguments its arguments
     * @return what it printed
     * @throws IOException when it cannot be started or fails; the message has the end of what it said
     */
    public static String run(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile("child", ".err");
        try {
            Process process = new ProcessBuilder(command(options, main, arguments)).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new IOException(main.getSimpleName() + " ended with exit code " + exitCode + ": "
                        + Files.readString(errors).strip());
            }
            return output;
        } finally {
            Files.delete(errors);
        }
    }

    /** The command line of such a process. */
    static List<String> command(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What keeps this process from warning about the libraries' use of Unsafe does so there.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--sun-misc-unsafe-memory-access")).forEach(command::add);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
