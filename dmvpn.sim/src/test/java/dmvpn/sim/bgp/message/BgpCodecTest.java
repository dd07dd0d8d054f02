package dmvpn.sim.bgp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import dmvpn.sim.routing.policy.AsPath;
import dmvpn.sim.routing.policy.Community;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BGP bytes (RFC 4271 section 4, RFC 4760, RFC 5492). */
class BgpCodecTest {

    private static final String MARKER = "ffffffffffffffffffffffffffffffff";
    private static final PayloadKind BGP = new PayloadKind.TcpPort(179);
    private static final PacketCodecs CODECS =
            PacketCodecs.builder().register(BgpMessage.class, "BGP", new BgpCodec(), BGP).build();

    private static Nlri nlri(String prefix) {
        return Nlri.of(IpPrefix.parse(prefix));
    }

    private static void assertIsOnTheWire(BgpMessage message, String hex) {
        byte[] expected = Octets.ofHex(MARKER + hex.replaceAll("\\s", "")).toBytes();

        assertThat(Octets.of(CODECS.encode(message))).isEqualTo(Octets.of(expected));
        assertThat(message.lengthBytes()).isEqualTo(expected.length);
        assertThat(CODECS.decode(BGP, expected)).isEqualTo(message);
    }

    @Test
    void aKeepaliveIsAHeaderAlone() {
        assertIsOnTheWire(new BgpMessage.Keepalive(), "0013 04");
    }

    /** RFC 4271 section 4.2, RFC 5492 section 4: version, AS_TRANS, hold time, identifier, and capabilities in one parameter. */
    @Test
    @Shows("RFC4760/8-capability")
    void anOpenHasItsCapabilities() {
        assertIsOnTheWire(new BgpMessage.Open(4, 23456, 180, Ipv4Address.parse("192.0.2.1"), List.of(
                new Capability.Multiprotocol(AddressFamily.IPV4_UNICAST), new Capability.RouteRefresh(),
                new Capability.FourOctetNumbers(4_200_000_000L))), """
                002d 01 04 5ba0 00b4 c0000201 10
                02 0e  01 04 0001 00 01  02 00  41 04 fa56ea00""");
    }

    @Test
    void anOpenMayHaveNoCapabilities() {
        assertIsOnTheWire(new BgpMessage.Open(4, 65001, 0, Ipv4Address.parse("1.1.1.1"), List.of()), "001d 01 04 fde9 0000 01010101 00");
    }

    @Test
    void anUpdateHasItsAttributesAndPrefixes() {
        assertIsOnTheWire(BgpMessage.Update.announce(PathAttributes.of(RouteOrigin.IGP, AsPath.of(65001L),
                IpAddress.parse("10.0.0.11")), List.of(nlri("192.168.11.0/24"), nlri("10.1.0.0/16"))), """
                0032 02 0000 0014
                40 01 01 00  40 02 06 02 01 0000fde9  40 03 04 0a00000b
                18 c0a80b  10 0a01""");
    }

    @Test
    void everyAttributeHasItsFlagsAndType() {
        PathAttributes attributes = PathAttributes.of(RouteOrigin.INCOMPLETE, AsPath.EMPTY, IpAddress.parse("10.0.0.1"))
                .withMultiExitDiscriminator(OptionalLong.of(5)).withLocalPreference(OptionalLong.of(100))
                .withAggregator(true, Optional.of(new Aggregator(65000, Ipv4Address.parse("1.1.1.1"))))
                .withCommunities(List.of(Community.NO_EXPORT, new Community(7)))
                .withReflection(Optional.of(Ipv4Address.parse("2.2.2.2")), List.of(Ipv4Address.parse("3.3.3.3")))
                .withUnknown(List.of(new PathAttributes.UnknownAttribute(0xc0, 32, Octets.ofHex("0102"))));

        assertIsOnTheWire(BgpMessage.Update.announce(attributes, List.of(nlri("0.0.0.0/0"))), """
                0060 02 0000 0048
                40 01 01 02  40 02 00  40 03 04 0a000001  80 04 04 00000005  40 05 04 00000064  40 06 00
                c0 07 08 0000fde8 01010101  c0 08 08 00000007 ffffff01  80 09 04 02020202  80 0a 04 03030303
                c0 20 02 0102
                00""");
    }

    @Test
    void withdrawnRoutesStandInFront() {
        assertIsOnTheWire(BgpMessage.Update.withdraw(List.of(nlri("192.168.11.0/24"))), "001b 02 0004 18 c0a80b 0000");
    }

    /** RFC 4760: routes of IPv6 and their next hop are in an attribute. */
    @Test
    @Shows({"RFC4760/3-reach", "RFC4760/4-unreach"})
    void routesOfIpv6AreInAttributes() {
        assertIsOnTheWire(BgpMessage.Update.announce(PathAttributes.of(RouteOrigin.IGP, AsPath.of(65001L),
                IpAddress.parse("2001:db8::1")), List.of(nlri("2001:db8:1::/48"))), """
                0043 02 0000 002c
                40 01 01 00  40 02 06 02 01 0000fde9
                80 0e 1c 0002 01 10 20010db8000000000000000000000001 00 30 20010db80001""");
        assertIsOnTheWire(BgpMessage.Update.withdraw(List.of(nlri("2001:db8:1::/48"))),
                "0024 02 0000 000d 80 0f 0a 0002 01 30 20010db80001");
    }

