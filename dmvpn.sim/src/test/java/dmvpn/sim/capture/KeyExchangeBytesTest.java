package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.IkeCodec;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkeKeys;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.IkeSuite;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.message.KeyExchangePacket;
import dmvpn.sim.ike.v1.message.IsakmpCodec;
import dmvpn.sim.ike.v1.message.IsakmpKeys;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ike.v1.message.IsakmpProtection;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes of a key exchange, read and written again, are the same bytes, or they are refused: of this run, of another one and of
 * nobody. The seed of a failure is the test's parameter.
 */
class KeyExchangeBytesTest {

    private static final PayloadKind IKE = new PayloadKind.UdpPort(500);
    private static final SeededKeys THIS_RUN = new SeededKeys(42);
    private static final SeededKeys ANOTHER_RUN = new SeededKeys(43);
    private static final int PACKETS_PER_SEED = 200;
    private static final int MUTANTS_PER_PACKET = 20;
    private static final IkeSuite GCM =
            new IkeSuite(EncryptionAlgorithm.AES_GCM_256, Optional.empty(), HashAlgorithm.SHA256, 19);

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("dmvpn.tests.long") ? 420 : 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatThisRunWroteComesBackByteForByte(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        RandomIkePackets ike = new RandomIkePackets(random);
        RandomIsakmpPackets isakmp = new RandomIsakmpPackets(random);

        for (int count = 0; count < PACKETS_PER_SEED; count++) {
            for (KeyExchangePacket packet : List.of(ike.packet(), isakmp.packet())) {
                byte[] bytes = codecs(THIS_RUN, packet).encode(packet);
                PacketCodecs reader = codecs(THIS_RUN, packet);

                assertThat(reader.encode(reader.decode(IKE, bytes))).as("seed %d: %s", seed, packet).isEqualTo(bytes);
            }
        }
    }

    /** Public values, proofs, signatures and certificates of another run are not those of this one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatAnotherRunWroteInClearComesBackByteForByte(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        RandomIkePackets ike = new RandomIkePackets(random);
        RandomIsakmpPackets isakmp = new RandomIsakmpPackets(random);

        for (int count = 0; count < PACKETS_PER_SEED; count++) {
            for (KeyExchangePacket packet : List.of(ike.inClear(), isakmp.inClear())) {
                byte[] bytes = codecs(ANOTHER_RUN, packet).encode(packet);
                PacketCodecs reader = codecs(THIS_RUN, packet);

                assertThat(reader.encode(reader.decode(IKE, bytes))).as("seed %d: %s", seed, packet).isEqualTo(bytes);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Shows({"RFC7296/3.2-reserved", "RFC2408/3.2-reserved"})
    void changedBytesComeBackByteForByteOrAreRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        RandomIkePackets ike = new RandomIkePackets(random);
        RandomIsakmpPackets isakmp = new RandomIsakmpPackets(random);

        for (int count = 0; count < PACKETS_PER_SEED; count++) {
            for (KeyExchangePacket packet : List.of(ike.inClear(), isakmp.packet())) {
                byte[] bytes = codecs(THIS_RUN, packet).encode(packet);
                for (int mutant = 0; mutant < MUTANTS_PER_PACKET; mutant++) {
                    requireSameOrRefused(packet, mutate(bytes, random), seed);
                }
            }
        }
    }

    private static void requireSameOrRefused(KeyExchangePacket original, byte[] bytes, long seed) {
        PacketCodecs reader = codecs(THIS_RUN, original);
        Packet read;
        try {
            read = reader.decode(IKE, bytes);
        } catch (DecodeException refused) {
            return;
        }
        assertThat(reader.encode(read)).as("seed %d: %s", seed, read).isEqualTo(bytes);
    }

    private static byte[] mutate(byte[] bytes, RandomGenerator random) {
        byte[] mutant = bytes.clone();
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            int place = random.nextInt(mutant.length);
            mutant[place] = (byte) (random.nextBoolean() ? random.nextInt() : mutant[place] ^ 1 << random.nextInt(8));
        }
        return mutant;
    }

    @Test
    void aChangedPublicValueIsSeenAndKept() {
        IkePacket request = IkePacket.initRequest(1, List.of(new IkePayload.KeyExchange(19)));
        PacketCodecs codecs = codecs(THIS_RUN, request);
        byte[] bytes = codecs.encode(request);

        assertThat(codecs.decode(IKE, bytes)).isEqualTo(request);
        bytes[bytes.length - 1]++;
        IkePacket changed = (IkePacket) codecs.decode(IKE, bytes);

        assertThat(changed.payload(IkePayload.KeyExchange.class).orElseThrow().received()).isPresent();
        assertThat(codecs.encode(changed)).isEqualTo(bytes);
    }

    /** The wire does not tell the name of a secret, so its proof is kept. */
    @Test
    void aProofByANamedSecretIsKept() {
        IkePacket request = new IkePacket(0x11, 0x22, IkeExchange.IKE_AUTH, true, false, 1, Optional.of(GCM),
                List.of(IkePayload.Authentication.bySharedKey("wan-psk", GCM.pseudoRandomFunction())));
        PacketCodecs codecs = codecs(THIS_RUN, request);
        byte[] bytes = codecs.encode(request);

        assertThat(codecs.encode(codecs.decode(IKE, bytes))).isEqualTo(bytes);
    }

    @Test
    void aPhaseOneIdentityKeepsItsPort() {
        IsakmpPacket packet = new RandomIsakmpPackets(new SplittableRandom(1)).inClear();
        IsakmpPacket identified = new IsakmpPacket(packet.initiatorCookie(), packet.responderCookie(), packet.exchange(),
                packet.messageId(), Optional.empty(), List.of(new IsakmpPayload.Identification(
                        new Identity.HostName("hub"), 17, 500)));
        PacketCodecs codecs = codecs(THIS_RUN, identified);

        assertThat(codecs.decode(IKE, codecs.encode(identified))).isEqualTo(identified);
    }

    /** RFC 7296 section 3.1 lets a receiver ignore the flag of a higher version; nothing here could write it again. */
    @Test
    @Shows("RFC7296/3.1-reserved")
    void aReservedFlagIsRefused() {
        IkePacket request = IkePacket.initRequest(1, List.of());
        byte[] bytes = codecs(THIS_RUN, request).encode(request);
        bytes[19] |= 0x10;

        assertThatThrownBy(() -> codecs(THIS_RUN, request).decode(IKE, bytes))
                .isInstanceOf(DecodeException.class).hasMessageContaining("reserved bits are set");
    }

    /** Each message with a codec of its own: no other message of its exchange went by. */
    private static PacketCodecs codecs(SeededKeys keys, KeyExchangePacket packet) {
        return switch (packet) {
            case IkePacket ike -> PacketCodecs.builder().register(IkePacket.class, "IKEv2",
                    new IkeCodec(new IkeKeys(keys), (initiator, responder) -> ike.protection()), IKE).build();
            case IsakmpPacket isakmp -> PacketCodecs.builder().register(IsakmpPacket.class, "IKEv1",
                    new IsakmpCodec(new IsakmpKeys(keys), (initiator, responder) ->
                            isakmp.protection().map(IsakmpProtection::suite)), IKE).build();
            default -> throw new IllegalArgumentException("no version of IKE is " + packet);
        };
    }
}
