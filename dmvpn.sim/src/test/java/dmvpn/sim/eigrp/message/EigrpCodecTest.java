package dmvpn.sim.eigrp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** EIGRP bytes and metrics (RFC 7868 sections 5.6 and 6). */
class EigrpCodecTest {

    private static final WideMetric WIDE =
            new WideMetric(Ipv4Address.parse("10.0.0.1"), 0x1234567890L, 10_000_000, 1400, 1, 255, 1);
    private static final PayloadKind EIGRP = new PayloadKind.IpProtocol(88);
    private static final PacketCodecs CODECS =
            PacketCodecs.builder().register(EigrpPacket.class, "EIGRP", new EigrpCodec(), EIGRP).build();

    @Test
    void aHelloHasItsParametersAndVersion() {
        EigrpPacket hello = EigrpPacket.hello(100,
                List.of(EigrpTlv.Parameters.standard(15), EigrpTlv.SoftwareVersion.classic(16, 9)));

        assertIsOnTheWire(hello, """
                0205 xxxx 00000000 00000000 00000000 0000 0064
                0001 000c 01 00 01 00 00 00 000f
                0004 0008 10 09 01 02""");
    }

    @Test
    void aTerminationListsAddressesWithTheirLengths() {
        EigrpPacket hello = EigrpPacket.hello(100, List.of(new EigrpTlv.PeerTermination(
                List.of(Ipv4Address.parse("10.0.0.11"), Ipv4Address.parse("10.0.0.12")))));

        assertIsOnTheWire(hello, """
                0205 xxxx 00000000 00000000 00000000 0000 0064
                0007 000e 04 0a00000b 04 0a00000c""");
    }

    @Test
    void aRouteIsWrittenWithOnlyTheBytesOfItsPrefix() {
        ClassicMetric metric = new ClassicMetric(1_280_256, 25_600_000, 1400, 1, 255, 1);
        EigrpPacket update = EigrpPacket.reliable(EigrpOpcode.UPDATE, EigrpFlags.END_OF_TABLE, 2, 1, 100,
                List.of(new EigrpTlv.InternalRoute(Ipv4Address.ANY, metric, IpPrefix.parse("192.168.12.0/24"))));

        assertIsOnTheWire(update, """
                0201 xxxx 00000008 00000002 00000001 0000 0064
                0102 001c 00000000 00138900 0186a000 000578 01 ff 01 0000 18 c0a80c""");
    }

    /** RFC 7868 section 6.8.3: what stands before the metric of a route from outside, with two bytes and flags that are 0. */
    @Test
    @Shows("RFC7868/6.8-external")
    void aRouteFromOutsideSaysWhereItComesFrom() {
        ClassicMetric metric = new ClassicMetric(1_280_256, 25_600_000, 1400, 1, 255, 1);
        EigrpPacket update = EigrpPacket.reliable(EigrpOpcode.UPDATE, EigrpFlags.NONE, 2, 1, 100,
                List.of(new EigrpTlv.ExternalRoute(Ipv4Address.ANY, new ExteriorSection(Ipv4Address.parse("10.0.0.1"), 7, 777, 20,
                        ExternalProtocol.OSPF.number()), metric, IpPrefix.parse("172.16.0.0/12"))));

        assertIsOnTheWire(update, """
                0201 xxxx 00000000 00000002 00000001 0000 0064
                0103 002f 00000000 0a000001 00000007 00000309 00000014 0000 06 00
                00138900 0186a000 000578 01 ff 01 0000 0c ac10""");
    }

    @Test
    @Shows("RFC7868/6.8-internal")
    void aTagOfARouteFromInsideHasOneByte() {
        ClassicMetric metric = new ClassicMetric(1_280_256, 25_600_000, 1400, 1, 255, 1);
        EigrpPacket update = EigrpPacket.reliable(EigrpOpcode.UPDATE, EigrpFlags.NONE, 2, 1, 100,
                List.of(new EigrpTlv.InternalRoute(Ipv4Address.ANY, metric, 200, IpPrefix.parse("192.168.12.0/24"))));

        assertIsOnTheWire(update, """
                0201 xxxx 00000000 00000002 00000001 0000 0064
                0102 001c 00000000 00138900 0186a000 000578 01 ff 01 c8 00 18 c0a80c""");
    }

    /** RFC 7868 section 6.9: topology, family and router, the metric, next hop and destination. */
    @Test
    @Shows("RFC7868/6.9-multiprotocol")
    void aRouteWithAWideMetricHasDelayAndBandwidthInSixBytesEach() {
        EigrpPacket update = EigrpPacket.reliable(EigrpOpcode.UPDATE, EigrpFlags.NONE, 2, 1, 100,
                List.of(new EigrpTlv.InternalRoute(Ipv4Address.ANY, WIDE, IpPrefix.parse("192.168.12.0/24"))));

        assertIsOnTheWire(update, """
                0201 xxxx 00000000 00000002 00000001 0000 0064
                0602 002c 0000 0001 0a000001 00 00 ff 01 000578 01 001234567890 000000989680 0000 0000
                00000000 18 c0a80c""");
    }