    /** RFC 2545 section 3: the link-local address of the next hop may stand behind the other one, in a field of 32 bytes. */
    @Test
    void aNextHopOfIpv6MayHaveTwoAddresses() {
        assertIsOnTheWire(BgpMessage.Update.announce(PathAttributes.of(RouteOrigin.IGP, AsPath.EMPTY, IpAddress.parse("2001:db8::2"))
                .withNextHop(IpAddress.parse("2001:db8::1"), Optional.of(IpAddress.parse("fe80::1"))),
                List.of(nlri("2001:db8:1::/48"))), """
                004d 02 0000 0036
                40 01 01 00  40 02 00
                80 0e 2c 0002 01 20 20010db8000000000000000000000001 fe800000000000000000000000000001 00 30 20010db80001""");
    }

    /** RFC 4724 section 2: an empty message for IPv4, an empty list of withdrawn routes for others. */
    @Test
    void theEndOfInitialRoutesIsAMessageWithoutRoutes() {
        assertIsOnTheWire(BgpMessage.Update.endOf(AddressFamily.IPV4_UNICAST), "0017 02 0000 0000");
        assertIsOnTheWire(BgpMessage.Update.endOf(AddressFamily.IPV6_UNICAST), "001d 02 0000 0006 80 0f 03 0002 01");
    }

    @Test
    void notificationsAndRefreshesAreShort() {
        assertIsOnTheWire(BgpMessage.Notification.of(NotificationCode.HOLD_TIMER_EXPIRED), "0015 03 04 00");
        assertIsOnTheWire(BgpMessage.RouteRefresh.of(AddressFamily.IPV4_UNICAST), "0017 05 0001 00 01");
    }

    /** RFC 4271 section 4.3: values of more than 255 bytes have a length of two bytes. */
    @Test
    void longAttributesHaveALongLength() {
        List<Community> many = new ArrayList<>();
        for (int index = 0; index < 100; index++) {
            many.add(new Community(index));
        }
        BgpMessage.Update update = BgpMessage.Update.announce(PathAttributes.of(RouteOrigin.IGP, AsPath.EMPTY.prepend(65000, 100),
                IpAddress.parse("10.0.0.1")).withCommunities(many), List.of(nlri("10.0.0.0/8")));

        assertThat(CODECS.encode(update)).hasSize(update.lengthBytes());
        assertThat(CODECS.decode(BGP, CODECS.encode(update))).isEqualTo(update);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0013 09 | unknown message type 9",
        "0014 04 | a length of 20 is not that of the message",
        "001d 01 04 fde9 0000 01010101 00 00 | a length of 29 is not that of the message",
        "001b 02 0000 0004 40 01 01 09 | no origin has the number 9",
        "001b 02 0000 0004 80 01 01 00 | flags of 128 do not fit attribute 1",
        "001a 02 0000 0003 40 63 00 | well-known attribute 99 is not known",
        "001d 02 0000 0004 40 01 01 00 08 0a | a well-known mandatory attribute is missing",
        "001c 02 0000 0000 21 0a000001 | a prefix length of 33 is more than an address has bits"})
    void whatIsWrongIsRefusedInWords(String hex, String problem) {
        byte[] bytes = Octets.ofHex(MARKER + hex.replaceAll("\\s", "")).toBytes();

        assertThatThrownBy(() -> CODECS.decode(BGP, bytes)).isInstanceOf(DecodeException.class).hasMessageContaining(problem);
    }

    @Test
    void aMarkerMustBeAllOnes() {
        byte[] bytes = CODECS.encode(new BgpMessage.Keepalive());
        bytes[3] = 0;

        assertThatThrownBy(() -> CODECS.decode(BGP, bytes)).hasMessageContaining("the marker is not all ones");
    }

    @Test
    void messagesArePackedUpTo4096Bytes() {
        List<Nlri> routes = new ArrayList<>();
        for (int index = 0; index < 4900; index++) {
            routes.add(nlri("10." + index / 250 + "." + index % 250 + ".0/24"));
        }
        PathAttributes attributes = PathAttributes.of(RouteOrigin.IGP, AsPath.of(65001L), IpAddress.parse("10.0.0.1"));

        List<BgpMessage.Update> messages = UpdatePacker.announce(attributes, routes);
        assertThat(messages).hasSize(5).allSatisfy(message ->
                assertThat(message.lengthBytes()).isLessThanOrEqualTo(BgpMessage.LONGEST_BYTES));
        assertThat(messages.stream().flatMap(message -> message.announced().stream()).toList()).isEqualTo(routes);
        assertThat(UpdatePacker.withdraw(routes)).allSatisfy(message ->
                assertThat(message.lengthBytes()).isLessThanOrEqualTo(BgpMessage.LONGEST_BYTES));
    }
}
