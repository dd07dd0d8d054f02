package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.underlay.PacketTap.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a capture consists of. */
class CaptureSinkTest {

    @TempDir
    Path directory;

    @Test
    void theSameRunWritesTheSameBytes() throws IOException {
        record(directory.resolve("first"), 5, node -> "hub1");
        record(directory.resolve("second"), 5, node -> "hub1");

        for (String file : List.of("hub1.pcapng", "wireshark/esp_sa", "wireshark/ikev1_decryption_table",
                "wireshark/ikev2_decryption_table", "README.txt")) {
            assertThat(directory.resolve("second").resolve(file)).hasSameBinaryContentAs(directory.resolve("first").resolve(file));
        }
    }

    @Test
    @Shows({"RFC7296/2.14-keys", "RFC7296/2.17-keys"})
    void anotherSeedGivesOtherKeys() throws IOException {
        record(directory.resolve("first"), 5, node -> "hub1");
        record(directory.resolve("second"), 6, node -> "hub1");

        assertThat(Files.readString(directory.resolve("second/wireshark/esp_sa")))
                .isNotEqualTo(Files.readString(directory.resolve("first/wireshark/esp_sa")));
    }

    @Test
    void eachSecurityAssociationHasOneLineOfKeys() throws IOException {
        record(directory, 5, node -> "hub1");

        assertThat(directory.resolve("wireshark/ikev2_decryption_table")).content().hasLineCount(1)
                .startsWith("1122334455667788,99aabbccddeeff00,").contains("AES-CBC-256 [RFC3602]");
        assertThat(directory.resolve("wireshark/esp_sa")).content().hasLineCount(1)
                .startsWith("\"IPv4\",\"198.51.100.11\",\"203.0.113.1\",\"0x00001001\",\"AES-CBC [RFC3602]\",\"0x");
    }

    @Test
    void aNodeNameThatNoFileCanHaveIsReplacedAndStaysUnique() throws IOException {
        record(directory, 5, node -> node == 0 ? "../hub 1" : "../hub/1");

        assertThat(directory.resolve(".._hub_1.pcapng")).exists();
        assertThat(directory.resolve(".._hub_1-2.pcapng")).exists();
    }

    @Test
    void moreRoutersThanAProcessMayHaveOpenFilesCanBeCaptured() throws IOException {
        int routers = 2_500;
        try (CaptureSink sink = new CaptureSink(directory, node -> "branch" + node, 1)) {
            for (int node = 0; node < routers; node++) {
                sink.packet(node, "GigabitEthernet1", node, Direction.SENT, SamplePackets.ping());
            }
        }

        try (var files = Files.list(directory)) {
            assertThat(files.filter(file -> file.toString().endsWith(".pcapng"))).hasSize(routers);
        }
    }

    private static void record(Path directory, long seed, IntFunction<String> names) throws IOException {
        EspTransform transform =
                SamplePackets.espTransform(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256, EncapsulationMode.TUNNEL);
        try (CaptureSink sink = new CaptureSink(directory, names, seed)) {
            for (IpPacket packet : SamplePackets.ike(
                    SamplePackets.ikeSuite(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256), transform,
                    SamplePackets.INITIATOR_SPI, SamplePackets.RESPONDER_SPI)) {
                sink.packet(0, "GigabitEthernet1", 1, Direction.RECEIVED, packet);
            }
            IpPacket protectedPing = SamplePackets.inEsp(SamplePackets.inGre(SamplePackets.ping()), 0x1001, 1, transform);
            sink.packet(0, "GigabitEthernet1", 2, Direction.RECEIVED, protectedPing);
            sink.packet(1, "GigabitEthernet1", 2, Direction.SENT, protectedPing);
        }
    }
}
