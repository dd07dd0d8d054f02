package dmvpn.sim.ospf.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ospf.message.LinkStateBodyV3.LinkKind;
import dmvpn.sim.ospf.message.LinkStateBodyV3.MetricPrefix;
import dmvpn.sim.ospf.message.LinkStateBodyV3.RouterLink;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The bytes of OSPF version 3 (RFC 5340 appendix A). */
class OspfV3CodecTest {

    private static final PacketCodecs CODECS = PacketCodecs.builder()
            .register(OspfPacket.class, "OSPF", new OspfCodec(), new PayloadKind.IpProtocol(IpPacket.OSPF)).build();
    private static final Ipv4Address ROUTER = Ipv4Address.parse("1.1.1.1");
    private static final IpAddress SOURCE = IpAddress.parse("fe80::1");
    private static final IpAddress ALL_ROUTERS = IpAddress.parse("ff02::5");
    private static final int IPV6_HEADER_BYTES = 40;
    private static final OspfOptions OPTIONS = OspfOptions.NORMAL.forwardingIpv6();

    @Test
    @Shows({"RFC5340/A.3.1-header", "RFC5340/A.3.2-hello"})
    void aHelloHasTheInterfaceAndNoMask() {
        assertIsOnTheWire(new OspfBody.Hello(new OspfBody.InterfaceId(7), 10, OPTIONS, 1, 40, Ipv4Address.parse("2.2.2.2"),
                Ipv4Address.ANY, List.of(Ipv4Address.parse("2.2.2.2"))), """
                0301 0028 01010101 00000000 xxxx 00 00
                00000007 01 000013 000a 0028 02020202 00000000 02020202""");
    }

    @Test
    void aDescriptionHasOptionsOfThreeBytes() {
        assertIsOnTheWire(new OspfBody.DatabaseDescription(1400, OPTIONS, true, true, true, 0x1234, List.of()), """
                0302 001c 01010101 00000000 xxxx 00 00
                00 000013 0578 00 07 00001234""");
    }

    @Test
    @Shows("RFC5340/A.4.2-header")
    void theTypeSaysHowFarAnAdvertisementIsTold() {
        List<LinkStateKey> keys = Arrays.stream(LinkStateType.values()).map(type -> new LinkStateKey(type, ROUTER, ROUTER)).toList();
        StringBuilder expected = new StringBuilder("0303 0070 01010101 00000000 xxxx 00 00\n");
        for (String type : List.of("2001", "2002", "2003", "2004", "4005", "2007", "0008", "2009")) {
            expected.append("0000 ").append(type).append(" 01010101 01010101\n");
        }

        assertIsOnTheWire(new OspfBody.LinkStateRequest(keys), expected.toString());
    }

    @Test
    void aRouterListsItsLinksByInterfaces() {
        assertBody(LinkStateType.ROUTER, new LinkStateBodyV3.Router(true, true, false, OPTIONS, List.of(
                new RouterLink(LinkKind.POINT_TO_POINT, 10, 1, 2, Ipv4Address.parse("2.2.2.2")),
                new RouterLink(LinkKind.TRANSIT, 20, 3, 4, Ipv4Address.parse("3.3.3.3")))), """
                03 000013
                01 00 000a 00000001 00000002 02020202
                02 00 0014 00000003 00000004 03030303""");
    }

    @Test
    void aNetworkListsItsRouters() {
        assertBody(LinkStateType.NETWORK, new LinkStateBodyV3.Network(OPTIONS, List.of(ROUTER, Ipv4Address.parse("2.2.2.2"))),
                "00 000013 01010101 02020202");
    }

    /** A prefix of 48 bits has two words, one of 0 bits none. */
    @Test
    @Shows("RFC5340/A.4.1-prefix")
    void aPrefixHasAsManyWordsAsItsLengthNeeds() {
        assertBody(LinkStateType.SUMMARY_NETWORK, new LinkStateBodyV3.InterAreaPrefix(20,
                AdvertisedPrefix.of(IpPrefix.parse("2001:db8:16::/48"))), "00 000014 30 00 0000 20010db8 00160000");
        assertBody(LinkStateType.SUMMARY_NETWORK, new LinkStateBodyV3.InterAreaPrefix(1,
                AdvertisedPrefix.of(new IpPrefix(Ipv6Address.ANY, 0))), "00 000001 00 00 0000");
    }

    @Test
    void aBoundaryRouterIsNamedInTheContent() {
        assertBody(LinkStateType.SUMMARY_BOUNDARY_ROUTER, new LinkStateBodyV3.InterAreaRouter(OPTIONS, 20, Ipv4Address.parse("9.9.9.9")),
                "00 000013 00 000014 09090909");
    }

    @Test
    void aDestinationOutsideHasAForwardingAddressAndATagWhereItSaysSo() {
        AdvertisedPrefix prefix = new AdvertisedPrefix(IpPrefix.parse("2001:db8::/32"), AdvertisedPrefix.PROPAGATE);
        assertBody(LinkStateType.EXTERNAL, new LinkStateBodyV3.External(true, 20, prefix, Optional.empty(), OptionalLong.empty()),
                "04 000014 20 08 0000 20010db8");
        assertBody(LinkStateType.NSSA_EXTERNAL, new LinkStateBodyV3.External(false, 20, prefix,
                Optional.of((Ipv6Address) IpAddress.parse("2001:db8::9")), OptionalLong.of(777)), """
                03 000014 20 08 0000 20010db8
                20010db8 00000000 00000000 00000009
                00000309""");
    }

