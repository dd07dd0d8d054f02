package dmvpn.app.testing;

import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.CompiledNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Models for tests of services. */
public final class Models {

    /** A hub, a spoke, and a scenario in which the spoke's host pings the hub's. */
    public static final String SOUND = """
            network Test
            transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
            cloud Corp { overlay 10.0.0.0/24  phase 3  network-id 1
                         routing eigrp 100 { summary 192.168.0.0/16 from hubs } }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 192.168.1.0/24  join Corp as 10.0.0.1 }
            spoke Branch { wan Internet dhcp  lan 192.168.11.0/24  join Corp as 10.0.0.11 via HQ }
            scenario Calm { seed 7  duration 30s  expect at 25s path Branch.lan to HQ.lan is direct }
            """;

    /** {@link #SOUND} with a reference to nothing. */
    public static final String WRONG = SOUND.replace("via HQ", "via Nobody");

    /** The folder of the examples. */
    public static final Path EXAMPLES = Path.of("..", "examples");

    private Models() {
    }

    /** The network of an example. */
    public static CompiledNetwork example(String name) {
        return ModelReader.standalone().read(List.of(EXAMPLES.resolve(name)), ProgressMonitor.NONE).getFirst().soundNetwork()
                .orElseThrow();
    }

    /** The one file of an example. */
    public static Path exampleFile(String name) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".dmvpn")).sorted().findFirst().orElseThrow();
        }
    }

    /** Writes a model into a folder. */
    public static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
