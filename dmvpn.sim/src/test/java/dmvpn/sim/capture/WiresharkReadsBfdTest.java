package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.testing.WithDetection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wireshark reads our BFD through GRE and IPsec: how a session comes up, and its packets then. */
class WiresharkReadsBfdTest {

    @TempDir
    Path directory;

    @Test
    void aSessionThatComesUpIsUnderstood() throws Exception {
        Tshark tshark = new Tshark(directory);
        CompiledNetwork network = WithDetection.of(new ReferenceNetwork().spokes(1).build(), Duration.ofMillis(300), 3);
        try (CaptureSink sink = new CaptureSink(directory, node -> node == 0 ? "hub" : "other" + node, 1)) {
            Simulation.create(network, new SimulationOptions(Optional.empty(), OptionalLong.of(1),
                    Optional.of(Duration.ofSeconds(4)), false, List.of(sink))).run();
        }

        assertThat(tshark.complaints("hub.pcapng")).isEmpty();
        // Down of the hub, Down and Init, Up with a poll from both sides, its answers, and the packets of 300 ms.
        List<List<String>> read = tshark.fields("hub.pcapng", "bfd", "ip.ttl", "udp.dstport", "bfd.version", "bfd.diag", "bfd.sta",
                "bfd.flags.p", "bfd.flags.f", "bfd.detect_time_multiplier", "bfd.my_discriminator", "bfd.your_discriminator",
                "bfd.desired_min_tx_interval", "bfd.required_min_rx_interval", "bfd.required_min_echo_interval");
        assertThat(read).hasSizeGreaterThan(10).allSatisfy(packet -> {
            assertThat(packet.get(0)).endsWith("255");
            assertThat(packet.subList(1, 4)).containsExactly("3784", "1", "0x00");
            assertThat(packet.get(7)).isEqualTo("3");
            assertThat(packet.subList(11, 13)).containsExactly("300000", "0");
        });
        assertThat(read.getFirst().subList(4, 11)).containsExactly("0x01", "0", "0", "3", "0x00001001", "0x00000000", "1000000");
        assertThat(read.getLast().subList(4, 11)).containsExactly("0x03", "0", "0", "3", "0x00001001", "0x00001001", "300000");
    }
}
