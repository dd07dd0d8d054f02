package dmvpn.sim.cdp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes of CDP, version 2. */
class CdpCodecTest {

    private static final PayloadKind CDP = new PayloadKind.GreProtocol(0x2000);
    private static final PacketCodecs CODECS =
            PacketCodecs.builder().register(CdpFrame.class, "CDP", new CdpCodec(), CDP).build();

    @Test
    void aStubPresentsItselfAndItsNetworks() {
        assertIsOnTheWire(new CdpFrame(180, List.of(new CdpTlv.DeviceId("S1"),
                new CdpTlv.Addresses(List.of(IpAddress.parse("10.0.0.11"), IpAddress.parse("2001:db8::11"))),
                new CdpTlv.PortId("Tunnel0"), new CdpTlv.Capabilities(1),
                new CdpTlv.Prefixes(List.of(IpPrefix.parse("192.168.11.0/24"), IpPrefix.parse("10.1.0.0/16"))))), """
                02 b4 %s
                0001 0006 5331
                0002 002d 00000002 01 01 cc 0004 0a00000b 02 08 aaaa030000 0086dd 0010 20010db8000000000000000000000011
                0003 000b 54756e6e656c30
                0004 0008 00000001
                0007 000e c0a80b00 18 0a010000 10""");
    }

    @Test
    void aHubTellsADefaultGateway() {
        assertIsOnTheWire(new CdpFrame(180, List.of(new CdpTlv.DeviceId("H1"), new CdpTlv.SoftwareVersion("17.12"),
                new CdpTlv.Platform("cisco"), new CdpTlv.DefaultGateway(Ipv4Address.parse("10.0.0.1")),
                new CdpTlv.Other(0x1a, Octets.ofHex("0102")))), """
                02 b4 %s
                0001 0006 4831
                0005 0009 31372e3132
                0006 0009 636973636f
                0007 0008 0a000001
                001a 0006 0102""");
    }

    /** Cisco adds an octet that is left over as the low one of a word, and as a negative number when its first bit is set. */
    @Test
    void theChecksumOfAnOddLengthIsCiscos() {
        assertThat(CdpChecksum.of(Octets.ofHex("0001 02").toBytes())).isEqualTo(0xffff - 0x0001 - 0x0002);
        assertThat(CdpChecksum.of(Octets.ofHex("0001 fe").toBytes())).isEqualTo(0xffff - 0x0001 - 0xfffd);
        assertThat(CdpChecksum.of(Octets.ofHex("0001 0200").toBytes())).isEqualTo(0xffff - 0x0001 - 0x0200);
    }

    @Test
    void whatIsWrongIsRefused() {
        assertRefused("01 b4 0000", "version 1 is not supported");
        assertRefused("02 b4 0000", "the checksum is wrong");
        assertRefusedWithChecksum("02 b4 %s 0001 0003", "a part has at least 4 bytes, not 3");
        assertRefusedWithChecksum("02 b4 %s 0001 0008 5331", "4 more bytes are wanted but 2 are left");
        assertRefusedWithChecksum("02 b4 %s 0002 000d 00000001 03 01 cc 0004", "an address is neither of IPv4 nor of IPv6");
        assertRefusedWithChecksum("02 b4 %s 0004 0009 0000000100", "1 bytes are left of a part");
        assertRefusedWithChecksum("02 b4 %s 0007 0009 c0a80b01 18", "host bits");
    }

    private static byte[] withChecksum(String hex) {
        byte[] zero = Octets.ofHex(hex.formatted("0000")).toBytes();
        return Octets.ofHex(hex.formatted("%04x".formatted(CdpChecksum.of(zero)))).toBytes();
    }

    private static void assertIsOnTheWire(CdpFrame frame, String hex) {
        byte[] expected = withChecksum(hex);

        assertThat(Octets.of(CODECS.encode(frame))).isEqualTo(Octets.of(expected));
        assertThat(frame.lengthBytes()).isEqualTo(expected.length);
        assertThat(CODECS.decode(CDP, expected)).isEqualTo(frame);
    }

    private static void assertRefusedWithChecksum(String hex, String message) {
        assertThatThrownBy(() -> CODECS.decode(CDP, withChecksum(hex)))
                .isInstanceOf(DecodeException.class).hasMessageContaining(message);
    }

    private static void assertRefused(String hex, String message) {
        assertThatThrownBy(() -> CODECS.decode(CDP, Octets.ofHex(hex).toBytes()))
                .isInstanceOf(DecodeException.class).hasMessageContaining(message);
    }
}
