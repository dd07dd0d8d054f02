package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.sim.fragmentation.Fragmenter;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;
import dmvpn.sim.tunnel.GrePacket;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a capture in clear has in the place of protected packets. */
class ClearPacketsTest {

    private static EspPacket esp(EncapsulationMode mode) {
        EspTransform transform = SamplePackets.espTransform(EncryptionAlgorithm.AES_GCM_256, HashAlgorithm.SHA256, mode);
        IpPacket clear = SamplePackets.inGre(SamplePackets.ping());
        return SamplePackets.inEsp(clear, 4097, 1, transform).content() instanceof EspPacket packet ? packet : null;
    }

    @ParameterizedTest
    @EnumSource(EncapsulationMode.class)
    void whatEspProtectsTakesItsPlace(EncapsulationMode mode) {
        IpPacket clear = ClearPackets.of(IpPacket.originated(SamplePackets.SPOKE_NBMA, SamplePackets.HUB_NBMA, IpPacket.ESP, esp(mode)));

        assertThat(clear.protocolNumber()).isEqualTo(IpPacket.GRE);
        assertThat(clear.content()).isInstanceOf(GrePacket.class);
    }

    /** Nobody could decrypt a piece: the first one stands for the whole packet. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProtectedPacketThatWasCutIsThereOnceAndWhole(boolean inUdp) {
        EspPacket esp = esp(EncapsulationMode.TRANSPORT);
        IpPacket whole = inUdp ? IpPacket.originated(SamplePackets.SPOKE_NBMA, SamplePackets.HUB_NBMA, IpPacket.UDP,
                new UdpDatagram(4500, 4500, new UdpEncapsulated(false, esp)))
                : IpPacket.originated(SamplePackets.SPOKE_NBMA, SamplePackets.HUB_NBMA, IpPacket.ESP, esp);
        List<IpPacket> pieces = new Fragmenter(1).cut(whole, 100);

        assertThat(pieces).hasSizeGreaterThan(1);
        assertThat(ClearPackets.of(pieces.getFirst()).content()).isEqualTo(ClearPackets.of(whole).content()).isInstanceOf(GrePacket.class);
        assertThat(pieces).filteredOn(piece -> !ClearPackets.isInFormerPiece(piece)).containsExactly(pieces.getFirst());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1500})
    void piecesOfWhatIsNotProtectedStayAsTheyAre(int mtuBytes) {
        IpPacket plain = IpPacket.originated(SamplePackets.SPOKE_NBMA, SamplePackets.HUB_NBMA, IpPacket.UDP,
                new UdpDatagram(7, 7, new OpaquePacket(Octets.of(new byte[1400]))));
        List<IpPacket> pieces = new Fragmenter(1).cut(plain, mtuBytes);

        assertThat(pieces).allMatch(piece -> !ClearPackets.isInFormerPiece(piece) && ClearPackets.of(piece).equals(piece));
    }
}
