package dmvpn.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TcpCodecTest {

    private static final PacketCodecs CODECS = PacketCodecs.builder()
            .register(TcpSegment.class, "TCP", new TcpCodec(), new PayloadKind.IpProtocol(IpPacket.TCP)).build();

    private static IpPacket packet(String source, String destination, TcpSegment segment) {
        return IpPacket.originated(IpAddress.parse(source), IpAddress.parse(destination), IpPacket.TCP, segment);
    }

    private static IpPacket syn(String source, String destination) {
        return packet(source, destination, new TcpSegment(49152, 9, 0, 0, true, false, OptionalInt.of(1460), 0));
    }

    /** RFC 9293 section 3.1: the fields, and the option of kind 2 and length 4; the checksum by hand. */
    @Test
    void aSynHasItsFieldsAndTheOptionForTheSegmentSize() {
        byte[] bytes = CODECS.encode(syn("192.0.2.1", "192.0.2.2"));

        assertThat(HexFormat.of().formatHex(bytes, 20, 44))
                .isEqualTo("c000000900000000000000006002ffff54190000020405b4");
    }

    @Test
    void aSegmentComesBackFromItsBytesInBothFamilies() {
        TcpSegment data = new TcpSegment(9, 49152, 4_000_000_000L, 77, false, true, OptionalInt.empty(), 1361);
        for (IpPacket packet : new IpPacket[] {syn("192.0.2.1", "192.0.2.2"), syn("2001:db8::1", "2001:db8::2"),
            packet("192.0.2.1", "192.0.2.2", data), packet("2001:db8::1", "2001:db8::2", data)}) {
            assertThat(CODECS.encode(packet)).hasSize(packet.lengthBytes());
            assertThat(CODECS.decodeIp(CODECS.encode(packet))).isEqualTo(packet);
        }
    }

    @Test
    void aWrongChecksumIsFound() {
        byte[] bytes = CODECS.encode(syn("192.0.2.1", "192.0.2.2"));
        bytes[43] ^= 1;

        assertThatThrownBy(() -> CODECS.decodeIp(bytes)).isInstanceOf(DecodeException.class).hasMessageContaining("checksum");
    }

    @Test
    void whatCannotBeReadIsRefusedInWords() {
        IpPacket source = packet("192.0.2.1", "192.0.2.2",
                new TcpSegment(1, 2, 3, 4, false, true, OptionalInt.empty(), 0));
        byte[] urgent = CODECS.encode(source);
        urgent[33] |= 0x20;
        urgent[37] -= 0x20;

        assertThatThrownBy(() -> CODECS.decodeIp(urgent)).isInstanceOf(DecodeException.class)
                .hasMessageContaining("flags other than FIN, SYN, RST, PSH and ACK");
    }

    /** RFC 9293 section 3.1: the control bits FIN (1), RST (4) and ACK (16). */
    @Test
    void segmentsThatEndOrBreakAConnectionComeBackFromTheirBytes() {
        for (TcpFlags flags : new TcpFlags[] {TcpFlags.FIN_ACK, TcpFlags.RST, TcpFlags.RST_ACK}) {
            IpPacket packet = packet("192.0.2.1", "192.0.2.2",
                    new TcpSegment(1, 2, 3, 4, flags, OptionalInt.empty(), TcpData.NONE));

            assertThat(CODECS.decodeIp(CODECS.encode(packet))).isEqualTo(packet);
        }
        assertThat(CODECS.encode(packet("192.0.2.1", "192.0.2.2",
                new TcpSegment(1, 2, 3, 4, TcpFlags.RST_ACK, OptionalInt.empty(), TcpData.NONE)))[33]).isEqualTo((byte) 0x14);
    }
}
