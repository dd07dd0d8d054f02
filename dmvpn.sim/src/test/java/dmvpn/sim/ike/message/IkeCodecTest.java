package dmvpn.sim.ike.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.DecodeException;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** IKEv2 bytes (RFC 7296 section 3). */
class IkeCodecTest {

    private static final PayloadKind IKE = new PayloadKind.UdpPort(500);
    private static final IkeSuite GCM =
            new IkeSuite(EncryptionAlgorithm.AES_GCM_256, Optional.empty(), HashAlgorithm.SHA256, 19);
    private static final IkeSuite CBC =
            new IkeSuite(EncryptionAlgorithm.AES_CBC_256, Optional.of(HashAlgorithm.SHA256), HashAlgorithm.SHA256, 14);

    @Test
    void aSignOfLifeIsAnEncryptedMessageWithoutPayloads() {
        // Header 28, generic header 4, IV 8, pad length 1, tag 16 (RFC 5282 section 3).
        assertThat(codecs(GCM).encode(informational(GCM, List.of()))).hasSize(57);
        // Header 28, generic header 4, IV 16, one block of 16 with padding, HMAC 16 (RFC 7296 section 3.14).
        assertThat(codecs(CBC).encode(informational(CBC, List.of()))).hasSize(80);
    }

    @Test
    @Shows({"RFC7296/3.1-header", "RFC7296/3.3-structure"})
    void theSaPayloadListsEachTransform() {
        IkePacket packet = IkePacket.initRequest(1, List.of(
                new IkePayload.SecurityAssociation(List.of(new Proposal.ForIke(1, OptionalLong.empty(), CBC)))));

        assertThat(Octets.of(codecs(CBC).encode(packet))).isEqualTo(Octets.ofHex("""
                0000000000000001 0000000000000000 21 20 22 08 00000000 0000004c
                00 00 0030
                00 00 002c 01 01 00 04
                03 00 000c 01 00 000c 800e 0100
                03 00 0008 03 00 000c
                03 00 0008 02 00 0005
                00 00 0008 04 00 000e"""));
    }

    /** The usual form of one end that can do several: in its order it comes back, and as suites it is read. */
    @Test
    @Shows("RFC7296/3.3-alternatives")
    void aProposalWithAlternativesComesBackFromItsBytes() {
        byte[] bytes = Octets.ofHex("""
                0000000000000001 0000000000000000 21 20 22 08 00000000 00000058
                00 00 003c
                00 00 0038 01 01 00 05
                03 00 000c 01 00 0014 800e 0080
                03 00 000c 01 00 0014 800e 0100
                03 00 0008 02 00 0005
                03 00 0008 04 00 0013
                00 00 0008 04 00 001f""").toBytes();

        IkePacket read = (IkePacket) codecs(GCM).decode(IKE, bytes);
        Proposal proposal = read.payload(IkePayload.SecurityAssociation.class).orElseThrow().proposals().getFirst();

        assertThat(codecs(GCM).encode(read)).isEqualTo(bytes);
        assertThat(proposal.choices().map(choice -> ((Proposal.ForIke) choice).suite())).hasSize(4).contains(GCM);
    }

    @Test
    @Shows("RFC7296/2.1-same")
    void theSameMessageHasTheSameBytesWhenItIsSentAgain() {
        IkePacket packet = informational(CBC, List.of(IkePayload.Delete.IKE_SA));

        assertThat(codecs(CBC).encode(packet)).isEqualTo(codecs(CBC).encode(packet));
    }

    @Test
    @Shows("RFC7296/2.15-proof")
    void anotherSecretGivesAnotherProofOfTheSameLength() {
        byte[] right = codecs(GCM).encode(authentication("wan-psk"));
        byte[] wrong = codecs(GCM).encode(authentication("old-psk"));

        assertThat(wrong).hasSameSizeAs(right).isNotEqualTo(right);
    }

    @Test
    void theSecretIsNotOnTheWire() {
        IkePacket read = (IkePacket) codecs(GCM).decode(IKE, codecs(GCM).encode(authentication("wan-psk")));

        assertThat(read.payload(IkePayload.Authentication.class).orElseThrow().secretName()).isEmpty();
    }

    @Test
    @Shows("RFC7296/3.14-integrity")
    void aChangedByteFailsTheIntegrityCheck() {
        for (IkeSuite suite : List.of(GCM, CBC)) {
            byte[] bytes = codecs(suite).encode(informational(suite, List.of(IkePayload.Delete.IKE_SA)));
            bytes[bytes.length - 20]++;

            assertThatThrownBy(() -> codecs(suite).decode(IKE, bytes))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("the integrity check fails");
        }
    }

