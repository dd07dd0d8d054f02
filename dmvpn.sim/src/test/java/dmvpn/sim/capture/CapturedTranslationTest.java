package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.v1.message.IsakmpExchange;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.underlay.PacketTap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two spokes behind one outside address on the wire. */
class CapturedTranslationTest {

    private static final long SEED = 1;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(IkeVersion.class)
    void eachPacketHasAsManyBytesAsItSaysAndCanBeReadAgain(IkeVersion version) {
        SecurityAssociations associations = new SecurityAssociations();
        PacketCodecs codecs = ProtocolCodecs.of(new SeededKeys(SEED), associations, associations, associations, associations);
        PacketCodecs reader = ProtocolCodecs.of(new SeededKeys(SEED), associations, associations, associations, associations);
        List<IpPacket> packets = new ArrayList<>();

        run(version, (node, interfaceName, timeNanos, direction, packet) -> packets.add(packet));

        assertThat(packets).extracting(IpPacket::summary).contains("NAT-keepalive");
        for (IpPacket packet : packets) {
            associations.observe(packet);
            byte[] bytes = codecs.encode(packet);

            assertThat(bytes).as("%s", packet).hasSize(packet.lengthBytes());
            assertThat(reader.decodeIp(bytes).summary()).isEqualTo(packet.summary());
        }
    }

    @ParameterizedTest
    @EnumSource(IkeVersion.class)
    @Shows({"RFC3948/2.1-checksum", "RFC3948/2.2-marker", "RFC3948/2.3-byte"})
    void wiresharkReadsIkeAndEspInUdp(IkeVersion version) throws Exception {
        Tshark tshark = new Tshark(directory);
        List<String> names = RunningNetwork.nodeNames(network(version));
        try (CaptureSink sink = new CaptureSink(directory, names::get, SEED)) {
            run(version, sink);
        }

        int exchange = version == IkeVersion.IKEV1 ? IsakmpExchange.QUICK_MODE.code() : IkeExchange.IKE_AUTH.code();
        for (String router : List.of("H1", "S1", "S2")) {
            String capture = router + ".pcapng";
            assertThat(tshark.complaints(capture)).as(router).isEmpty();
            assertThat(tshark.read(capture, "-Y", "esp and not gre")).as("undecrypted at " + router).isEmpty();
            assertThat(tshark.read(capture, "-Y", "udpencap and isakmp.exchangetype == " + exchange)).as(router).isNotEmpty();
            assertThat(tshark.read(capture, "-Y", "udpencap and esp and eigrp")).as(router).isNotEmpty();
        }
        assertThat(tshark.read("S1.pcapng", "-Y", "udpencap.nat_keepalive")).isNotEmpty();
        assertThat(tshark.read("S1.pcapng", "-Y", "udpencap and esp and not udp.checksum == 0")).isEmpty();
        // The second spoke has another port outside, and its inside address is in NHRP.
        assertThat(tshark.read("H1.pcapng", "-Y", "udp.srcport == 1024 and nhrp.src.nbma.addr == 172.20.1.3")).isNotEmpty();
    }

    private static CompiledNetwork network(IkeVersion version) {
        return new ReferenceNetwork().ike(version).duration(40).seed(SEED).natKeepalive(2)
                .behindPat("S1", "172.20.1.2/24", "192.0.2.50").behindPat("S2", "172.20.1.3/24", "192.0.2.50").build();
    }

    private static void run(IkeVersion version, PacketTap tap) {
        Simulation.create(network(version), SimulationOptions.DEFAULT.withScenario("scenario").withTaps(List.of(tap))).run();
    }
}
