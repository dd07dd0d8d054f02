package dmvpn.sim.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** GRE bytes (RFC 2784, RFC 2890). */
class GreCodecTest {

    private static final PayloadKind GRE = new PayloadKind.IpProtocol(47);
    private static final PacketCodecs CODECS =
            PacketCodecs.builder().register(GrePacket.class, "GRE", new GreCodec(), GRE).build();
    private static final OpaquePacket CONTENT = new OpaquePacket(Octets.ofHex("0102"));

    @Test
    @Shows({"RFC2890/2-field", "RFC2784/2.1-type"})
    void aKeyTakes4Bytes() {
        assertIsOnTheWire(new GrePacket(OptionalLong.empty(), GrePacket.NHRP, CONTENT), "0000 2001 0102");
        assertIsOnTheWire(new GrePacket(OptionalLong.of(100), GrePacket.NHRP, CONTENT), "2000 2001 00000064 0102");
    }

    @Test
    @Shows("RFC2890/2.1-zero")
    void key0IsNotTheSameAsNoKey() {
        assertIsOnTheWire(new GrePacket(OptionalLong.of(0), GrePacket.NHRP, CONTENT), "2000 2001 00000000 0102");
    }

    @Test
    void aChecksumOrASequenceNumberIsRefusedInWords() {
        assertThatThrownBy(() -> CODECS.decode(GRE, Octets.ofHex("9000 2001 00000000 00000001").toBytes()))
                .isInstanceOf(DecodeException.class)
                .hasMessage("GRE at byte 2: flags and version are 0x9000: only a key is supported");
    }

    private static void assertIsOnTheWire(GrePacket packet, String hex) {
        assertThat(Octets.of(CODECS.encode(packet))).isEqualTo(Octets.ofHex(hex));
        assertThat(packet.lengthBytes()).isEqualTo(Octets.ofHex(hex).length());
        assertThat(CODECS.decode(GRE, Octets.ofHex(hex).toBytes())).isEqualTo(packet);
    }

    private static void assertRefused(String hex) {
        assertThatThrownBy(() -> CODECS.decode(GRE, Octets.ofHex(hex).toBytes())).isInstanceOf(DecodeException.class)
                .hasMessageContaining("only a key is supported");
    }

    /** RFC 2784 section 2.1: of the bits 1 to 5 the second is that of the key (RFC 2890). */
    @Test
    @Shows("RFC2784/2.1-lowbits")
    void aBitFrom1To5ThatIsNotImplementedIsRefused() {
        assertRefused("4000 2001 0102");
        assertRefused("1000 2001 00000001 0102");
        assertRefused("0800 2001 0102");
        assertRefused("0400 2001 0102");
    }

    /** RFC 2784 section 2.1. */
    @Test
    @Shows("RFC2784/2.1-highbits")
    void bits6To12AreIgnored() {
        assertThat(CODECS.decode(GRE, Octets.ofHex("03f8 2001 0102").toBytes()))
                .isEqualTo(new GrePacket(OptionalLong.empty(), GrePacket.NHRP, CONTENT));
    }

    /** RFC 2784 section 2.1; version 1 is that of PPTP. */
    @Test
    @Shows("RFC2784/2.1-version")
    void anotherVersionIsRefused() {
        assertRefused("0001 2001 0102");
    }
}
