package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.tunnel.GrePacket;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths of ESP packets (RFC 4303 section 2). */
class EspPacketTest {

    private static final IpAddress SPOKE = IpAddress.parse("198.51.100.11");
    private static final IpAddress HUB = IpAddress.parse("203.0.113.1");

    /** An overlay packet of 1400 bytes on the wire of the underlay. */
    @ParameterizedTest
    @CsvSource({
        "AES_CBC_256, SHA1,   TRANSPORT, false, 1464",
        "AES_CBC_256, SHA1,   TRANSPORT, true,  1480",
        "AES_CBC_256, SHA1,   TUNNEL,    false, 1496",
        "AES_CBC_256, SHA1,   TUNNEL,    true,  1496",
        "AES_CBC_128, SHA256, TRANSPORT, false, 1468",
        "AES_CBC_128, SHA256, TRANSPORT, true,  1484",
        "AES_CBC_128, SHA256, TUNNEL,    false, 1500",
        "AES_CBC_128, SHA256, TUNNEL,    true,  1500",
        "AES_GCM_256, ,       TRANSPORT, false, 1460",
        "AES_GCM_256, ,       TRANSPORT, true,  1464",
        "AES_GCM_256, ,       TUNNEL,    false, 1480",
        "AES_GCM_256, ,       TUNNEL,    true,  1484"
    })
    @Shows({"RFC4303/2.3-vector", "RFC4303/2.4-padding"})
    void aPacketOf1400BytesGrows(EncryptionAlgorithm encryption, HashAlgorithm integrity, EncapsulationMode mode,
            boolean keyed, int expectedBytes) {
        OpaquePacket inner = new OpaquePacket(Octets.of(new byte[1400]));
        GrePacket gre = new GrePacket(keyed ? OptionalLong.of(100) : OptionalLong.empty(), GrePacket.IPV4, inner);
        EspTransform transform = new EspTransform(encryption, Optional.ofNullable(integrity), mode, Origin.NONE);

        EspPacket esp = mode == EncapsulationMode.TRANSPORT
                ? new EspPacket(0x1001, 1, transform, IpPacket.GRE, gre)
                : new EspPacket(0x1001, 1, transform, EspPacket.IPV4_IN_IP,
                        IpPacket.originated(SPOKE, HUB, IpPacket.GRE, gre));

        assertThat(IpPacket.originated(SPOKE, HUB, IpPacket.ESP, esp).lengthBytes()).isEqualTo(expectedBytes);
    }

    @Test
    @Shows("RFC4303/2.1-reserved")
    void spisBelow256AreReserved() {
        EspTransform transform =
                new EspTransform(EncryptionAlgorithm.AES_GCM_128, Optional.empty(), EncapsulationMode.TRANSPORT, Origin.NONE);

        assertThatThrownBy(() -> new EspPacket(255, 1, transform, IpPacket.GRE, new OpaquePacket(Octets.EMPTY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ESP SPI 255 is reserved: the lowest is 256");
    }
}
