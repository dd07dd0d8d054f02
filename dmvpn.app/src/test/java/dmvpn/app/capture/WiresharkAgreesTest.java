package dmvpn.app.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.capture.CaptureSink;
import dmvpn.sim.packet.IpPacket;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wireshark reads in the captures of all examples what the simulator's packets say, field by field, and finds nothing wrong. */
@Execution(ExecutionMode.CONCURRENT)
class WiresharkAgreesTest {

    /** Until all is up, traffic has found its direct ways and the first faults are over. */
    private static final Duration LENGTH = Duration.ofSeconds(150);
    /** Enough for a hub and its neighbours; the others of a family say the same. */
    private static final int MOST_ROUTERS = 3;
    /** What Wireshark finds in a packet itself: that it is malformed, and its own remarks with their severity. */
    private static final List<String> REMARKS = List.of("_ws.malformed", "_ws.expert.severity", "_ws.expert.message",
            "esp.sequence-analysis.wrong-sequence-number");
    /** Wireshark warns of each reset of a connection: that is what BGP does with one of two, and no fault. */
    private static final String RESET = "Connection reset (RST)";
    /** {@code PI_WARN} of Wireshark's expert information. */
    private static final long WARNING = 0x600000;

    @TempDir
    Path directory;

    /** All models of all examples, as some folders have several; and one of them with IKEv1, which no example has. */
    static Stream<Arguments> models() throws IOException {
        List<Arguments> models = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Models.EXAMPLES)) {
            for (Path folder : folders.sorted().toList()) {
                ModelReader.standalone().read(List.of(folder), ProgressMonitor.NONE)
                        .forEach(model -> models.add(Arguments.of(Named.of(model.file().toString(), model.soundNetwork().orElseThrow()))));
            }
        }
        String text = Files.readString(Models.exampleFile("phase3-eigrp"));
        String older = text.replaceAll("ike v2 .*", "ike v1  encryption aes-cbc-256  integrity sha256  group 14  lifetime 24h");
        assertThat(older).isNotEqualTo(text);
        models.add(Arguments.of(Named.of("IKEv1", ModelReader.standalone().read(Path.of("ikev1.dmvpn"), older, Map.of())
                .soundNetwork().orElseThrow())));
        return models.stream();
    }

    @BeforeEach
    void needsTshark() {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
        assumeTrue(present, "tshark is missing: install the package tshark (apt-get install tshark)");
    }

    @ParameterizedTest
    @MethodSource("models")
    void ofEachFieldOfEachPacket(CompiledNetwork network) throws Exception {
        List<String> names = RunningNetwork.nodeNames(network);
        Map<String, List<IpPacket>> packets = new HashMap<>();
        Optional<String> scenario = network.scenarios().stream().findFirst().map(Scenario::name);
        try (CaptureSink sink = new CaptureSink(directory, names::get, 1)) {
            Simulation.create(network, new SimulationOptions(scenario, OptionalLong.of(1), Optional.of(LENGTH), false, List.of(sink,
                    (node, interfaceName, timeNanos, direction, packet) ->
                            packets.computeIfAbsent(names.get(node), unused -> new ArrayList<>()).add(packet)))).run();
        }

        List<String> routers = network.devices().stream().limit(MOST_ROUTERS).map(device -> device.name())
                .filter(packets::containsKey).toList();
        assertThat(routers).isNotEmpty();
        for (String router : routers) {
            Path capture = directory.resolve(router + ".pcapng");
            List<List<String>> read = read(capture);
            assertThat(read).as("complaints about %s", router).allMatch(WiresharkAgreesTest::isWithoutComplaint);
            assertSame(router, packets.get(router), read);
        }
    }

    /**
     * One remark of a frame is no fault of it: a transport with jitter or loss delivers protected packets in another order, or not at
     * all; and BGP resets one of two connections. Whatever else Wireshark warns of is one.
     */
    private static boolean isWithoutComplaint(List<String> frame) {
        List<String> remarks = frame.subList(WiresharkFields.NAMES.size(), frame.size());
        long warnings = Arrays.stream(remarks.get(1).split(",")).filter(severity -> !severity.isEmpty())
                .filter(severity -> Long.decode(severity) >= WARNING).count();
        boolean explained = remarks.get(2).endsWith(RESET) || !remarks.getLast().isEmpty();
        return remarks.getFirst().isEmpty() && warnings <= (explained ? 1 : 0);
    }

    private static void assertSame(String router, List<IpPacket> sent, List<List<String>> read) {
        assertThat(read).as("packets of %s", router).hasSameSizeAs(sent);
        for (int frame = 0; frame < sent.size(); frame++) {
            List<String> wanted = WiresharkFields.of(sent.get(frame));
            for (int field = 0; field < wanted.size(); field++) {
                assertThat(WiresharkFields.read(WiresharkFields.NAMES.get(field), read.get(frame).get(field))).as("%s, frame %d, %s: %s", router, frame + 1, WiresharkFields.NAMES.get(field),
                        sent.get(frame)).isEqualTo(wanted.get(field));
            }
        }
    }

    private List<List<String>> read(Path capture) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-T", "fields", "-E", "separator=|"));
        Stream.concat(WiresharkFields.NAMES.stream(), REMARKS.stream()).forEach(name -> arguments.addAll(List.of("-e", name)));
        return tshark(capture, arguments.toArray(String[]::new)).stream().map(line -> List.of(line.split("\\|", -1))).toList();
    }

    private List<String> tshark(Path capture, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("WIRESHARK_CONFIG_DIR", directory.resolve("wireshark").toString());
        Path errors = Files.createTempFile(directory, "tshark", ".err");
        Process process = builder.redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("tshark says: %s", Files.readString(errors)).isZero();
        return output.lines().toList();
    }
}
