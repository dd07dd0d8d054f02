package dmvpn.app.packet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program Wireshark on this computer.
 *
 * @param program its file
 */
public record Wireshark(Path program) {

    private static final List<String> NAMES = List.of("wireshark", "wireshark.exe");
    private static final List<Path> USUAL_PLACES = List.of(Path.of("/Applications/Wireshark.app/Contents/MacOS/Wireshark"),
            Path.of("C:\\Program Files\\Wireshark\\Wireshark.exe"));
    /** Wireshark takes its configuration, and so the keys, from the folder that this names. */
    private static final String CONFIGURATION = "WIRESHARK_CONFIG_DIR";

    /**
     * Looks for it.
     *
     * @param configured file of the program that somebody chose; empty for the one of the search path or of a usual place
     * @param searchPath folders with programs, as the variable {@code PATH} has them; may be null
     */
    public static Optional<Wireshark> find(String configured, String searchPath) {
        Stream<Path> candidates = configured.isBlank()
                ? Stream.concat(folders(searchPath).flatMap(folder -> NAMES.stream().map(folder::resolve)), USUAL_PLACES.stream())
                : path(configured).stream();
        return candidates.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst().map(Wireshark::new);
    }

    /**
     * Why it is not there, for people.
     *
     * @param configured as with {@link #find}
     */
    public static String absence(String configured) {
        return configured.isBlank() ? "Wireshark is not installed, or not on the search path"
                : "'" + configured.strip() + "' is no program that can be started";
    }

    private static Stream<Path> folders(String searchPath) {
        return searchPath == null ? Stream.of() : Stream.of(searchPath.split(File.pathSeparator)).flatMap(folder -> path(folder).stream());
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /**
     * Starts it with a capture.
     *
     * @throws IOException when it does not start
     */
    public Process open(PacketCapture capture) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), capture.file().toString());
        builder.environment().put(CONFIGURATION, capture.profile().toString());
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
