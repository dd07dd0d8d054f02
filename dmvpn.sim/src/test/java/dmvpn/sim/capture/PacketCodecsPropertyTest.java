package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Properties that hold for the bytes of every packet. The seed of a failure is the test's parameter. A sample in every build,
 * 10 million changed packets with {@code -Ddmvpn.tests.long=true}.
 */
class PacketCodecsPropertyTest {

    private static final int PACKETS_PER_SEED = 200;
    private static final int MUTANTS_PER_PACKET = 20;
    private static final int NO_CHECKSUM = -1;

    private final SecurityAssociations associations = new SecurityAssociations();
    private final PacketCodecs codecs = ProtocolCodecs.of(new SeededKeys(42), associations, associations, associations, associations);

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("dmvpn.tests.long") ? 420 : 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPacketComesBackTheSameFromItsBytes(long seed) {
        RandomPackets packets = new RandomPackets(new SplittableRandom(seed));

        for (int count = 0; count < PACKETS_PER_SEED; count++) {
            IpPacket packet = packets.onTheWire();
            associations.observe(packet);

            assertThat(codecs.decodeIp(codecs.encode(packet))).as("seed %d, packet %d", seed, count).isEqualTo(packet);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Shows("RFC2332/5.1-size")
    void theLengthOfARecordIsThatOfItsBytes(long seed) {
        RandomPackets packets = new RandomPackets(new SplittableRandom(seed));

        for (int count = 0; count < PACKETS_PER_SEED; count++) {
            Packet packet = packets.onTheWire();

            assertThat(codecs.encode(packet)).as("seed %d, packet %d", seed, count).hasSize(packet.lengthBytes());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(60)
    void changedBytesOfAWholePacketAreReadOrRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        RandomPackets packets = new RandomPackets(random);

        for (int count = 0; count < PACKETS_PER_SEED; count++) {
            IpPacket packet = packets.onTheWire();
            associations.observe(packet);
            checkMutants(new PayloadKind.IpProtocol(4), codecs.encode(packet), NO_CHECKSUM, random, seed);
        }
    }

    /** Checksums made good again, so that changes reach what is behind them. */
    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(60)
    void changedBytesBehindAChecksumAreReadOrRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        RandomPackets packets = new RandomPackets(random);
        RandomIkePackets ike = new RandomIkePackets(random);
        RandomIsakmpPackets isakmp = new RandomIsakmpPackets(random);
        RandomOspfPackets ospf = new RandomOspfPackets(random);
        RandomOspfV3Packets ospfV3 = new RandomOspfV3Packets(random);

        for (int count = 0; count < PACKETS_PER_SEED; count++) {
            checkMutants(new PayloadKind.GreProtocol(0x2001), codecs.encode(packets.nhrp()), 12, random, seed);
            checkMutants(new PayloadKind.IpProtocol(88), codecs.encode(packets.eigrp()), 2, random, seed);
            checkMutants(new PayloadKind.IpProtocol(89), codecs.encode(ospf.withoutAuthentication()), 12, random, seed);
            checkMutants(new PayloadKind.IpProtocol(89), codecs.encode(ospfV3.packet()), NO_CHECKSUM, random, seed);
            checkMutants(new PayloadKind.IpProtocol(1), codecs.encode(packets.icmp()), 2, random, seed);
            checkMutants(new PayloadKind.IpProtocol(58), codecs.encode(packets.icmpv6()), NO_CHECKSUM, random, seed);
            checkMutants(new PayloadKind.TcpPort(179), codecs.encode(packets.bgp()), NO_CHECKSUM, random, seed);
            checkMutants(new PayloadKind.GreProtocol(0x2000), codecs.encode(packets.cdp()), 2, random, seed);
            checkMutants(new PayloadKind.UdpPort(3784), codecs.encode(packets.bfd()), NO_CHECKSUM, random, seed);
            checkMutants(new PayloadKind.UdpPort(520), codecs.encode(packets.rip()), NO_CHECKSUM, random, seed);
            checkMutants(new PayloadKind.UdpPort(500), codecs.encode(ike.inClear()), NO_CHECKSUM, random, seed);
            checkMutants(new PayloadKind.UdpPort(500), codecs.encode(isakmp.inClear()), NO_CHECKSUM, random, seed);
        }
    }

    /** A mutant that can be read must make sense: it has bytes of its own again, as many as it says. */
    private void checkMutants(PayloadKind kind, byte[] bytes, int checksumOffset, RandomGenerator random, long seed) {
        for (int count = 0; count < MUTANTS_PER_PACKET; count++) {
            byte[] mutant = mutate(bytes, random);
            if (checksumOffset != NO_CHECKSUM && mutant.length >= checksumOffset + 2) {
                mutant[checksumOffset] = 0;
                mutant[checksumOffset + 1] = 0;
                int checksum = InternetChecksum.of(mutant);
                mutant[checksumOffset] = (byte) (checksum >>> 8);
                mutant[checksumOffset + 1] = (byte) checksum;
            }
            try {
                Packet read = codecs.decode(kind, mutant);
                assertThat(codecs.encode(read)).as("seed %d: %s", seed, read).hasSize(read.lengthBytes());
            } catch (DecodeException refused) {
                assertThat(refused.offset()).as("seed %d: %s", seed, refused).isBetween(0, mutant.length);
            }
        }
    }

    private static byte[] mutate(byte[] bytes, RandomGenerator random) {
        byte[] mutant = switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 20));
            default -> bytes.clone();
        };
        for (int change = random.nextInt(4); change > 0 && mutant.length > 0; change--) {
            int place = random.nextInt(mutant.length);
            mutant[place] = (byte) (random.nextBoolean() ? random.nextInt() : mutant[place] ^ 1 << random.nextInt(8));
        }
        return mutant;
    }
}