    @Test
    void aLinkHasTheAddressAndThePrefixesOfARouter() {
        assertBody(LinkStateType.LINK, new LinkStateBodyV3.Link(255, OPTIONS, (Ipv6Address) SOURCE,
                List.of(AdvertisedPrefix.of(IpPrefix.parse("2001:db8:0:1::/64")))), """
                ff 000013 fe800000 00000000 00000000 00000001
                00000001 40 00 0000 20010db8 00000001""");
    }

    @Test
    void prefixesReferToARouterOrNetwork() {
        assertBody(LinkStateType.INTRA_AREA_PREFIX, new LinkStateBodyV3.IntraAreaPrefix(
                new LinkStateKey(LinkStateType.NETWORK, Ipv4Address.parse("0.0.0.7"), ROUTER),
                List.of(new MetricPrefix(new AdvertisedPrefix(IpPrefix.parse("2001:db8::1/128"), AdvertisedPrefix.LOCAL_ADDRESS), 0),
                        new MetricPrefix(AdvertisedPrefix.of(IpPrefix.parse("2001:db8::/32")), 10))), """
                0002 2002 00000007 01010101
                80 02 0000 20010db8 00000000 00000000 00000001
                20 00 000a 20010db8""");
    }

    @Test
    void aChecksumWithoutThePseudoHeaderIsRefused() {
        byte[] bytes = CODECS.encode(packet(new OspfBody.LinkStateRequest(List.of())));
        bytes[8] ^= 1; // an address of the IPv6 header, which OSPF's own bytes do not have

        assertThatThrownBy(() -> CODECS.decodeIp(bytes)).isInstanceOf(DecodeException.class).hasMessageContaining("wrong checksum");
    }

    @Test
    void aPrefixLongerThanAnAddressIsRefused() {
        byte[] bytes = CODECS.encode(packet(new OspfBody.LinkStateUpdate(List.of(advertisement(LinkStateType.SUMMARY_NETWORK,
                new LinkStateBodyV3.InterAreaPrefix(1, AdvertisedPrefix.of(new IpPrefix(Ipv6Address.ANY, 0))))))));
        byte[] packet = Arrays.copyOfRange(bytes, IPV6_HEADER_BYTES, bytes.length);
        int start = OspfPacketV3.HEADER_BYTES + OspfBody.LinkStateUpdate.FIXED_BYTES;
        packet[start + LinkStateHeader.BYTES + 4] = (byte) 129;
        packet[start + 16] = 0;
        packet[start + 17] = 0;
        int checksum = FletcherChecksum.of(Arrays.copyOfRange(packet, start, packet.length), FletcherChecksum.AGE_BYTES,
                LinkStateCodecV2.CHECKSUM_OFFSET);
        packet[start + 16] = (byte) (checksum >>> 8);
        packet[start + 17] = (byte) checksum;

        assertThatThrownBy(() -> CODECS.decode(new PayloadKind.IpProtocol(IpPacket.OSPF), packet))
                .isInstanceOf(DecodeException.class).hasMessageContaining("a prefix length of 129 is not one of IPv6");
    }

    private static LinkStateAdvertisement advertisement(LinkStateType type, LinkStateBodyV3 body) {
        return LinkStateAdvertisement.originate(new LinkStateKey(type, Ipv4Address.parse("0.0.0.5"), ROUTER), OspfOptions.NONE,
                LinkStateHeader.INITIAL_SEQUENCE, body);
    }

    private static void assertBody(LinkStateType type, LinkStateBodyV3 body, String hex) {
        LinkStateAdvertisement advertisement = advertisement(type, body);
        int length = LinkStateHeader.BYTES + body.lengthBytes();

        assertIsOnTheWire(new OspfBody.LinkStateUpdate(List.of(advertisement.withAge(1))), String.format("""
                0304 %04x 01010101 00000000 xxxx 00 00
                00000001
                0001 %04x 00000005 01010101 80000001 %04x %04x
                """, length + OspfPacketV3.HEADER_BYTES + OspfBody.LinkStateUpdate.FIXED_BYTES, type.codeV3(),
                advertisement.header().checksum(), length) + hex);
    }

    private static IpPacket packet(OspfBody body) {
        return new IpPacket(SOURCE, ALL_ROUTERS, IpPacket.OSPF, 1, 0xc0, false, 0,
                new OspfPacketV3(ROUTER, Ipv4Address.ANY, 0, body));
    }

    /** The checksum is left open as {@code xxxx} and must be right. */
    private static void assertIsOnTheWire(OspfBody body, String hex) {
        byte[] expected = Octets.ofHex(hex.replace("xxxx", "0000")).toBytes();
        int checksum = InternetChecksum.withPseudoHeader(SOURCE, ALL_ROUTERS, IpPacket.OSPF, expected);
        expected[12] = (byte) (checksum >>> 8);
        expected[13] = (byte) checksum;
        byte[] bytes = CODECS.encode(packet(body));

        assertThat(Octets.of(Arrays.copyOfRange(bytes, IPV6_HEADER_BYTES, bytes.length))).isEqualTo(Octets.of(expected));
        assertThat(packet(body).content().lengthBytes()).isEqualTo(expected.length);
        assertThat(CODECS.decodeIp(bytes)).isEqualTo(packet(body));
    }
}
