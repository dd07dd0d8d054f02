package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ipsec.AhPacket;
import dmvpn.sim.keys.SealingKeys;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The check value of Authentication Headers (RFC 4302 section 3.3.3). */
class AuthenticationHeaderCodecTest {

    private static final long SPI = 0x1234;
    private static final int CHECK_VALUE_OFFSET = 12;
    private static final SeededKeys KEYS = new SeededKeys(7);

    private final SecurityAssociations associations = new SecurityAssociations();
    private final PacketCodecs codecs = ProtocolCodecs.of(KEYS, associations, associations, associations, associations);

    private byte[] encode(IpPacket packet) {
        associations.observe(packet);
        return codecs.encode(packet);
    }

    private static IpPacket packet(String source, String destination, HashAlgorithm hash) {
        IpAddress from = IpAddress.parse(source);
        IpAddress to = IpAddress.parse(destination);
        AhPacket header = new AhPacket(SPI, 9, hash, from, to, 253, new OpaquePacket(Octets.ofHex("c0ffee00112233445566778899")));
        return new IpPacket(from, to, IpPacket.AH, 200, 0xb8, from.bitLength() == 32, from.bitLength() == 32 ? 0x4711 : 0, header);
    }

    private static byte[] hmac(HashAlgorithm hash, byte[] bytes) throws Exception {
        Mac mac = Mac.getInstance("Hmac" + hash);
        mac.init(new SecretKeySpec(KEYS.derive(SealingKeys.integrityKeyBytes(hash), "AH integrity", SPI), "Hmac" + hash));
        return Arrays.copyOf(mac.doFinal(bytes), hash.truncatedBytes());
    }

    /** Version, length, identification, protocol and addresses count; class, flags, time to live and checksum do not. */
    @ParameterizedTest
    @EnumSource(HashAlgorithm.class)
    @Shows({"RFC4302/2.6-value", "RFC4302/3.3.3.1-zero"})
    void theValueCoversTheIpv4PacketWithoutWhatChangesOnTheWay(HashAlgorithm hash) throws Exception {
        byte[] bytes = encode(packet("198.51.100.11", "203.0.113.1", hash));
        byte[] value = Arrays.copyOfRange(bytes, 20 + CHECK_VALUE_OFFSET, 20 + CHECK_VALUE_OFFSET + hash.truncatedBytes());
        byte[] covered = bytes.clone();
        for (int mutable : new int[] {1, 6, 7, 8, 10, 11}) {
            covered[mutable] = 0;
        }
        Arrays.fill(covered, 20 + CHECK_VALUE_OFFSET, 20 + CHECK_VALUE_OFFSET + hash.truncatedBytes(), (byte) 0);

        assertThat(value).isEqualTo(hmac(hash, covered));
    }

    /** Of IPv6 the traffic class, the flow label and the hop limit do not count. */
    @ParameterizedTest
    @EnumSource(HashAlgorithm.class)
    @Shows({"RFC4302/2.6-value", "RFC4302/3.3.3.1-zero"})
    void theValueCoversTheIpv6PacketWithoutWhatChangesOnTheWay(HashAlgorithm hash) throws Exception {
        byte[] bytes = encode(packet("2001:db8::11", "2001:db8::1", hash));
        byte[] value = Arrays.copyOfRange(bytes, 40 + CHECK_VALUE_OFFSET, 40 + CHECK_VALUE_OFFSET + hash.truncatedBytes());
        byte[] covered = bytes.clone();
        covered[0] = 0x60;
        for (int mutable : new int[] {1, 2, 3, 7}) {
            covered[mutable] = 0;
        }
        Arrays.fill(covered, 40 + CHECK_VALUE_OFFSET, 40 + CHECK_VALUE_OFFSET + hash.truncatedBytes(), (byte) 0);

        assertThat(value).isEqualTo(hmac(hash, covered));
    }

    static Stream<Arguments> ends() {
        return Stream.of(Arguments.of("198.51.100.11", "203.0.113.1", 20), Arguments.of("2001:db8::11", "2001:db8::1", 40));
    }

    /** A router on the way lowers the time to live and clears the class: the header stays what it was. */
    @ParameterizedTest
    @MethodSource("ends")
    @Shows("RFC4302/3.3.3.1-zero")
    void aHopChangesNothing(String source, String destination, int headerBytes) {
        IpPacket packet = packet(source, destination, HashAlgorithm.SHA256);
        byte[] before = encode(packet);
        IpPacket hopLater = new IpPacket(packet.source(), packet.destination(), IpPacket.AH, packet.timeToLive() - 1, 0,
                packet.dontFragment(), packet.identification(), packet.content());
        byte[] after = encode(hopLater);

        assertThat(Arrays.copyOfRange(after, headerBytes, after.length))
                .isEqualTo(Arrays.copyOfRange(before, headerBytes, before.length));
        assertThat(codecs.decodeIp(after)).isEqualTo(hopLater);
    }

    /** What is changed behind the header, or a translated address in front of it, is found. */
    @Test
    @Shows("RFC4302/3.4.4-discard")
    void aChangedPacketFailsTheCheck() {
        IpPacket packet = packet("198.51.100.11", "203.0.113.1", HashAlgorithm.SHA1);
        byte[] changed = encode(packet);
        changed[changed.length - 1] ^= 1;
        byte[] translated = encode(packet.withSource(IpAddress.parse("192.0.2.50")));

        assertThatThrownBy(() -> codecs.decodeIp(changed)).isInstanceOf(DecodeException.class)
                .hasMessageContaining("the integrity check fails");
        assertThatThrownBy(() -> codecs.decodeIp(translated)).isInstanceOf(DecodeException.class)
                .hasMessageContaining("the integrity check fails");
    }
}
