package dmvpn.sim.rip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RIP bytes (RFC 2453 section 4). */
class RipCodecTest {

    private static final PayloadKind RIP = new PayloadKind.UdpPort(520);
    private static final PacketCodecs CODECS =
            PacketCodecs.builder().register(RipPacket.class, "RIP", new RipCodec(), RIP).build();

    /** RFC 2453 section 4: family 2, tag, address, mask, next hop and metric. */
    @Test
    @Shows("RFC2453/4-entry")
    void aRouteHasTagMaskNextHopAndMetric() {
        assertIsOnTheWire(response(
                new RipEntry.Route(IpPrefix.parse("192.168.12.0/24"), 77, Ipv4Address.parse("10.0.0.12"), 2),
                new RipEntry.Route(IpPrefix.parse("0.0.0.0/0"), 0, Ipv4Address.ANY, 16)), """
                02 02 0000
                0002 004d c0a80c00 ffffff00 0a00000c 00000002
                0002 0000 00000000 00000000 00000000 00000010""");
    }

    /** RFC 2453 section 3.9.1: one entry, family 0, metric infinity. */
    @Test
    void aRequestForEverythingHasOneEntryOfNoFamilyAndInfiniteMetric() {
        assertThat(RipPacket.wholeTableRequest().asksForWholeTable()).isTrue();
        assertIsOnTheWire(RipPacket.wholeTableRequest(), """
                01 02 0000
                0000 0000 00000000 00000000 00000000 00000010""");
    }

    /** RFC 2453 section 4.1: authentication takes the first entry, with family FFFF. */
    @Test
    void anEntryOfAnotherFamilyIsKeptAsItIs() {
        assertIsOnTheWire(response(new RipEntry.Other(0xffff, Octets.ofHex("0002 73656372657400000000000000000000"))), """
                02 02 0000
                ffff 0002 73656372 65740000 00000000 00000000""");
    }

    @Test
    void whatIsNotRipVersionTwoIsRefused() {
        assertRefused("02 01 0000 0002 0000 c0a80c00 ffffff00 0a00000c 00000002", "version 1 is not supported");
        assertRefused("03 02 0000 0002 0000 c0a80c00 ffffff00 0a00000c 00000002", "unknown command 3");
        assertRefused("02 02 0000 0002 0000 c0a80c00 ff00ff00 0a00000c 00000002", "the bits of the subnet mask are not contiguous");
        assertRefused("02 02 0000 0002 0000 c0a80c01 ffffff00 0a00000c 00000002", "host bits");
        assertRefused("02 02 0000 0002 0000 c0a80c00", "20 more bytes are wanted but 8 are left");
        assertRefused("02 02 0000", "1 to 25 entries");
    }

    @Test
    @Shows("RFC2453/3.6-entries")
    void aMessageHasAtMostTwentyFiveEntries() {
        RipEntry entry = new RipEntry.WholeTable();

        assertThatThrownBy(() -> new RipPacket(RipCommand.REQUEST, Collections.nCopies(26, entry)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RipPacket response(RipEntry... entries) {
        return new RipPacket(RipCommand.RESPONSE, List.of(entries));
    }

    private static void assertIsOnTheWire(RipPacket packet, String hex) {
        byte[] expected = Octets.ofHex(hex).toBytes();

        assertThat(Octets.of(CODECS.encode(packet))).isEqualTo(Octets.of(expected));
        assertThat(packet.lengthBytes()).isEqualTo(expected.length);
        assertThat(CODECS.decode(RIP, expected)).isEqualTo(packet);
    }

    private static void assertRefused(String hex, String message) {
        assertThatThrownBy(() -> CODECS.decode(RIP, Octets.ofHex(hex).toBytes()))
                .isInstanceOf(DecodeException.class).hasMessageContaining(message);
    }
}
