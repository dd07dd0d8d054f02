package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.icmp.IcmpErrors;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.codec.EncodedField;
import dmvpn.sim.packet.codec.EncodedPacket;
import dmvpn.sim.packet.codec.PacketCodecs;
import java.util.ArrayList;
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

    private static final IpPacket DATAGRAM = new IpPacket(IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"), IpPacket.UDP, 64, 0, true, 1,
            new UdpDatagram(4500, 9, new OpaquePacket(Octets.ofHex("cafe"))));

    private static byte[] bytesOf(IpPacket packet) {
        SecurityAssociations none = new SecurityAssociations();
        return ProtocolCodecs.of(new SeededKeys(42), none, none, none, none).encode(packet);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachByteOfAQuotedPacketAndOfAPieceBelongsToOneField(long seed) {
        RandomPackets packets = new RandomPackets(new SplittableRandom(seed));
        PacketExplainer explainer = new PacketExplainer(42);

        for (int count = 0; count < PACKETS_PER_SEED; count++) {
            IpPacket packet = packets.onTheWire();
            int behindHeader = packet.content().lengthBytes();
            List<IpPacket> told = new ArrayList<>(IcmpErrors.fragmentationNeeded(packet.destination(), packet, 1300).stream().toList());
            if (behindHeader > 2 * IpFragment.UNIT_BYTES && !(packet.content() instanceof IpFragment)) {
                boolean ofIpv6 = packet.source() instanceof Ipv6Address;
                told.add(packet.withContent(new IpFragment.OfPacket(packet.content(), 0, IpFragment.UNIT_BYTES, true, ofIpv6)));
                told.add(packet.withContent(new IpFragment.OfPacket(packet.content(), IpFragment.UNIT_BYTES,
                        behindHeader - IpFragment.UNIT_BYTES, false, ofIpv6)));
            }
            told.forEach(each -> new ExplainedPacket(each, explainer.explain(each, List.of()), bytesOf(each)).check());
        }
    }

    @Test
    void aQuotedPacketHasItsFieldsAsFarAsItIsQuoted() {
        IpPacket error = IcmpErrors.fragmentationNeeded(IpAddress.parse("192.0.2.9"), DATAGRAM, 1300).orElseThrow();

        EncodedPacket explained = new PacketExplainer(1).explain(error, List.of());

        assertThat(explained.layers()).extracting(EncodedField::name).containsExactly("IPv4", "ICMP");
        List<EncodedField> path = explained.pathTo(0, 28 + 13);
        assertThat(path).extracting(EncodedField::name).containsExactly("ICMP", "Quoted packet", "IPv4", "Source");
        assertThat(path.getLast().value()).isEqualTo("192.0.2.1");
        assertThat(explained.pathTo(0, 28 + 21)).extracting(EncodedField::name)
                .containsExactly("ICMP", "Quoted packet", "IPv4", "UDP", "Source port");
    }

    @Test
    void aPieceHasTheFieldsThatAreInIt() {
        IpPacket first = DATAGRAM.withContent(new IpFragment.OfPacket(DATAGRAM.content(), 0, 8, true, false));

        EncodedPacket explained = new PacketExplainer(1).explain(first, List.of());

        assertThat(explained.pathTo(0, 21)).extracting(EncodedField::name).containsExactly("Fragment", "Piece", "UDP", "Source port");
        assertThat(explained.pathTo(0, 21).get(1).value()).isEqualTo("bytes 0 to 7 of " + DATAGRAM.content().summary());
    }

    @Test
    void aByteLeadsToItsFieldAndTheLayersAroundIt() {
        IpPacket packet = DATAGRAM;

        EncodedPacket explained = new PacketExplainer(1).explain(packet, List.of());

        assertThat(explained.layers()).extracting(EncodedField::name).containsExactly("IPv4", "UDP", "Data");
        assertThat(explained.layers().get(0).lengthBytes()).isEqualTo(20);
        assertThat(explained.pathTo(0, 13)).extracting(EncodedField::name).containsExactly("IPv4", "Source");
        assertThat(explained.pathTo(0, 21)).extracting(EncodedField::name).containsExactly("UDP", "Source port");
        assertThat(explained.pathTo(0, 21).getLast().value()).isEqualTo("4500");
        assertThat(explained.pathTo(0, 30)).isEmpty();
    }
}
