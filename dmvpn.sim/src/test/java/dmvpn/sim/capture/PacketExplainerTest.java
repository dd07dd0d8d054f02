package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.codec.EncodedField;
import dmvpn.sim.packet.codec.EncodedPacket;
import dmvpn.sim.packet.codec.PacketCodecs;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the bytes of packets mean: each byte belongs to one field, whose value is in it. */
class PacketExplainerTest {

    private static final int PACKETS_PER_SEED = 200;

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachByteOfAnyPacketBelongsToOneField(long seed) {
        RandomPackets packets = new RandomPackets(new SplittableRandom(seed));
        PacketExplainer explainer = new PacketExplainer(42);

        for (int count = 0; count < PACKETS_PER_SEED; count++) {
            IpPacket packet = packets.onTheWire();
            SecurityAssociations none = new SecurityAssociations();
            PacketCodecs codecs = ProtocolCodecs.of(new SeededKeys(42), none, none, none, none);

            new ExplainedPacket(packet, explainer.explain(packet, List.of()), codecs.encode(packet)).check();
        }
    }

    @Test
    void aByteLeadsToItsFieldAndTheLayersAroundIt() {
        IpPacket packet = new IpPacket(IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"), IpPacket.UDP, 64, 0, false, 1,
                new UdpDatagram(4500, 9, new OpaquePacket(Octets.ofHex("cafe"))));

        EncodedPacket explained = new PacketExplainer(1).explain(packet, List.of());

        assertThat(explained.layers()).extracting(EncodedField::name).containsExactly("IPv4", "UDP", "Data");
        assertThat(explained.layers().get(0).lengthBytes()).isEqualTo(20);
        assertThat(explained.pathTo(0, 13)).extracting(EncodedField::name).containsExactly("IPv4", "Source");
        assertThat(explained.pathTo(0, 21)).extracting(EncodedField::name).containsExactly("UDP", "Source port");
        assertThat(explained.pathTo(0, 21).getLast().value()).isEqualTo("4500");
        assertThat(explained.pathTo(0, 30)).isEmpty();
    }
}
