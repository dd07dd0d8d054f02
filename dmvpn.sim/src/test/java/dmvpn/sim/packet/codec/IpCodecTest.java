package dmvpn.sim.packet.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.trace.FieldWriter;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IP and UDP bytes, and what is said about wrong ones. */
class IpCodecTest {

    private static final PacketCodecs CODECS = PacketCodecs.builder().build();
    private static final IpAddress SOURCE = IpAddress.parse("192.0.2.1");
    private static final IpAddress DESTINATION = IpAddress.parse("192.0.2.2");
    private static final IpAddress SOURCE_V6 = IpAddress.parse("2001:db8::1");
    private static final IpAddress DESTINATION_V6 = IpAddress.parse("2001:db8::2");
    /** A number for experiments (RFC 3692 section 2.1). */
    private static final int EXPERIMENT = 253;

    @Test
    void ipv4AndUdpHaveTheirChecksums() {
        assertThat(Octets.of(CODECS.encode(datagram("0102"))))
                .isEqualTo(Octets.ofHex("4500001e 00000000 ff11 37cb c0000201 c0000202 0007 0009 000a 7ac4 0102"));
    }

    @Test
    void udpSendsAChecksumOfZeroAsAllOnes() {
        byte[] bytes = CODECS.encode(datagram("7bc6"));

        assertThat(Arrays.copyOfRange(bytes, 26, 28)).containsExactly(0xff, 0xff);
        assertThat(CODECS.decodeIp(bytes)).isEqualTo(datagram("7bc6"));
    }

    @Test
    void aWrongUdpChecksumIsRefused() {
        byte[] bytes = CODECS.encode(datagram("0102"));
        bytes[29]++;

        assertRefused(bytes, "UDP at byte 28: wrong checksum");
    }

    @Test
    void udpWithoutChecksumIsTaken() {
        byte[] bytes = CODECS.encode(datagram("0102"));
        bytes[26] = 0;
        bytes[27] = 0;

        assertThat(CODECS.decodeIp(bytes)).isEqualTo(datagram("0102"));
    }

    @Test
    void aWrongHeaderChecksumIsRefused() {
        byte[] bytes = CODECS.encode(datagram("0102"));
        bytes[8]--;

        assertRefused(bytes, "IP at byte 20: wrong header checksum");
    }

    /** RFC 8200 section 7: a label would be lost on the way through the simulator. */
    @Test
    void aFlowLabelIsRefused() {
        byte[] bytes = CODECS.encode(IpPacket.originated(SOURCE_V6, DESTINATION_V6, EXPERIMENT, new OpaquePacket(Octets.ofHex("0102"))));
        bytes[3] = 1;

        assertRefused(bytes, "IP at byte 4: flow label 0x1 is not supported");
    }

    /** The content is nobody's protocol, so that every byte is the header's matter. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void changedHeadersComeBackByteForByteOrAreRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        OpaquePacket data = new OpaquePacket(Octets.ofHex("00112233445566778899aabbccddeeff"));
        IpFragment.OfBytes part = new IpFragment.OfBytes(Octets.ofHex("0011223344556677"), 8, true, true);

        for (int count = 0; count < 3_000; count++) {
            byte[] bytes = CODECS.encode(switch (count % 3) {
                case 0 -> IpPacket.originated(SOURCE, DESTINATION, EXPERIMENT, data);
                case 1 -> IpPacket.originated(SOURCE_V6, DESTINATION_V6, EXPERIMENT, data);
                default -> IpPacket.originated(SOURCE_V6, DESTINATION_V6, EXPERIMENT, part);
            });
            int place = random.nextInt(bytes.length);
            bytes[place] ^= (byte) (1 << random.nextInt(8));
            withChecksum(bytes);
            IpPacket read;
            try {
                read = CODECS.decodeIp(bytes);
            } catch (DecodeException refused) {
                continue;
            }
            assertThat(CODECS.encode(read)).as("seed %d, packet %d: %s", seed, count, read).isEqualTo(bytes);
        }
    }

    private static void withChecksum(byte[] bytes) {
        if (bytes[0] == 0x45) {
            bytes[10] = 0;
            bytes[11] = 0;
            int checksum = InternetChecksum.of(Arrays.copyOf(bytes, IpPacket.IPV4_HEADER_BYTES));
            bytes[10] = (byte) (checksum >>> 8);
            bytes[11] = (byte) checksum;
        }
    }

    @Test
    void noBytesAreNoPacket() {
        assertRefused(new byte[0], "IP at byte 0: 1 more bytes are wanted but 0 are left");
    }

    @Test
    void aVersionThatDoesNotExistIsRefused() {
        assertRefused(new byte[] {0x55}, "IP at byte 1: version 5 is neither 4 nor 6");
    }

    @Test
    void aTruncatedPacketIsRefused() {
        assertRefused(Arrays.copyOf(CODECS.encode(datagram("0102")), 25),
                "IP at byte 4: total length is 30 but there are 25 bytes");
    }

    /** RFC 791 section 3.1: MF and the offset in units of 8 bytes; the bytes are a part of those of the whole. */
    @Test
    void aFragmentIsAPartOfTheBytesOfTheWhole() {
        IpPacket whole = datagram("00112233445566778899aabbccddeeff");
        byte[] all = CODECS.encode(whole);
        byte[] middle = CODECS.encode(whole.withIdentification(0x1234)
                .withContent(new IpFragment.OfPacket(whole.content(), 8, 8, true, false)));

        assertThat(middle).hasSize(28);
        assertThat(Arrays.copyOfRange(middle, 4, 8)).containsExactly(0x12, 0x34, 0x20, 0x01);
        assertThat(Arrays.copyOfRange(middle, 20, 28)).containsExactly(Arrays.copyOfRange(all, 28, 36));
        assertThat(CODECS.decodeIp(middle).content()).isEqualTo(new IpFragment.OfBytes(
                Octets.of(Arrays.copyOfRange(all, 28, 36)), 8, true, false));
    }

