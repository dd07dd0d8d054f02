package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** ESP bytes (RFC 4303 section 2). */
class EspCodecTest {

    private static final PayloadKind ESP = new PayloadKind.IpProtocol(IpPacket.ESP);
    private static final EspTransform TRANSFORM = new EspTransform(EncryptionAlgorithm.AES_CBC_256,
            Optional.of(HashAlgorithm.SHA256), EncapsulationMode.TRANSPORT, Origin.NONE);
    private static final PacketCodecs CODECS = PacketCodecs.builder().register(EspPacket.class, "ESP",
            new EspCodec(new EspKeys(new SeededKeys(1)), spi -> Optional.of(TRANSFORM)), ESP).build();
    private static final EspPacket PACKET =
            new EspPacket(0x1001, 1, TRANSFORM, IpPacket.TCP, new OpaquePacket(Octets.of(new byte[20])));

    /** SPI and sequence number 8, vector 16, two blocks of 16 for 20 bytes and the trailer of 2, check value 16. */
    @Test
    @Shows({"RFC4303/2.3-vector", "RFC4303/2.4-padding", "RFC4303/2.6-content"})
    void theVectorComesFirstAndPaddingFillsTheBlock() {
        byte[] bytes = CODECS.encode(PACKET);

        assertThat(bytes).hasSize(8 + 16 + 32 + 16);
        assertThat(CODECS.decode(ESP, bytes)).isEqualTo(PACKET);
    }

    @Test
    @Shows("RFC4303/3.4.4-verify")
    void aChangedByteFailsTheIntegrityCheck() {
        byte[] bytes = CODECS.encode(PACKET);
        bytes[30]++;

        assertThatThrownBy(() -> CODECS.decode(ESP, bytes)).isInstanceOf(DecodeException.class)
                .hasMessageContaining("the integrity check fails");
    }
}
