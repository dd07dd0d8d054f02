package dmvpn.sim.bfd.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import org.junit.jupiter.api.Test;

/** Bytes of BFD (RFC 5880 section 4.1). */
class BfdCodecTest {

    private static final PayloadKind BFD = new PayloadKind.UdpPort(3784);
    private static final PacketCodecs CODECS =
            PacketCodecs.builder().register(BfdPacket.class, "BFD", new BfdCodec(), BFD).build();
    private static final String NUMBERS = "00001001 00001002 000f4240 000493e0 00000000";

    @Test
    @Shows("RFC5880/4.1-format")
    void aControlPacketHasDiagnosticStateBitsDiscriminatorsAndIntervals() {
        assertIsOnTheWire(packet(0, BfdState.UP, BfdFlags.NONE), "20 c0 05 18" + NUMBERS);
        assertIsOnTheWire(packet(1, BfdState.DOWN, BfdFlags.POLL), "21 60 05 18" + NUMBERS);
        assertIsOnTheWire(packet(3, BfdState.INIT, BfdFlags.FINAL), "23 90 05 18" + NUMBERS);
        assertIsOnTheWire(packet(7, BfdState.ADMIN_DOWN, new BfdFlags(false, false, true, true)), "27 0a 05 18" + NUMBERS);
    }

    /** RFC 5880 section 6.8.6: what a receiver must discard. */
    @Test
    @Shows("RFC5880/6.8.6-discard")
    void whatAReceiverMustDiscardIsRefused() {
        assertRefused("40 c0 05 18" + NUMBERS, "version 2 is not supported");
        assertRefused("20 c0 05 17" + NUMBERS, "a packet without authentication has 24 bytes, not 23");
        assertRefused("20 c0 05 18 00001001 00001002 000f4240 000493e0", "are left");
        assertRefused("20 c0 00 18" + NUMBERS, "are not 0");
        assertRefused("20 c1 05 18" + NUMBERS, "the Multipoint bit is set");
        assertRefused("20 c0 05 18 00000000 00001002 000f4240 000493e0 00000000", "are not 0");
        assertRefused("20 f0 05 18" + NUMBERS, "the Poll or the Final bit, not both");
        assertRefused("20 c0 05 18" + NUMBERS + "00", "1 bytes follow the packet");
    }

    @Test
    void authenticationIsRefused() {
        assertRefused("20 c4 05 1a" + NUMBERS + "0104", "authentication is not supported");
    }

    @Test
    void diagnosticsHaveTheNumbersOfTheRfc() {
        assertThat(BfdDiagnostic.ofCode(1)).contains(BfdDiagnostic.DETECTION_TIME_EXPIRED);
        assertThat(BfdDiagnostic.ofCode(3)).contains(BfdDiagnostic.NEIGHBOR_SIGNALED_DOWN);
        assertThat(BfdDiagnostic.ofCode(7)).contains(BfdDiagnostic.ADMINISTRATIVELY_DOWN);
        assertThat(BfdDiagnostic.ofCode(31)).isEmpty();
    }

    private static BfdPacket packet(int diagnostic, BfdState state, BfdFlags flags) {
        return new BfdPacket(diagnostic, state, flags, 5, 4097, 4098, new BfdIntervals(1_000_000, 300_000, 0));
    }

    private static void assertIsOnTheWire(BfdPacket packet, String hex) {
        byte[] expected = Octets.ofHex(hex).toBytes();

        assertThat(Octets.of(CODECS.encode(packet))).isEqualTo(Octets.of(expected));
        assertThat(packet.lengthBytes()).isEqualTo(expected.length);
        assertThat(CODECS.decode(BFD, expected)).isEqualTo(packet);
    }

    private static void assertRefused(String hex, String message) {
        assertThatThrownBy(() -> CODECS.decode(BFD, Octets.ofHex(hex).toBytes()))
                .isInstanceOf(DecodeException.class).hasMessageContaining(message);
    }
}