    /** RFC 8200 section 4.5: a header of its own behind the IPv6 header, with a next header of 44 in front. */
    @Test
    void aFragmentOfIpv6HasAHeaderOfItsOwn() {
        IpPacket whole = IpPacket.originated(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), 99,
                new OpaquePacket(Octets.ofHex("00112233445566778899")));
        IpPacket last = whole.withIdentification(7)
                .withContent(new IpFragment.OfPacket(whole.content(), 8, 2, false, true));
        byte[] bytes = CODECS.encode(last);

        assertThat(bytes).hasSize(50).hasSize(last.lengthBytes());
        assertThat(bytes[6]).isEqualTo((byte) 44);
        assertThat(Arrays.copyOfRange(bytes, 40, 50)).containsExactly(99, 0, 0, 8, 0, 0, 0, 7, 0x88, 0x99);
        assertThat(CODECS.decodeIp(bytes).content()).isEqualTo(new IpFragment.OfBytes(Octets.ofHex("8899"), 8, false, true));
        assertThat(CODECS.decodeIp(bytes).protocolNumber()).isEqualTo(99);
    }

    @Test
    void optionsAreRefusedInWords() {
        byte[] options = CODECS.encode(datagram("0102"));
        options[0] = 0x46;

        assertRefused(options, "IP at byte 1: a header of 24 bytes: options are not supported");
    }

    @Test
    void packetsInsidePacketsAreFollowedOnlySoFar() {
        Packet packet = new OpaquePacket(Octets.EMPTY);
        for (int depth = 0; depth < 100; depth++) {
            packet = IpPacket.originated(SOURCE, DESTINATION, 4, packet);
        }
        byte[] bytes = CODECS.encode(packet);

        assertRefused(bytes, "IP at byte 640: packets are nested more than 32 times");
    }

    @Test
    void aPacketWithoutCodecIsAnErrorOfTheProgram() {
        assertThatThrownBy(() -> CODECS.encode(IpPacket.originated(SOURCE, DESTINATION, 99, new Stranger())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No codec is registered for")
                .hasMessageContaining("Stranger");
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> CODECS.decodeIp(bytes)).isInstanceOf(DecodeException.class).hasMessage(message);
    }

    private static IpPacket datagram(String hex) {
        return IpPacket.originated(SOURCE, DESTINATION, IpPacket.UDP,
                new UdpDatagram(7, 9, new OpaquePacket(Octets.ofHex(hex))));
    }

    private record Stranger() implements Packet {

        @Override
        public String protocol() {
            return "Stranger";
        }

        @Override
        public String summary() {
            return "Stranger";
        }

        @Override
        public int lengthBytes() {
            return 0;
        }

        @Override
        public void describe(FieldWriter fields) {
            // It has no fields.
        }
    }
}
