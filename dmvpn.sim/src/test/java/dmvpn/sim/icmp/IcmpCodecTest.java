package dmvpn.sim.icmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import org.junit.jupiter.api.Test;

/** ICMP bytes (RFC 792). */
class IcmpCodecTest {

    private static final PayloadKind ICMP = new PayloadKind.IpProtocol(1);
    private static final PacketCodecs CODECS =
            PacketCodecs.builder().register(IcmpPacket.class, "ICMP", new IcmpCodec(), ICMP).build();
    private static final IpPacket PING = new IpPacket(IpAddress.parse("192.168.11.10"), IpAddress.parse("192.168.12.10"),
            IpPacket.ICMP, 1, 0, false, 7, new IcmpPacket.EchoRequest(1, 5, 72));

    @Test
    void thePingOfARouterHas100Bytes() {
        assertThat(CODECS.encode(PING)).hasSize(100);
    }

    @Test
    void aReplyRepeatsIdentifierSequenceNumberAndData() {
        assertThat(new IcmpPacket.EchoRequest(1, 5, 72).reply()).isEqualTo(new IcmpPacket.EchoReply(1, 5, 72));
        assertThat(Octets.of(CODECS.encode(new IcmpPacket.EchoReply(1, 5, 4))))
                .isEqualTo(Octets.ofHex("0000 a85e 0001 0005 abcd abcd"));
    }

    @Test
    void anErrorQuotesTheHeaderAnd8BytesOfTheDroppedPacket() {
        IcmpPacket.TimeExceeded error =
                new IcmpPacket.TimeExceeded(new Quotation.OfPacket(PING, IcmpPacket.QUOTED_BYTES));
        byte[] bytes = CODECS.encode(error);

        assertThat(bytes).hasSize(error.lengthBytes()).hasSize(8 + 28);
        IcmpPacket.TimeExceeded read = (IcmpPacket.TimeExceeded) CODECS.decode(ICMP, bytes);
        assertThat(read.dropped()).isEqualTo(new Quotation.OfBytes(Octets.of(CODECS.encode(PING)).first(28)));
        assertThat(read.dropped().source()).contains(PING.source());
        assertThat(read.dropped().destination()).contains(PING.destination());
    }

    /** RFC 1191 section 4. */
    @Test
    void fragmentationNeededTellsTheMtu() {
        byte[] bytes = CODECS.encode(new IcmpPacket.DestinationUnreachable(UnreachableReason.FRAGMENTATION_NEEDED, 1400,
                new Quotation.OfPacket(PING, IcmpPacket.QUOTED_BYTES)));

        assertThat(Octets.of(bytes).first(8).toString()).startsWith("0304").endsWith("00000578");
    }

    @Test
    void anUnknownTypeIsRefused() {
        byte[] bytes = Octets.ofHex("2a00 d5ff 00000000").toBytes();

        assertThatThrownBy(() -> CODECS.decode(ICMP, bytes))
                .isInstanceOf(DecodeException.class)
                .hasMessage("ICMP at byte 4: unknown type 42");
    }
}
