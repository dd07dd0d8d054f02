package dmvpn.sim.icmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import org.junit.jupiter.api.Test;

/** ICMPv6 bytes (RFC 4443). */
class Icmpv6CodecTest {

    private static final PacketCodecs CODECS = PacketCodecs.builder()
            .register(Icmpv6Packet.class, "ICMPv6", new Icmpv6Codec(), new PayloadKind.IpProtocol(58)).build();
    private static final IpAddress SOURCE = IpAddress.parse("2001:db8:11::10");
    private static final IpAddress DESTINATION = IpAddress.parse("2001:db8:12::10");

    private static IpPacket packet(Icmpv6Packet message) {
        return new IpPacket(SOURCE, DESTINATION, IpPacket.ICMPV6, 64, 0, false, 0, message);
    }

    /** Section 2.3. The checksum was computed by another program. */
    @Test
    void thePseudoHeaderIsPartOfTheChecksum() {
        byte[] bytes = CODECS.encode(packet(new Icmpv6Packet.EchoRequest(1, 5, 4)));

        assertThat(Octets.of(bytes)).isEqualTo(Octets.ofHex("""
                60000000 000c 3a 40
                20010db8001100000000000000000010 20010db8001200000000000000000010
                80 00 cc 62 0001 0005 abcdabcd"""));
        bytes[23]++;
        assertThatThrownBy(() -> CODECS.decodeIp(bytes)).isInstanceOf(DecodeException.class)
                .hasMessageContaining("wrong checksum");
    }

    @Test
    void thePingOfARouterHas100Bytes() {
        assertThat(CODECS.encode(EchoRequests.ofDefaultSize(SOURCE, DESTINATION))).hasSize(100);
    }

    /** Section 2.4 (c): as much of the packet as fits into the minimum MTU of IPv6. */
    @Test
    void anErrorQuotesAsMuchAsFitsInto1280Bytes() {
        IpPacket large = new IpPacket(SOURCE, DESTINATION, 253, 64, 0, false, 0, new OpaquePacket(Octets.of(new byte[1400])));

        byte[] bytes = CODECS.encode(packet(new Icmpv6Packet.PacketTooBig(1400,
                new Quotation.OfPacket(large, Icmpv6Packet.QUOTED_BYTES))));

        assertThat(bytes).hasSize(1280);
        Icmpv6Packet.PacketTooBig read = (Icmpv6Packet.PacketTooBig) CODECS.decodeIp(bytes).content();
        assertThat(read.mtuBytes()).isEqualTo(1400);
        assertThat(read.dropped().source()).contains(SOURCE);
        assertThat(read.dropped().destination()).contains(DESTINATION);
    }

    /** Section 2.1: the high bit of the type tells errors from the others. */
    @Test
    void errorsHaveTypesBelow128() {
        Quotation quotation = new Quotation.OfBytes(Octets.ofHex("00"));

        assertThat(new Icmpv6Packet.TimeExceeded(quotation).isError()).isTrue();
        assertThat(new Icmpv6Packet.EchoReply(1, 1, 0).isError()).isFalse();
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThatThrownBy(() -> CODECS.decode(new PayloadKind.IpProtocol(58), Octets.ofHex("87000000 00000000").toBytes()))
                .isInstanceOf(DecodeException.class)
                .hasMessage("ICMPv6 at byte 4: unknown type 135");
    }
}
