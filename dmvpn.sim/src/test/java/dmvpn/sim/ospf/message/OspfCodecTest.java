package dmvpn.sim.ospf.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ospf.message.LinkStateBodyV2.LinkKind;
import dmvpn.sim.ospf.message.LinkStateBodyV2.RouterLink;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OSPF's bytes (RFC 2328 appendices A and D). */
class OspfCodecTest {

    private static final PayloadKind OSPF = new PayloadKind.IpProtocol(89);
    private static final PacketCodecs CODECS =
            PacketCodecs.builder().register(OspfPacket.class, "OSPF", new OspfCodec(), OSPF).build();
    private static final Ipv4Address ROUTER = Ipv4Address.parse("1.1.1.1");
    private static final OspfAuthentication NONE = new OspfAuthentication.None();

    @Test
    @Shows({"RFC2328/A.3.1-header", "RFC2328/A.3.2-hello"})
    void aHelloHasTimersPriorityDesignatedRoutersAndNeighbors() {
        OspfBody.Hello hello = new OspfBody.Hello(new OspfBody.NetworkMask(24), 10, OspfOptions.NORMAL, 1, 40, Ipv4Address.parse("10.0.0.1"),
                Ipv4Address.ANY, List.of(Ipv4Address.parse("2.2.2.2")));

        assertIsOnTheWire(new OspfPacketV2(ROUTER, Ipv4Address.ANY, NONE, hello), """
                0201 0030 01010101 00000000 xxxx 0000 0000000000000000
                ffffff00 000a 02 01 00000028 0a000001 00000000 02020202""");
    }

    @Test
    @Shows("RFC2328/A.3.3-description")
    void aDescriptionHasTheMtuAndItsFlags() {
        OspfBody description = new OspfBody.DatabaseDescription(1400, OspfOptions.NORMAL, true, true, true, 0x1234, List.of());

        assertIsOnTheWire(new OspfPacketV2(ROUTER, Ipv4Address.parse("0.0.0.1"), NONE, description), """
                0202 0020 01010101 00000001 xxxx 0000 0000000000000000
                0578 02 07 00001234""");
    }

    @Test
    @Shows({"RFC2328/A.3.4-request", "RFC2328/12.1-key"})
    void aRequestNamesAdvertisements() {
        OspfBody request = new OspfBody.LinkStateRequest(List.of(new LinkStateKey(LinkStateType.ROUTER, ROUTER, ROUTER)));

        assertIsOnTheWire(new OspfPacketV2(ROUTER, Ipv4Address.ANY, NONE, request), """
                0203 0024 01010101 00000000 xxxx 0000 0000000000000000
                00000001 01010101 01010101""");
    }

    @Test
    @Shows({"RFC2328/A.3.5-update", "RFC2328/A.4.2-router"})
    void anAdvertisementOfARouterListsItsLinks() {
        LinkStateBody links = new LinkStateBodyV2.Router(true, false, false, List.of(
                new RouterLink(LinkKind.POINT_TO_POINT, Ipv4Address.parse("2.2.2.2"), Ipv4Address.parse("10.0.0.1"), 1000),
                RouterLink.stub(IpPrefix.parse("192.168.1.0/24"), 1)));
        LinkStateAdvertisement advertisement = LinkStateAdvertisement.originate(
                new LinkStateKey(LinkStateType.ROUTER, ROUTER, ROUTER), OspfOptions.NORMAL, LinkStateHeader.INITIAL_SEQUENCE,
                links);
        String checksum = String.format("%04x", advertisement.header().checksum());

        assertIsOnTheWire(new OspfPacketV2(ROUTER, Ipv4Address.ANY, NONE,
                new OspfBody.LinkStateUpdate(List.of(advertisement.withAge(1)))), """
                0204 004c 01010101 00000000 xxxx 0000 0000000000000000
                00000001
                0001 02 01 01010101 01010101 80000001 cccc 0030
                01 00 0002
                02020202 0a000001 01 00 03e8
                c0a80100 ffffff00 03 00 0001""".replace("cccc", checksum));
    }

    @Test
    @Shows("RFC2328/12.1.7-checksum")
    void theChecksumOfAnAdvertisementDoesNotCoverItsAge() {
        LinkStateAdvertisement young = LinkStateAdvertisement.originate(
                new LinkStateKey(LinkStateType.EXTERNAL, Ipv4Address.parse("192.168.0.0"), ROUTER), OspfOptions.NORMAL, 7,
                new LinkStateBodyV2.External(16, true, 20, Ipv4Address.ANY, 777));
        OspfPacket old = new OspfPacketV2(ROUTER, Ipv4Address.ANY, NONE,
                new OspfBody.LinkStateUpdate(List.of(young.withAge(3599))));

        assertThat(CODECS.decode(OSPF, CODECS.encode(old))).isEqualTo(old);
        assertThat(young.withAge(5000).header().ageSeconds()).isEqualTo(LinkStateHeader.MAX_AGE_SECONDS);
    }