    /** RFC 7868 section 6.9: the offset counts the words of the attributes, each of which counts those of its value. */
    @Test
    @Shows("RFC7868/6.9-multiprotocol")
    void aTagOfARouteWithAWideMetricIsAnExtendedAttribute() {
        EigrpPacket update = EigrpPacket.reliable(EigrpOpcode.UPDATE, EigrpFlags.NONE, 2, 1, 100,
                List.of(new EigrpTlv.InternalRoute(Ipv4Address.ANY, WIDE, 200, IpPrefix.parse("192.168.12.0/24"))));

        assertIsOnTheWire(update, """
                0201 xxxx 00000000 00000002 00000001 0000 0064
                0602 0032 0000 0001 0a000001 03 00 ff 01 000578 01 001234567890 000000989680 0000 0000 02 02 000000c8
                00000000 18 c0a80c""");
    }

    @Test
    void otherExtendedAttributesArePassedOver() {
        byte[] bytes = withChecksum("""
                0201 0000 00000000 00000002 00000001 0000 0064
                0602 0030 0000 0001 0a000001 02 00 ff 01 000578 01 001234567890 000000989680 0000 0000 04 01 0007
                00000000 18 c0a80c""");

        assertThat(((EigrpPacket) CODECS.decode(EIGRP, bytes)).routes())
                .containsExactly(new EigrpTlv.InternalRoute(Ipv4Address.ANY, WIDE, IpPrefix.parse("192.168.12.0/24")));
    }

    @Test
    void aRouteOfAnotherTopologyIsRefused() {
        byte[] bytes = withChecksum("""
                0201 0000 00000000 00000002 00000001 0000 0064
                0602 002c 0007 0001 0a000001 00 00 ff 01 000578 01 001234567890 000000989680 0000 0000
                00000000 18 c0a80c""");

        assertThatThrownBy(() -> CODECS.decode(EIGRP, bytes)).isInstanceOf(DecodeException.class)
                .hasMessageContaining("topology 7 is not the base topology");
    }

    @Test
    void anAcknowledgementIsAHelloWithoutContent() {
        EigrpPacket acknowledgement = EigrpPacket.acknowledgement(100, 2);

        assertThat(acknowledgement.isAcknowledgement()).isTrue();
        assertThat(acknowledgement.summary()).isEqualTo("Ack");
        assertIsOnTheWire(acknowledgement, "0205 xxxx 00000000 00000000 00000002 0000 0064");
    }

    @Test
    void severalDestinationsOfOneTlvBecomeSeveralRoutes() {
        byte[] bytes = withChecksum("""
                0201 0000 00000000 00000002 00000001 0000 0064
                0102 001f 00000000 00138900 0186a000 000578 01 ff 01 0000 18 c0a80c 10 0a01""");

        assertThat(((EigrpPacket) CODECS.decode(EIGRP, bytes)).routes())
                .extracting(EigrpTlv.Route::destination)
                .containsExactly(IpPrefix.parse("192.168.12.0/24"), IpPrefix.parse("10.1.0.0/16"));
    }

    @Test
    void aTlvShorterThanItsHeaderIsRefused() {
        byte[] bytes = withChecksum("0201 0000 00000000 00000002 00000001 0000 0064 0102 0003");

        assertThatThrownBy(() -> CODECS.decode(EIGRP, bytes))
                .isInstanceOf(DecodeException.class)
                .hasMessage("EIGRP at byte 24: a TLV of 3 bytes is shorter than its own header");
    }

    @Test
    void aPrefixWithHostBitsIsRefused() {
        byte[] bytes = withChecksum("""
                0201 0000 00000000 00000002 00000001 0000 0064
                0102 001c 00000000 00138900 0186a000 000578 01 ff 01 0000 14 c0a80c""");

        assertThatThrownBy(() -> CODECS.decode(EIGRP, bytes))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("192.168.12.0/20 has host bits set");
    }

    /** What IOS shows for a loopback behind a tunnel with default bandwidth and delay. */
    @Test
    void theMetricOfALoopbackBehindATunnelIsThatOfIos() {
        ClassicMetric loopback = ClassicMetric.ofInterface(8_000_000, 5_000, 1514);

        assertThat(loopback.composite()).isEqualTo(128_256);
        assertThat(loopback.through(100, 50_000, 1400).composite()).isEqualTo(27_008_000);
        assertThat(ClassicMetric.ofInterface(1_000_000, 1_000, 1500).through(100, 50_000, 1400).composite())
                .isEqualTo(256 * (100_000 + 5_100));
    }

    @Test
    void anUnreachableRouteStaysUnreachableOneHopFurther() {
        ClassicMetric metric = ClassicMetric.ofInterface(100, 50_000, 1400).unreachable().through(100, 10, 1500);

        assertThat(metric.isUnreachable()).isTrue();
        assertThat(metric.composite()).isEqualTo(0xffff_ffffL);
    }

    /** The checksum is left open as {@code xxxx} and must be right. */
    private static void assertIsOnTheWire(EigrpPacket packet, String hex) {
        byte[] expected = withChecksum(hex.replace("xxxx", "0000"));

        assertThat(Octets.of(CODECS.encode(packet))).isEqualTo(Octets.of(expected));
        assertThat(packet.lengthBytes()).isEqualTo(expected.length);
        assertThat(CODECS.decode(EIGRP, expected)).isEqualTo(packet);
    }

    private static byte[] withChecksum(String hex) {
        byte[] bytes = Octets.ofHex(hex).toBytes();
        int checksum = InternetChecksum.of(bytes);
        bytes[2] = (byte) (checksum >>> 8);
        bytes[3] = (byte) checksum;
        return bytes;
    }
}
