package dmvpn.sim.nhrp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * NHRP bytes (RFC 2332 section 5; sizes as IOS prints them in {@code debug nhrp packet}). The packets below were checked
 * with Wireshark's dissector: no malformed part, right checksums.
 */
class NhrpCodecTest {

    private static final PayloadKind NHRP = new PayloadKind.GreProtocol(0x2001);
    private static final PacketCodecs CODECS =
            PacketCodecs.builder().register(NhrpPacket.class, "NHRP", new NhrpCodec(), NHRP).build();

    private static final IpAddress HUB_NBMA = ip("203.0.113.1");
    private static final IpAddress HUB = ip("10.0.0.1");
    private static final IpAddress SPOKE_1_NBMA = ip("198.51.100.11");
    private static final IpAddress SPOKE_1 = ip("10.0.0.11");
    private static final IpAddress SPOKE_2_NBMA = ip("198.51.100.12");
    private static final IpAddress SPOKE_2 = ip("10.0.0.12");
    private static final int MTU = 1400;
    private static final int HOLDING_TIME = 600;

    @Test
    @Shows("RFC2332/5.2.0.1-addresses")
    void registrationRequest() {
        NhrpPacket packet = registration(65537, "dmvpnkey");

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 6c a4 7b 00 34
            01 03 04 00 04 04 80 02 00 01 00 01 c6 33 64 0b
            0a 00 00 0b 0a 00 00 01 00 20 00 00 05 78 02 58
            00 00 00 00 80 03 00 00 80 04 00 00 80 05 00 00
            80 07 00 0c 00 00 00 01 64 6d 76 70 6e 6b 65 79
            00 09 00 14 00 20 00 00 05 78 00 00 04 00 04 00
            cb 00 71 01 0a 00 00 01 80 00 00 00""");
    }

    @Test
    void registrationReply() {
        NhrpPacket packet = registration(65537, "dmvpnkey")
                .reply(List.of(ClientInformationEntry.ofSource(32, MTU, HOLDING_TIME)))
                .withExtension(NhrpExtension.ResponderAddress.of(station(HUB_NBMA, HUB)));

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 80 4e 7f 00 34
            01 04 04 00 04 04 80 02 00 01 00 01 c6 33 64 0b
            0a 00 00 0b 0a 00 00 01 00 20 00 00 05 78 02 58
            00 00 00 00 80 03 00 14 00 00 00 00 05 78 02 58
            04 00 04 00 cb 00 71 01 0a 00 00 01 80 04 00 00
            80 05 00 00 80 07 00 0c 00 00 00 01 64 6d 76 70
            6e 6b 65 79 00 09 00 14 00 20 00 00 05 78 00 00
            04 00 04 00 cb 00 71 01 0a 00 00 01 80 00 00 00""");
    }

    @Test
    void registrationReplyToASpokeBehindNat() {
        NhrpPacket packet = registration(new NhrpHeader(255, ip("172.20.1.2"), SPOKE_1, HUB), 65537, "dmvpnkey")
                .reply(List.of(ClientInformationEntry.ofSource(32, MTU, HOLDING_TIME)))
                .withExtension(NhrpExtension.ResponderAddress.of(station(HUB_NBMA, HUB)))
                .withExtension(new NhrpExtension.NatAddress(List.of(
                        ClientInformationEntry.mapping(32, MTU, 0, HUB_NBMA, HUB),
                        ClientInformationEntry.mapping(32, MTU, 0, ip("192.0.2.50"), SPOKE_1))));

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 94 f1 a9 00 34
            01 04 04 00 04 04 80 02 00 01 00 01 ac 14 01 02
            0a 00 00 0b 0a 00 00 01 00 20 00 00 05 78 02 58
            00 00 00 00 80 03 00 14 00 00 00 00 05 78 02 58
            04 00 04 00 cb 00 71 01 0a 00 00 01 80 04 00 00
            80 05 00 00 80 07 00 0c 00 00 00 01 64 6d 76 70
            6e 6b 65 79 00 09 00 28 00 20 00 00 05 78 00 00
            04 00 04 00 cb 00 71 01 0a 00 00 01 00 20 00 00
            05 78 00 00 04 00 04 00 c0 00 02 32 0a 00 00 0b
            80 00 00 00""");
    }

    @Test
    @Shows({"RFC2332/5.2.0.1-code", "RFC2332/5.2.0.1-holding-nak"})
    void registrationRefusedForAUniqueAddress() {
        NhrpPacket packet = registration(new NhrpHeader(255, ip("192.0.2.50"), SPOKE_1, HUB), 65538, "dmvpnkey")
                .reply(List.of(ClientInformationEntry.ofSource(32, MTU, HOLDING_TIME)
                        .refused(CieCode.UNIQUE_ADDRESS_REGISTERED)))
                .withExtension(NhrpExtension.ResponderAddress.of(station(HUB_NBMA, HUB)));

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 80 aa e2 00 34
            01 04 04 00 04 04 80 02 00 01 00 02 c0 00 02 32
            0a 00 00 0b 0a 00 00 01 0e 20 00 00 05 78 00 00
            00 00 00 00 80 03 00 14 00 00 00 00 05 78 02 58
            04 00 04 00 cb 00 71 01 0a 00 00 01 80 04 00 00
            80 05 00 00 80 07 00 0c 00 00 00 01 64 6d 76 70
            6e 6b 65 79 00 09 00 14 00 20 00 00 05 78 00 00
            04 00 04 00 cb 00 71 01 0a 00 00 01 80 00 00 00""");
    }

    @Test
    @Shows({"RFC2332/5.2.1-destination", "RFC2332/5.2.1-router"})
    void resolutionRequest() {
        NhrpPacket packet = resolution();

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 58 ed 89 00 34
            01 01 04 00 04 04 c8 02 00 00 00 07 c6 33 64 0b
            0a 00 00 0b c0 a8 0c 0a 00 20 00 00 05 78 02 58
            00 00 00 00 80 03 00 00 80 04 00 00 80 05 00 00
            80 07 00 0c 00 00 00 01 64 6d 76 70 6e 6b 65 79
            00 09 00 00 80 00 00 00""");
    }

    @Test
    void resolutionRequestForwardedByTheHub() {
        NhrpPacket packet = resolution()
                .withHeader(resolution().header().forwarded())
                .withExtension(NhrpExtension.ForwardTransitRecord.EMPTY.with(station(HUB_NBMA, HUB)));

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 fe 00 6c 97 8f 00 34
            01 01 04 00 04 04 c8 02 00 00 00 07 c6 33 64 0b
            0a 00 00 0b c0 a8 0c 0a 00 20 00 00 05 78 02 58
            00 00 00 00 80 03 00 00 80 04 00 14 00 00 00 00
            05 78 02 58 04 00 04 00 cb 00 71 01 0a 00 00 01
            80 05 00 00 80 07 00 0c 00 00 00 01 64 6d 76 70
            6e 6b 65 79 00 09 00 00 80 00 00 00""");
    }

    @Test
    void resolutionReplyWithPrefix() {
        NhrpPacket packet = resolution()
                .withExtension(NhrpExtension.ForwardTransitRecord.EMPTY.with(station(HUB_NBMA, HUB)))
                .reply(ResolutionFlags.REPLY,
                        List.of(ClientInformationEntry.mapping(24, MTU, HOLDING_TIME, SPOKE_2_NBMA, SPOKE_2)))
                .withExtension(NhrpExtension.ResponderAddress.of(station(SPOKE_2_NBMA, SPOKE_2)));

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 88 e6 f4 00 3c
            01 02 04 00 04 04 f8 02 00 00 00 07 c6 33 64 0b
            0a 00 00 0b c0 a8 0c 0a 00 18 00 00 05 78 02 58
            04 00 04 00 c6 33 64 0c 0a 00 00 0c 80 03 00 14
            00 00 00 00 05 78 02 58 04 00 04 00 c6 33 64 0c
            0a 00 00 0c 80 04 00 14 00 00 00 00 05 78 02 58
            04 00 04 00 cb 00 71 01 0a 00 00 01 80 05 00 00
            80 07 00 0c 00 00 00 01 64 6d 76 70 6e 6b 65 79
            00 09 00 00 80 00 00 00""");
    }

    @Test
    void purgeRequest() {
        NhrpPacket packet = purge();

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 58 9d 71 00 38
            01 05 04 00 04 04 00 00 00 01 00 40 cb 00 71 01
            0a 00 00 01 0a 00 00 0b 00 18 00 00 00 00 00 00
            00 00 04 00 c0 a8 0c 00 80 03 00 00 80 04 00 00
            80 05 00 00 80 07 00 0c 00 00 00 01 64 6d 76 70
            6e 6b 65 79 80 00 00 00""");
    }

    @Test
    void purgeReply() {
        NhrpPacket packet = purge().reply(purge().entries())
                .withExtension(NhrpExtension.ResponderAddress.of(station(SPOKE_1_NBMA, SPOKE_1)));

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 6c 59 2e 00 38
            01 06 04 00 04 04 00 00 00 01 00 40 cb 00 71 01
            0a 00 00 01 0a 00 00 0b 00 18 00 00 00 00 00 00
            00 00 04 00 c0 a8 0c 00 80 03 00 14 00 00 00 00
            05 78 02 58 04 00 04 00 c6 33 64 0b 0a 00 00 0b
            80 04 00 00 80 05 00 00 80 07 00 0c 00 00 00 01
            64 6d 76 70 6e 6b 65 79 80 00 00 00""");
    }

    @Test
    void errorIndicationWithTheWholePacket() {
        NhrpPacket packet = ErrorIndication.about(registration(65537, "dmvpnkey"), ErrorCode.AUTHENTICATION_FAILURE,
                NhrpHeader.originated(HUB_NBMA, HUB, SPOKE_1));

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 94 9d 47 00 00
            01 07 04 00 04 04 00 00 00 0b 00 00 cb 00 71 01
            0a 00 00 01 0a 00 00 0b 00 01 08 00 00 00 00 00
            00 ff 00 6c a4 7b 00 34 01 03 04 00 04 04 80 02
            00 01 00 01 c6 33 64 0b 0a 00 00 0b 0a 00 00 01
            00 20 00 00 05 78 02 58 00 00 00 00 80 03 00 00
            80 04 00 00 80 05 00 00 80 07 00 0c 00 00 00 01
            64 6d 76 70 6e 6b 65 79 00 09 00 14 00 20 00 00
            05 78 00 00 04 00 04 00 cb 00 71 01 0a 00 00 01
            80 00 00 00""");
    }

    @Test
    void trafficIndicationWithTheDataPacketsBeginning() {
        NhrpPacket packet = new TrafficIndication(NhrpHeader.originated(HUB_NBMA, HUB, ip("192.168.11.10")),
                TrafficIndication.REDIRECT,
                new Quotation.OfBytes(Octets.ofHex("45000064 12340000 fe011200 c0a80b0a c0a80c0a 08009d2b 00010001")),
                List.of(new NhrpExtension.Authentication("dmvpnkey")));

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 58 87 9c 00 44
            01 08 04 00 04 04 00 00 00 00 00 00 cb 00 71 01
            0a 00 00 01 c0 a8 0b 0a 45 00 00 64 12 34 00 00
            fe 01 12 00 c0 a8 0b 0a c0 a8 0c 0a 08 00 9d 2b
            00 01 00 01 80 07 00 0c 00 00 00 01 64 6d 76 70
            6e 6b 65 79 80 00 00 00""");
    }

    /** Families and lengths of RFC 2332 sections 5.1 and 5.2; the bytes were made by another program. */
    @Test
    void registrationRequestWithIpv6AtBothLevels() {
        IpAddress hubNbma = ip("2001:db8:1::1");
        IpAddress hub = ip("2001:db8:ff::1");
        NhrpPacket packet = new RegistrationRequest(
                NhrpHeader.originated(ip("2001:db8:2::11"), ip("2001:db8:ff::11"), hub), 65537,
                new RegistrationFlags(true, true), List.of(ClientInformationEntry.ofSource(128, MTU, HOLDING_TIME)),
                List.of(NhrpExtension.ResponderAddress.EMPTY, NhrpExtension.ForwardTransitRecord.EMPTY,
                        NhrpExtension.ReverseTransitRecord.EMPTY, new NhrpExtension.Authentication("dmvpnkey"),
                        new NhrpExtension.NatAddress(List.of(ClientInformationEntry.mapping(128, MTU, 0, hubNbma, hub)))));

        assertIsOnTheWire(packet, """
            00 02 86 dd 00 00 00 00 00 ff 00 a8 90 e4 00 58
            01 03 10 00 10 10 80 02 00 01 00 01 20 01 0d b8
            00 02 00 00 00 00 00 00 00 00 00 11 20 01 0d b8
            00 ff 00 00 00 00 00 00 00 00 00 11 20 01 0d b8
            00 ff 00 00 00 00 00 00 00 00 00 01 00 80 00 00
            05 78 02 58 00 00 00 00 80 03 00 00 80 04 00 00
            80 05 00 00 80 07 00 0c 00 00 00 01 64 6d 76 70
            6e 6b 65 79 00 09 00 2c 00 80 00 00 05 78 00 00
            10 00 10 00 20 01 0d b8 00 01 00 00 00 00 00 00
            00 00 00 01 20 01 0d b8 00 ff 00 00 00 00 00 00
            00 00 00 01 80 00 00 00""");
    }

    /** The header of an IPv6 packet has 40 bytes: with fewer than that nobody knew whose packet it was. */
    @Test
    void aRedirectQuotesTheWholeHeaderOfAnIpv6Packet() {
        IpPacket data = IpPacket.originated(ip("2001:db8:11::10"), ip("2001:db8:12::10"), 253,
                new OpaquePacket(Octets.of(new byte[60])));
        NhrpHeader header = NhrpHeader.originated(HUB_NBMA, ip("2001:db8:ff::1"), data.source());

        TrafficIndication redirect = TrafficIndication.redirect(header, data, List.of());

        assertThat(redirect.dataPacket().lengthBytes()).isEqualTo(48);
        TrafficIndication read = (TrafficIndication) CODECS.decode(NHRP, CODECS.encode(redirect));
        assertThat(read.dataPacket().source()).contains(data.source());
        assertThat(read.dataPacket().destination()).contains(data.destination());
    }

    @Test
    void registrationRequestOfOddLength() {
        NhrpPacket packet = registration(65539, "NHRPKEY");

        assertIsOnTheWire(packet, """
            00 01 08 00 00 00 00 00 00 ff 00 6b 29 45 00 34
            01 03 04 00 04 04 80 02 00 01 00 03 c6 33 64 0b
            0a 00 00 0b 0a 00 00 01 00 20 00 00 05 78 02 58
            00 00 00 00 80 03 00 00 80 04 00 00 80 05 00 00
            80 07 00 0b 00 00 00 01 4e 48 52 50 4b 45 59 00
            09 00 14 00 20 00 00 05 78 00 00 04 00 04 00 cb
            00 71 01 0a 00 00 01 80 00 00 00""");
    }

    @Test
    @Shows("RFC2332/5.1-checksum")
    void aWrongChecksumIsRefused() {
        byte[] bytes = CODECS.encode(registration(1, "dmvpnkey"));
        bytes[30]++;

        assertThatThrownBy(() -> CODECS.decode(NHRP, bytes))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("NHRP at byte 20: wrong checksum");
    }

    @Test
    @Shows("RFC2332/5.1-checksum")
    void theLastByteOfAnOddLengthCountsAsTheHighOneOfItsWord() {
        byte[] bytes = CODECS.encode(registration(65539, "NHRPKEY"));

        assertThat(bytes).hasSize(107);
        assertThat(Octets.of(new byte[] {bytes[12], bytes[13]})).hasToString("2945");
    }

    @Test
    @Shows("RFC2332/5.1-size")
    void aPacketShorterThanItsSizeIsRefusedWithThePlace() {
        byte[] bytes = Arrays.copyOf(CODECS.encode(purge()), 50);

        assertThatThrownBy(() -> CODECS.decode(NHRP, bytes))
                .isInstanceOf(DecodeException.class)
                .hasMessage("NHRP at byte 20: size is 88 but there are 50 bytes");
    }

    @Test
    void anUnknownExtensionIsKeptAsItCame() {
        NhrpPacket packet = purge().withExtension(
                new NhrpExtension.Unknown(0x1200, true, Octets.ofHex("0102030405")));

        assertThat(CODECS.decode(NHRP, CODECS.encode(packet))).isEqualTo(packet);
    }

    @Test
    void aQuotedPacketTellsItsAddressesFromItsBytesToo() {
        Quotation quotation = new Quotation.OfBytes(
                Octets.ofHex("45000064 12340000 fe011200 c0a80b0a c0a80c0a 08009d2b 00010001"));

        assertThat(quotation.source()).contains(ip("192.168.11.10"));
        assertThat(quotation.destination()).contains(ip("192.168.12.10"));
    }

    @Test
    void flagsPrintAsInDebugsOfIos() {
        assertThat(ResolutionFlags.REPLY).hasToString("router auth dst-stable unique src-stable nat");
        assertThat(new RegistrationFlags(true, true)).hasToString("unique nat");
    }

    @Test
    @Shows("RFC2332/5.2.0.1-prefix")
    void prefixLengths0And32And255AllMeanTheHost() {
        assertThat(List.of(0, 32, 255)).allSatisfy(length ->
                assertThat(ClientInformationEntry.ofSource(length, MTU, HOLDING_TIME).effectivePrefixLength(SPOKE_1))
                        .isEqualTo(32));
    }

    private static void assertIsOnTheWire(NhrpPacket packet, String hex) {
        Octets expected = Octets.ofHex(hex);

        assertThat(Octets.of(CODECS.encode(packet))).isEqualTo(expected);
        assertThat(packet.lengthBytes()).isEqualTo(expected.length());
        NhrpPacket decoded = (NhrpPacket) CODECS.decode(NHRP, expected.toBytes());
        assertThat(Octets.of(CODECS.encode(decoded))).isEqualTo(expected);
        if (!(packet instanceof ErrorIndication)) {
            assertThat(decoded).isEqualTo(packet);
        }
    }

    private static RegistrationRequest registration(long requestId, String password) {
        return registration(NhrpHeader.originated(SPOKE_1_NBMA, SPOKE_1, HUB), requestId, password);
    }

    private static RegistrationRequest registration(NhrpHeader header, long requestId, String password) {
        return new RegistrationRequest(header, requestId, new RegistrationFlags(true, true),
                List.of(ClientInformationEntry.ofSource(32, MTU, HOLDING_TIME)),
                List.of(NhrpExtension.ResponderAddress.EMPTY, NhrpExtension.ForwardTransitRecord.EMPTY,
                        NhrpExtension.ReverseTransitRecord.EMPTY, new NhrpExtension.Authentication(password),
                        NhrpExtension.NatAddress.EMPTY.with(
                                ClientInformationEntry.mapping(32, MTU, 0, HUB_NBMA, HUB))));
    }

    private static ResolutionRequest resolution() {
        return new ResolutionRequest(NhrpHeader.originated(SPOKE_1_NBMA, SPOKE_1, ip("192.168.12.10")), 7,
                ResolutionFlags.REQUEST, List.of(ClientInformationEntry.ofSource(32, MTU, HOLDING_TIME)),
                List.of(NhrpExtension.ResponderAddress.EMPTY, NhrpExtension.ForwardTransitRecord.EMPTY,
                        NhrpExtension.ReverseTransitRecord.EMPTY, new NhrpExtension.Authentication("dmvpnkey"),
                        NhrpExtension.NatAddress.EMPTY));
    }

    private static PurgeRequest purge() {
        return new PurgeRequest(NhrpHeader.originated(HUB_NBMA, HUB, SPOKE_1), 65600, false,
                List.of(ClientInformationEntry.ofPrefix(24, ip("192.168.12.0"))),
                List.of(NhrpExtension.ResponderAddress.EMPTY, NhrpExtension.ForwardTransitRecord.EMPTY,
                        NhrpExtension.ReverseTransitRecord.EMPTY, new NhrpExtension.Authentication("dmvpnkey")));
    }

    /** The entry by which a station names itself in responder and transit records. */
    private static ClientInformationEntry station(IpAddress nbmaAddress, IpAddress protocolAddress) {
        return ClientInformationEntry.mapping(0, MTU, HOLDING_TIME, nbmaAddress, protocolAddress);
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text);
    }
}
