package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.underlay.PacketTap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole run on the wire: one hub and two spokes come up, and a host pings a host behind the other spoke. */
class CapturedRunTest {

    private static final long SEED = 1;

    @TempDir
    Path directory;

    @Test
    void eachPacketOfARunHasAsManyBytesAsItSaysAndCanBeReadAgain() {
        SecurityAssociations associations = new SecurityAssociations();
        PacketCodecs codecs = ProtocolCodecs.of(new SeededKeys(SEED), associations, associations, associations, associations);
        List<IpPacket> packets = new ArrayList<>();

        run((node, interfaceName, timeNanos, direction, packet) -> packets.add(packet));

        assertThat(packets).hasSizeGreaterThan(300);
        for (IpPacket packet : packets) {
            associations.observe(packet);
            byte[] bytes = codecs.encode(packet);

            assertThat(bytes).as("%s", packet).hasSize(packet.lengthBytes());
            assertThat(codecs.decodeIp(bytes).summary()).isEqualTo(packet.summary());
        }
    }

    @Test
    void wiresharkFindsTheFirstPacketStoryAndNothingWrong() throws Exception {
        Tshark tshark = new Tshark(directory);
        List<String> names = RunningNetwork.nodeNames(network());
        try (CaptureSink sink = new CaptureSink(directory, names::get, SEED)) {
            run(sink);
        }

        for (String router : List.of("H1", "S1", "S2")) {
            assertThat(tshark.complaints(router + ".pcapng")).as(router).isEmpty();
            assertThat(tshark.read(router + ".pcapng", "-Y", "esp and not gre")).as("undecrypted at " + router).isEmpty();
            assertThat(tshark.read(router + ".pcapng", "-Y",
                    "isakmp.exchangetype == 35 and not isakmp.typepayload == 39")).as("undecrypted at " + router).isEmpty();
        }
        assertThat(types(tshark, "S1.pcapng")).contains("1", "2", "3", "4", "8");
        assertThat(types(tshark, "H1.pcapng")).contains("1", "3", "4", "8").doesNotContain("2");
        assertThat(tshark.fields("S1.pcapng", "isakmp", "isakmp.exchangetype").stream().map(values -> values.get(0)))
                .contains("34", "35");
        assertThat(tshark.read("S1.pcapng", "-Y", "esp and eigrp.opcode == 5")).isNotEmpty();
        assertThat(tshark.read("S1.pcapng", "-Y", "esp and eigrp.opcode == 1")).isNotEmpty();
        assertThat(tshark.read("S1.pcapng", "-Y", "esp and icmp and ip.dst == 198.51.100.12")).isNotEmpty();
    }

    /** IPv6 in the underlay, in the overlay, or in both. */
    @ParameterizedTest
    @CsvSource({"true,false", "false,true", "true,true"})
    void packetsOfIpv6HaveTheirBytesToo(boolean transport, boolean overlay) throws Exception {
        CompiledNetwork network = ipv6(transport, overlay);
        SecurityAssociations associations = new SecurityAssociations();
        PacketCodecs codecs = ProtocolCodecs.of(new SeededKeys(SEED), associations, associations, associations, associations);
        List<IpPacket> packets = new ArrayList<>();
        Tshark tshark = new Tshark(directory);
        try (CaptureSink sink = new CaptureSink(directory, RunningNetwork.nodeNames(network)::get, SEED)) {
            run(network, sink, (node, interfaceName, timeNanos, direction, packet) -> packets.add(packet));
        }

        assertThat(packets).hasSizeGreaterThan(100);
        for (IpPacket packet : packets) {
            associations.observe(packet);
            byte[] bytes = codecs.encode(packet);
            assertThat(bytes).as("%s", packet).hasSize(packet.lengthBytes());
            assertThat(codecs.decodeIp(bytes).summary()).isEqualTo(packet.summary());
        }
        String icmp = overlay ? "icmpv6" : "icmp";
        assertThat(tshark.complaints("S1.pcapng")).isEmpty();
        assertThat(tshark.read("S1.pcapng", "-Y", "esp and not gre")).as("undecrypted").isEmpty();
        assertThat(types(tshark, "S1.pcapng")).contains("1", "2", "3", "4", "8");
        assertThat(tshark.read("S1.pcapng", "-Y", "esp and " + icmp + ".type == " + (overlay ? 128 : 8))).isNotEmpty();
        assertThat(tshark.read("S1.pcapng", "-Y", "esp and " + icmp + ".checksum.status == \"Bad\"")).isEmpty();
        assertThat(tshark.read("S1.pcapng", "-Y", "esp and not " + (transport ? "ipv6" : "ip"))).isEmpty();
    }

    private static CompiledNetwork ipv6(boolean transport, boolean overlay) {
        ReferenceNetwork reference = new ReferenceNetwork().staticRouting().duration(105).seed(SEED);
        reference = transport ? reference.ipv6Transport() : reference;
        reference = overlay ? reference.ipv6Overlay() : reference;
        return reference.ping(100, reference.spokeHost(1), reference.spokeHost(2)).build();
    }

    private static List<String> types(Tshark tshark, String capture) throws Exception {
        return tshark.fields(capture, "esp and nhrp", "nhrp.hdr.op.type").stream()
                .map(values -> values.get(0).split(",")[0]).distinct().toList();
    }

    private static CompiledNetwork network() {
        ReferenceNetwork reference = new ReferenceNetwork().duration(105).seed(SEED);
        return reference.ping(100, reference.spokeHost(1), reference.spokeHost(2)).build();
    }

    private static void run(PacketTap tap) {
        run(network(), tap);
    }

    private static void run(CompiledNetwork network, PacketTap... taps) {
        Simulation.create(network, SimulationOptions.DEFAULT.withScenario("scenario").withTaps(List.of(taps))).run();
    }
}
