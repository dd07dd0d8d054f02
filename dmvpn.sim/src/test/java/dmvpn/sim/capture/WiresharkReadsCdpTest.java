package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.testing.OnDemandRoutingInstead;
import dmvpn.sim.testing.ReferenceNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wireshark reads our CDP through GRE and IPsec, its checksum and what on-demand routing has in it. */
class WiresharkReadsCdpTest {

    @TempDir
    Path directory;

    @Test
    void framesOfHubAndStubAreUnderstood() throws Exception {
        Tshark tshark = new Tshark(directory);
        CompiledNetwork network = OnDemandRoutingInstead.of(new ReferenceNetwork().spokes(1).frontDoorVrf("INET").build());
        try (CaptureSink sink = new CaptureSink(directory, node -> node == 0 ? "hub" : "other" + node, 1)) {
            Simulation.create(network, new SimulationOptions(Optional.empty(), OptionalLong.of(1),
                    Optional.of(Duration.ofSeconds(4)), false, List.of(sink))).run();
        }

        assertThat(tshark.complaints("hub.pcapng")).isEmpty();
        // Wireshark 4 gives the bytes of this prefix in the wrong order to its filters; it prints them right.
        assertThat(tshark.fields("hub.pcapng", "cdp", "gre.proto", "cdp.version", "cdp.ttl", "cdp.checksum.status", "cdp.deviceid",
                "cdp.portid", "cdp.platform", "cdp.capabilities", "cdp.odr_default_gateway", "cdp.ip_prefix"))
                .containsExactly(
                        List.of("0x2000", "2", "180", "1", "H1", "Tunnel100", "cisco C8000V", "0x00000001", "10.0.0.1", ""),
                        List.of("0x2000", "2", "180", "1", "S1", "Tunnel100", "cisco C8000V", "0x00000001", "", "0.11.168.192"));
        assertThat(tshark.read("hub.pcapng", "-Y", "cdp.ip_prefix", "-V")).anyMatch(line -> line.contains("192.168.11.0/24"));
    }
}