    @Test
    @Shows("RFC2328/D.4.2-password")
    void thePasswordIsNotCoveredByTheChecksum() {
        OspfBody request = new OspfBody.LinkStateRequest(List.of());
        byte[] open = CODECS.encode(new OspfPacketV2(ROUTER, Ipv4Address.ANY, NONE, request));
        byte[] secret = CODECS.encode(new OspfPacketV2(ROUTER, Ipv4Address.ANY,
                new OspfAuthentication.Simple(Octets.ofHex("7365637265740000")), request));

        assertThat(secret[12] << 8 | secret[13] & 0xff).as("less by the type of the authentication")
                .isEqualTo((open[12] << 8 | open[13] & 0xff) - 1);
    }

    @Test
    @Shows("RFC2328/D.4.3-digest")
    void aDigestIsBehindThePacketAndNoPartOfItsLength() {
        OspfPacket packet = new OspfPacketV2(ROUTER, Ipv4Address.ANY, new OspfAuthentication.Cryptographic(5, 42,
                Octets.ofHex("00112233445566778899aabbccddeeff")), new OspfBody.LinkStateRequest(List.of()));

        assertThat(Octets.of(CODECS.encode(packet))).isEqualTo(Octets.ofHex("""
                0203 0018 01010101 00000000 0000 0002 0000 05 10 0000002a
                00112233445566778899aabbccddeeff"""));
        assertThat(packet.lengthBytes()).isEqualTo(40);
        assertThat(CODECS.decode(OSPF, CODECS.encode(packet))).isEqualTo(packet);
    }

    @Test
    void anAdvertisementWithAWrongChecksumIsRefused() {
        byte[] bytes = withChecksum("""
                0204 0030 01010101 00000000 0000 0000 0000000000000000
                00000001 0001 0201 01010101 01010101 80000001 0000 0014""");

        assertThatThrownBy(() -> CODECS.decode(OSPF, bytes)).isInstanceOf(DecodeException.class)
                .hasMessageContaining("wrong checksum of the advertisement");
    }

    @Test
    void aMaskWithGapsIsRefused() {
        byte[] bytes = withChecksum("""
                0201 002c 01010101 00000000 0000 0000 0000000000000000
                ff00ff00 000a 02 01 00000028 0a000001 00000000""");

        assertThatThrownBy(() -> CODECS.decode(OSPF, bytes)).isInstanceOf(DecodeException.class)
                .hasMessage("OSPF at byte 28: the mask has gaps");
    }

    /** Of two instances the one with the higher number is newer, then that with the higher checksum, then the flushed one. */
    @Test
    @Shows("RFC2328/13.1-newer")
    void theMoreRecentOfTwoInstancesIsFoundByNumberChecksumAndAge() {
        LinkStateKey key = new LinkStateKey(LinkStateType.ROUTER, ROUTER, ROUTER);
        LinkStateHeader header = new LinkStateHeader(100, OspfOptions.NORMAL, key, 5, 1000, 24);

        assertThat(header.compareRecency(new LinkStateHeader(100, OspfOptions.NORMAL, key, 4, 2000, 24))).isPositive();
        assertThat(header.compareRecency(new LinkStateHeader(100, OspfOptions.NORMAL, key, LinkStateHeader.INITIAL_SEQUENCE,
                2000, 24))).isPositive();
        assertThat(header.compareRecency(new LinkStateHeader(100, OspfOptions.NORMAL, key, 5, 1001, 24))).isNegative();
        assertThat(header.compareRecency(header.withAge(LinkStateHeader.MAX_AGE_SECONDS))).isNegative();
        assertThat(header.compareRecency(header.withAge(1000))).as("900 s apart are the same").isZero();
        assertThat(header.compareRecency(header.withAge(1001))).as("the younger one is newer").isPositive();
    }

    /** The checksum is left open as {@code xxxx} and must be right. */
    private static void assertIsOnTheWire(OspfPacket packet, String hex) {
        byte[] expected = withChecksum(hex.replace("xxxx", "0000"));

        assertThat(Octets.of(CODECS.encode(packet))).isEqualTo(Octets.of(expected));
        assertThat(packet.lengthBytes()).isEqualTo(expected.length);
        assertThat(CODECS.decode(OSPF, expected)).isEqualTo(packet);
    }

    private static byte[] withChecksum(String hex) {
        byte[] bytes = Octets.ofHex(hex).toBytes();
        int checksum = InternetChecksum.of(bytes);
        bytes[12] = (byte) (checksum >>> 8);
        bytes[13] = (byte) checksum;
        return bytes;
    }
}
