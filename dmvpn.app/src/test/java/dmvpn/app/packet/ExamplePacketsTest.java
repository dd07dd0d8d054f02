package dmvpn.app.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.PacketInHand;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.capture.CapturePlaces;
import dmvpn.sim.capture.CaptureSink;
import dmvpn.sim.capture.PacketExplainer;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.EncodedField;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.underlay.PacketTap;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets of the runs of all examples, as people look at them. */
class ExamplePacketsTest {

    private static final int PACKETS_OF_A_KIND = 4;

    private static final String IKE_VERSION_1 = """
            network Old
            transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
            crypto Suite { ike v1  encryption aes-cbc-256  integrity sha256  group 14
                           esp aes-cbc-256 integrity sha256  mode transport  psk secret "old" }
            cloud Corp { overlay 10.0.0.0/24  phase 3  network-id 1  crypto Suite }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 192.168.1.0/24  join Corp as 10.0.0.1 }
            spoke Branch { wan Internet dhcp  lan 192.168.11.0/24  join Corp as 10.0.0.11 via HQ }
            """;

    @TempDir
    private Path folder;

    static Stream<String> examples() {
        File[] folders = Models.EXAMPLES.toFile().listFiles(file -> file.isDirectory() && !file.getName().equals("shared-files"));
        return Stream.of(folders).map(File::getName).sorted();
    }

    private static List<IpPacket> packets(CompiledNetwork network) {
        Map<String, Integer> seen = new HashMap<>();
        List<IpPacket> packets = new ArrayList<>();
        PacketTap tap = (node, interfaceName, timeNanos, direction, packet) -> {
            String kind = packet.summary() + layers(packet);
            if (direction == PacketTap.Direction.SENT && seen.merge(kind, 1, Integer::sum) <= PACKETS_OF_A_KIND) {
                packets.add(packet);
            }
        };
        Simulation.create(network, new SimulationOptions(network.scenarios().stream().findFirst().map(Scenario::name), OptionalLong.empty(),
                java.util.Optional.empty(), false, List.of(tap))).run();
        return packets;
    }

    private static List<String> layers(IpPacket packet) {
        return new PacketInHand(0, "", "", PacketTap.Direction.SENT, 0, packet).layers().stream().map(layer -> layer.protocol()).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachByteBelongsToOneFieldThatLiesInItsGroup(String example) {
        PacketExplainer explainer = new PacketExplainer(1);

        for (IpPacket packet : packets(Models.example(example))) {
            ShownPacket shown = ShownPacket.of(new PacketInHand(0, "R", "Gi0", PacketTap.Direction.SENT, 0, packet), List.of(), explainer);

            assertThat(shown.encoded().sources().getFirst().bytes().length()).as("%s", packet).isEqualTo(packet.lengthBytes());
            for (int source = 0; source < shown.encoded().sources().size(); source++) {
                assertCovered(shown, source);
            }
            shown.encoded().layers().forEach(ExamplePacketsTest::assertPartsLieWithin);
            assertThat(shown.text()).doesNotContain("Unnamed");
        }
    }

    private static void assertCovered(ShownPacket shown, int source) {
        int covered = 0;
        for (EncodedField leaf : shown.encoded().layers().stream().flatMap(ExamplePacketsTest::leaves).filter(leaf -> leaf.source() == source)
                .sorted(Comparator.comparingInt(EncodedField::offsetBytes)).toList()) {
            assertThat(leaf.offsetBytes()).as("%s of %s", leaf, shown.packet()).isEqualTo(covered);
            assertThat(shown.encoded().pathTo(source, covered)).last().isEqualTo(leaf);
            covered = leaf.endBytes();
        }
        assertThat(covered).as("%s", shown.packet()).isEqualTo(shown.encoded().sources().get(source).bytes().length());
    }

    private static Stream<EncodedField> leaves(EncodedField field) {
        return field.parts().isEmpty() && field.lengthBytes() > 0 && !field.value().isEmpty() ? Stream.of(field)
                : field.parts().stream().flatMap(ExamplePacketsTest::leaves);
    }

    private static void assertPartsLieWithin(EncodedField field) {
        for (EncodedField part : field.parts()) {
            assertThat(part.source() != field.source() || part.offsetBytes() >= field.offsetBytes() && part.endBytes() <= field.endBytes())
                    .as("%s in %s", part, field).isTrue();
            assertPartsLieWithin(part);
        }
    }

    /** Encrypted messages of IKEv1 depend on each other; the debugger may have come from anywhere. */
    @Test
    void theBytesOfAPacketInHandAreThoseOfACaptureOfTheWholeRun() throws Exception {
        CompiledNetwork network = ModelReader.standalone().read(List.of(Models.write(folder, "old.dmvpn", IKE_VERSION_1)), ProgressMonitor.NONE)
                .getFirst().soundNetwork().orElseThrow();
        SimulationOptions options = SimulationOptions.DEFAULT.withUntil(java.time.Duration.ofSeconds(8));
        DebugSession session = new DebugSession(network, options);
        try (CaptureSink sink = new CaptureSink(folder, CapturePlaces.byRouter(node -> "all"), false, session.seed())) {
            Simulation.create(network, options.withTaps(List.of(sink))).run();
        }
        byte[] captured = Files.readAllBytes(folder.resolve("all.pcapng"));
        List<ShownPacket> messages = new ArrayList<>();
        while (session.stepToNextEvent() && messages.size() < 12) {
            if (session.event().map(RecordedEvent::protocol).orElse("").equals("IKEv1")) {
                session.seen().packetInHand().ifPresent(messages::add);
            }
        }

        assertThat(messages).hasSize(12);
        assertThat(messages).as("some are encrypted").anyMatch(message -> message.encoded().sources().size() > 1);
        assertThat(messages).allSatisfy(message ->
                assertThat(contains(captured, message.encoded().sources().getFirst().bytes().toBytes())).as(message.title()).isTrue());
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int start = 0; start + part.length <= all.length; start++) {
            if (java.util.Arrays.equals(all, start, start + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