    /** RFC 7296 section 3.14 leaves both to the sender; nothing here could write them again. */
    @Test
    @Shows("RFC7296/3.14-padding")
    void anotherInitializationVectorAndMorePaddingAreRefused() {
        byte[] vector = Arrays.copyOfRange(codecs(CBC).encode(informational(CBC, List.of())), 32, 48);
        byte[] another = vector.clone();
        another[0]++;
        byte[] block = new byte[16];
        block[15] = 15;

        assertThat(codecs(CBC).decode(IKE, sealed(vector, block))).isEqualTo(informational(CBC, List.of()));
        assertThatThrownBy(() -> codecs(CBC).decode(IKE, sealed(another, block)))
                .isInstanceOf(DecodeException.class).hasMessageContaining("not that of this run");
        byte[] blocks = new byte[32];
        blocks[31] = 31;
        assertThatThrownBy(() -> codecs(CBC).decode(IKE, sealed(vector, blocks)))
                .isInstanceOf(DecodeException.class).hasMessageContaining("longer than it has to be");
    }

    /** A message without payloads that somebody with the keys made. */
    private static byte[] sealed(byte[] vector, byte[] clear) {
        int length = 28 + 4 + vector.length + clear.length + 16;
        byte[] header = codecs(CBC).encode(informational(CBC, List.of()));
        byte[] covered = new ByteWriter().bytes(Arrays.copyOf(header, 24)).u32(length).u8(0).u8(0).u16(length - 28).toBytes();
        return new ByteWriter().bytes(covered).bytes(vector).bytes(new IkeKeys(new SeededKeys(1)).of(0x11, 0x22, CBC, true)
                .seal(covered, vector, clear)).toBytes();
    }

    @Test
    void anEncryptedMessageOfAnUnknownIkeSaIsRefusedWithItsSpis() {
        PacketCodecs knowsNothing = PacketCodecs.builder().register(IkePacket.class, "IKEv2",
                new IkeCodec(new IkeKeys(new SeededKeys(1)), (initiator, responder) -> Optional.empty()), IKE).build();

        assertThatThrownBy(() -> knowsNothing.decode(IKE, codecs(GCM).encode(informational(GCM, List.of()))))
                .isInstanceOf(DecodeException.class)
                .hasMessage("IKEv2 at byte 28: no IKE SA is known for SPIs 0x11 and 0x22");
    }

    /** RFC 7296 section 2.23: SHA-1 of SPIs, address and port. */
    @Test
    void natDetectionHashesDifferByAddressAndPort() {
        Octets here = NatDetection.hash(1, 2, IpAddress.parse("198.51.100.11"), 500);

        assertThat(here.length()).isEqualTo(20);
        assertThat(here).isNotEqualTo(NatDetection.hash(1, 2, IpAddress.parse("198.51.100.12"), 500));
        assertThat(here).isNotEqualTo(NatDetection.hash(1, 2, IpAddress.parse("198.51.100.11"), 4500));
        assertThat(here).isEqualTo(NatDetection.hash(1, 2, IpAddress.parse("198.51.100.11"), 500));
    }

    /** RFC 7296 section 2.8.1: compared byte by byte, unsigned. */
    @Test
    @Shows("RFC7296/2.8.1-nonce")
    void theLowestNonceIsTheOneWithTheLowestBytes() {
        IkePayload.Nonce low = new IkePayload.Nonce(Octets.ofHex("7f".repeat(32)));
        IkePayload.Nonce high = new IkePayload.Nonce(Octets.ofHex("80".repeat(16)));

        assertThat(low).isLessThan(high);
    }

    private static IkePacket informational(IkeSuite suite, List<IkePayload> payloads) {
        return new IkePacket(0x11, 0x22, IkeExchange.INFORMATIONAL, true, false, 5, Optional.of(suite), payloads);
    }

    private static IkePacket authentication(String secret) {
        return new IkePacket(0x11, 0x22, IkeExchange.IKE_AUTH, true, false, 1, Optional.of(GCM),
                List.of(IkePayload.Authentication.bySharedKey(secret, GCM.pseudoRandomFunction())));
    }

    private static PacketCodecs codecs(IkeSuite suite) {
        return PacketCodecs.builder().register(IkePacket.class, "IKEv2",
                new IkeCodec(new IkeKeys(new SeededKeys(1)), (initiator, responder) -> Optional.of(suite)), IKE).build();
    }
}
