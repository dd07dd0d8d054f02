package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.underlay.PacketTap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another reader puts our fragments together, and finds in them what was cut. */
class WiresharkReassemblesFragmentsTest {

    private static final long SEED = 1;

    @TempDir
    Path directory;

    private static CompiledNetwork network(boolean tunnelMode) {
        ReferenceNetwork network = new ReferenceNetwork().spokes(1).duration(60).seed(SEED).tunnelMtu(OptionalInt.empty());
        if (tunnelMode) {
            network.tunnelMode();
        }
        return network.action(new Action.Ping(Duration.ofSeconds(50), "large", network.spokeHost(1), network.hubHost(),
                Optional.empty(), OptionalInt.of(1), OptionalInt.of(1472), true, Origin.NONE)).build();
    }

    private Tshark captured(CompiledNetwork network, PacketTap... further) throws Exception {
        Tshark tshark = new Tshark(directory);
        List<String> names = RunningNetwork.nodeNames(network);
        try (CaptureSink sink = new CaptureSink(directory, names::get, SEED)) {
            Simulation.create(network, SimulationOptions.DEFAULT.withScenario("scenario")
                    .withTaps(Stream.concat(Stream.of(sink), Arrays.stream(further)).toList()))
                    .run();
        }
        return tshark;
    }

    /** RFC 791: identification, offset and MF; the bytes that Wireshark puts together are those of the packet that was cut. */
    @Test
    void thePacketThatWiresharkPutsTogetherIsTheOneThatWasCut() throws Exception {
        SecurityAssociations associations = new SecurityAssociations();
        PacketCodecs codecs = ProtocolCodecs.of(new SeededKeys(SEED), associations, associations, associations, associations);
        Map<Integer, String> cut = new LinkedHashMap<>();
        Tshark tshark = captured(network(false), (node, interfaceName, timeNanos, direction, packet) -> {
            if (node == 0 && packet.content() instanceof IpFragment.OfPacket fragment && !fragment.moreFollow()) {
                byte[] whole = codecs.encode(packet.withContent(fragment.whole()));
                cut.put(packet.identification(),
                        HexFormat.of().formatHex(Arrays.copyOfRange(whole, IpPacket.IPV4_HEADER_BYTES, whole.length)));
            }
        });

        List<List<String>> reassembled = tshark.fields("H1.pcapng", "ip.reassembled.data", "ip.id", "ip.reassembled.data");

        assertThat(cut).as("the request and its answer").hasSize(2);
        assertThat(reassembled).hasSize(2).allSatisfy(values -> assertThat(values.get(1))
                .isEqualTo(cut.get(Integer.decode(values.get(0).split(",")[0]))));
        assertThat(tshark.complaints("H1.pcapng")).isEmpty();
        assertThat(tshark.read("H1.pcapng", "-Y", "esp and icmp.type == 8 and ip.fragment.count == 2"))
                .as("decrypted after it was put together").hasSize(1);
    }

    /** In tunnel mode each encrypted packet holds a fragment: Wireshark decrypts first and puts together then. */
    @Test
    void whatIsCutBeforeEncryptionIsPutTogetherBehindDecryption() throws Exception {
        Tshark tshark = captured(network(true));

        assertThat(tshark.complaints("H1.pcapng")).isEmpty();
        assertThat(tshark.read("H1.pcapng", "-Y", "esp and icmp.type == 8 and ip.fragment.count == 2")).hasSize(1);
        assertThat(tshark.read("H1.pcapng", "-Y", "esp and icmp.type == 0 and ip.fragment.count == 2")).hasSize(1);
    }
}
