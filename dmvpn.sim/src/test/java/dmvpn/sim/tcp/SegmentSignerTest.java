package dmvpn.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.bgp.message.BgpCodec;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Digests of segments (RFC 2385 section 2), and the option that carries them; expected values are of another implementation. */
class SegmentSignerTest {

    private static final PacketCodecs CODECS = PacketCodecs.builder()
            .register(TcpSegment.class, "TCP", new TcpCodec(Map.of(BgpMessage.TCP_PORT, BgpMessage::lengthOfFirst)),
                    new PayloadKind.IpProtocol(IpPacket.TCP))
            .register(BgpMessage.class, "BGP", new BgpCodec(), new PayloadKind.TcpPort(BgpMessage.TCP_PORT)).build();
    private static final TcpSegment SYN = new TcpSegment(11_000, BgpMessage.TCP_PORT, 1000, 0, TcpFlags.SYN, OptionalInt.of(1460),
            TcpData.NONE);
    private static final TcpSegment KEEPALIVE = new TcpSegment(11_000, BgpMessage.TCP_PORT, 1001, 77, TcpFlags.ACK,
            OptionalInt.empty(), TcpData.of(List.of(new TcpData.Piece(new BgpMessage.Keepalive(), 0, 19))));

    private static TcpSegment signed(String source, String destination, TcpSegment segment) {
        return new SegmentSigner(CODECS).signed(IpAddress.parse(source), IpAddress.parse(destination), segment, "word");
    }

    @Test
    @Shows("RFC2385/2-digest")
    void aSegmentOfIpv4HasItsDigest() {
        assertThat(signed("192.0.2.1", "192.0.2.2", SYN).digest()).contains(Octets.ofHex("638e9dd6e73791e14f34f4e6df58adcd"));
        assertThat(signed("192.0.2.1", "192.0.2.2", KEEPALIVE).digest()).contains(Octets.ofHex("44302c9cc3a3f447b3aa57955620358d"));
    }

    @Test
    @Shows("RFC2385/2-digest")
    void aSegmentOfIpv6HasItsDigest() {
        assertThat(signed("2001:db8::1", "2001:db8::2", KEEPALIVE).digest())
                .contains(Octets.ofHex("8f2c6e77f0ddc6f0e37f83bee25ea26d"));
    }

    /** What is signed already is signed anew: so an end checks what it gets. */
    @Test
    void theDigestIsNotInTheDigest() {
        TcpSegment once = signed("192.0.2.1", "192.0.2.2", KEEPALIVE);

        assertThat(signed("192.0.2.1", "192.0.2.2", once)).isEqualTo(once);
    }

    /** Routers on the way may lower the segment size of a SYN. */
    @Test
    void theSegmentSizeIsNotInTheDigest() {
        assertThat(signed("192.0.2.1", "192.0.2.2", SYN.withMaximumSegmentBytes(1360)).digest())
                .isEqualTo(signed("192.0.2.1", "192.0.2.2", SYN).digest());
    }

    /** RFC 2385 section 3.0: kind 19, length 18, behind padding. */
    @Test
    @Shows("RFC2385/3.0-option")
    void theOptionIsInTheHeader() {
        byte[] bytes = CODECS.encode(signed("192.0.2.1", "192.0.2.2", SYN));

        assertThat(Octets.of(bytes)).isEqualTo(Octets.ofHex(
                "2af800b3000003e800000000b002ffff00000000" + "020405b4" + "0101" + "1312" + "638e9dd6e73791e14f34f4e6df58adcd"));
    }

    @Test
    void aSignedSegmentComesBackFromItsBytes() {
        for (TcpSegment segment : List.of(signed("192.0.2.1", "192.0.2.2", SYN), signed("192.0.2.1", "192.0.2.2", KEEPALIVE))) {
            IpPacket packet = IpPacket.originated(IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"), IpPacket.TCP, segment);
            byte[] bytes = CODECS.encode(segment);

            assertThat(bytes).hasSize(segment.lengthBytes());
            assertThat(CODECS.decode(new PayloadKind.IpProtocol(IpPacket.TCP), bytes)).isEqualTo(packet.content());
        }
    }
}
