package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.Secret;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.network.origin.Origin;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.AuthenticationMethod;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.v1.message.IsakmpExchange;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ipsec.CryptoLab;
import dmvpn.sim.ipsec.LabRouter;
import dmvpn.sim.ipsec.Profiles;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.testing.ReferenceNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wireshark follows a whole life of two peers, message by message, with the keys beside the capture. */
class WiresharkReadsKeyExchangesTest {

    private static final String CAPTURE = "spoke.pcapng";

    @TempDir
    Path directory;

    private Tshark tshark;

    @BeforeEach
    void needsTshark() {
        tshark = new Tshark(directory);
    }

    static Stream<Arguments> ciphers() {
        return Stream.of(
                Arguments.of(EncryptionAlgorithm.AES_CBC_256, Optional.of(HashAlgorithm.SHA256), EncapsulationMode.TRANSPORT),
                Arguments.of(EncryptionAlgorithm.AES_CBC_128, Optional.of(HashAlgorithm.SHA1), EncapsulationMode.TUNNEL),
                Arguments.of(EncryptionAlgorithm.TRIPLE_DES, Optional.of(HashAlgorithm.MD5), EncapsulationMode.TRANSPORT),
                Arguments.of(EncryptionAlgorithm.AES_GCM_256, Optional.empty(), EncapsulationMode.TRANSPORT));
    }

    /** Start, data, liveness, rekeys of both levels with PFS, and the delete. */
    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("ciphers")
    void everyMessageOfAWholeLifeIsDecrypted(EncryptionAlgorithm encryption, Optional<HashAlgorithm> integrity,
            EncapsulationMode mode) throws Exception {
        CryptoLab lab = new CryptoLab();
        IpsecProfile profile = profile(encryption, integrity, mode);
        LabRouter spoke = lab.router("198.51.100.11", profile);
        LabRouter hub = lab.router("203.0.113.1", profile);
        try (CaptureSink sink = new CaptureSink(directory, node -> "spoke", 1)) {
            lab.tap((node, name, time, direction, packet) -> sink.packet(0, name, time, direction, packet));
            spoke.open(hub);
            for (int second = 1; second < 400; second += 20) {
                lab.runUntilMillis(second * 1_000L);
                spoke.sendGre(hub);
                hub.sendGre(spoke);
            }
            lab.runUntilMillis(700_000);
            spoke.close(hub);
            lab.runUntilMillis(701_000);
        }

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        long protectedPackets = lab.wire().stream().filter(packet -> packet.protocolNumber() == IpPacket.ESP).count();
        assertThat(tshark.read(CAPTURE, "-Y", "esp.icv_good == 1 and gre.key == 1 and udp.port == 7"))
                .hasSize((int) protectedPackets);
        assertExchangesSeen(lab.ikeMessages());
    }

    /** Certificates are real DER: Wireshark finds the names in them, and nothing to complain about. */
    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void certificatesAreReadToTheirLastField(SignatureAlgorithm algorithm) throws Exception {
        CryptoLab lab = new CryptoLab();
        LabRouter spoke = lab.router("198.51.100.11", Profiles.withCertificates("DMVPN-CA", algorithm));
        LabRouter hub = lab.router("203.0.113.1", Profiles.withCertificates("DMVPN-CA", algorithm));
        try (CaptureSink sink = new CaptureSink(directory, node -> "spoke", 1)) {
            lab.tap((node, name, time, direction, packet) -> sink.packet(0, name, time, direction, packet));
            spoke.open(hub);
            lab.runUntilMillis(1_000);
        }

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.cert.encoding == 4 and x509sat.uTF8String == \"DMVPN-CA\""
                + " and x509ce.KeyUsage.digitalSignature == 1")).hasSize(2);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.auth.method == " + AuthenticationMethod.of(algorithm).code()))
                .hasSize(2);
    }

    static Stream<Arguments> isakmpSuites() {
        return Stream.of(
                Arguments.of(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256, false),
                Arguments.of(EncryptionAlgorithm.AES_CBC_128, HashAlgorithm.SHA1, true),
                Arguments.of(EncryptionAlgorithm.AES_CBC_192, HashAlgorithm.SHA512, false),
                Arguments.of(EncryptionAlgorithm.TRIPLE_DES, HashAlgorithm.MD5, true),
                Arguments.of(EncryptionAlgorithm.DES, HashAlgorithm.SHA384, false));
    }

    /**
     * A whole life with IKEv1: phase 1, quick modes with PFS and their renewals, dead peer detection and deletions. The vectors of
     * the encryption are chained over messages (RFC 2409 appendix B).
     */
    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("isakmpSuites")
    @Shows({"RFC2409/5-vectors", "RFC2408/3.1-encrypted"})
    void everyMessageOfIkev1IsDecrypted(EncryptionAlgorithm encryption, HashAlgorithm hash, boolean aggressive) throws Exception {
        CryptoLab lab = new CryptoLab();
        IkeProposal ike = new IkeProposal(IkeVersion.IKEV1, encryption, Optional.of(hash), hash, 14, Duration.ofSeconds(500),
                Origin.NONE);
        IpsecProfile usual = profile(EncryptionAlgorithm.AES_CBC_128, Optional.of(HashAlgorithm.SHA1), EncapsulationMode.TRANSPORT);
        IpsecProfile profile = new IpsecProfile(usual.name(), List.of(ike), usual.authentication(), usual.transforms(),
                usual.lifetime(), usual.perfectForwardSecrecyGroup(), usual.deadPeerDetection(), usual.frontDoorVrf(),
                usual.options(), usual.origin());
        LabRouter spoke = lab.router("198.51.100.11", aggressive ? Profiles.aggressive(profile) : profile);
        LabRouter hub = lab.router("203.0.113.1", profile);
        try (CaptureSink sink = new CaptureSink(directory, node -> "spoke", 1)) {
            lab.tap((node, name, time, direction, packet) -> sink.packet(0, name, time, direction, packet));
            spoke.open(hub);
            for (int second = 1; second < 400; second += 20) {
                lab.runUntilMillis(second * 1_000L);
                spoke.sendGre(hub);
                hub.sendGre(spoke);
            }
            lab.runUntilMillis(700_000);
            spoke.close(hub);
            lab.runUntilMillis(701_000);
        }

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        List<IsakmpPacket> quick = lab.isakmpMessages().stream()
                .filter(message -> message.exchange() == IsakmpExchange.QUICK_MODE).toList();
        assertThat(quick).hasSizeGreaterThanOrEqualTo(12);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.exchangetype == 32 and isakmp.hash")).hasSize(quick.size());
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.exchangetype == 32 and isakmp.nonce and isakmp.key_exchange.data"
                + " and isakmp.ipsec.attr.encap_mode == 2 and isakmp.id.data.ipv4_addr == 203.0.113.1")).hasSize(quick.size() * 2 / 3);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.notify.msgtype == 36136")).as("R-U-THERE").isNotEmpty();
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.exchangetype == 5 and isakmp.delete.protoid")).isNotEmpty();
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.exchangetype == 5 and not isakmp.hash")).isEmpty();
    }

    /** The original addresses and modes of NAT traversal, and the identity that is not the address outside. */
    @Test
    @Shows({"RFC3947/5.1-modes", "RFC3947/5.2-original"})
    void natTraversalOfIkev1IsDecrypted() throws Exception {
        CompiledNetwork network = new ReferenceNetwork().ike(IkeVersion.IKEV1).duration(40).seed(1)
                .behindPat("S1", "172.20.1.2/24", "192.0.2.50").build();
        List<String> names = RunningNetwork.nodeNames(network);
        try (CaptureSink sink = new CaptureSink(directory, names::get, 1)) {
            Simulation.create(network, SimulationOptions.DEFAULT.withScenario("scenario").withTaps(List.of(sink))).run();
        }

        for (String capture : List.of("H1.pcapng", "S1.pcapng")) {
            assertThat(tshark.complaints(capture)).isEmpty();
            assertThat(tshark.read(capture, "-Y", "udpencap and isakmp.exchangetype == 32 and isakmp.ipsec.attr.encap_mode == 4"
                    + " and isakmp.typepayload == 21")).as(capture).hasSize(2);
            assertThat(tshark.read(capture, "-Y", "isakmp.exchangetype == 2 and isakmp.id.data.ipv4_addr == 172.20.1.2"))
                    .as(capture).hasSize(1);
        }
    }

    /** Clear parts and encrypted ones of phase 1 are read to the last field, and nothing is malformed. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Shows({"RFC2408/3.1-header", "RFC2408/3.1-encrypted", "RFC2408/3.4-proposals", "RFC2408/3.16-vendor",
            "RFC3706/5.1-vendor"})
    void phaseOneIsReadToItsLastField(boolean aggressive) throws Exception {
        CryptoLab lab = new CryptoLab();
        IpsecProfile profile = Profiles.version1(Profiles.withCertificates("DMVPN-CA", SignatureAlgorithm.RSA));
        LabRouter spoke = lab.router("198.51.100.11", aggressive ? Profiles.aggressive(profile) : profile);
        LabRouter hub = lab.router("203.0.113.1", profile);
        try (CaptureSink sink = new CaptureSink(directory, node -> "spoke", 1)) {
            lab.tap((node, name, time, direction, packet) -> sink.packet(0, name, time, direction, packet));
            spoke.open(hub);
            lab.runUntilMillis(1_000);
            spoke.close(hub);
            lab.runUntilMillis(2_000);
        }

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.exchangetype == " + (aggressive ? 4 : 2)))
                .hasSize(aggressive ? 3 : 6);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.exchangetype == 32 and isakmp.flags == 1")).hasSize(3);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.exchangetype == 5")).hasSize(2);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.ike.attr.encryption_algorithm == 7"
                + " and isakmp.ike.attr.authentication_method == 3 and isakmp.ike.attr.life_duration == 86400"))
                .hasSize(2);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.vid_string contains \"3706\"")).hasSize(2);
    }

    /** An Authentication Header in front of ESP. */
    @Test
    @Shows({"RFC4302/2.2-words", "RFC4302/2.6-value"})
    void authenticationHeadersAreReadWithTheEspBehindThem() throws Exception {
        CryptoLab lab = new CryptoLab();
        IpsecProfile profile = Profiles.withOptions(Profiles.withCertificates("CA", SignatureAlgorithm.ECDSA),
                new IpsecOptions(false, Optional.of(HashAlgorithm.SHA256), OptionalLong.empty(), OptionalInt.empty(),
                        OptionalInt.empty(), false, Origin.NONE));
        LabRouter spoke = lab.router("198.51.100.11", profile);
        LabRouter hub = lab.router("203.0.113.1", profile);
        try (CaptureSink sink = new CaptureSink(directory, node -> "spoke", 1)) {
            lab.tap((node, name, time, direction, packet) -> sink.packet(0, name, time, direction, packet));
            spoke.open(hub);
            lab.runUntilMillis(1_000);
            spoke.sendGre(hub);
            lab.runUntilMillis(2_000);
        }

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.read(CAPTURE, "-Y", "ah.sequence == 1 and esp.icv_good == 1 and gre.key == 1")).hasSize(1);
    }

    /** An Authentication Header alone, negotiated by both versions of IKE: GRE behind it is in clear. */
    @ParameterizedTest
    @EnumSource(IkeVersion.class)
    @Shows("RFC4302/3.1.1-transport")
    void aHeaderAloneIsReadWithTheGreBehindIt(IkeVersion version) throws Exception {
        CryptoLab lab = new CryptoLab();
        IpsecProfile usual = profile(EncryptionAlgorithm.AES_CBC_128, Optional.of(HashAlgorithm.SHA1), EncapsulationMode.TRANSPORT);
        IpsecProfile alone = new IpsecProfile(usual.name(), usual.ikeProposals(), usual.authentication(),
                List.of(new EspTransform(EncryptionAlgorithm.NONE, Optional.empty(), EncapsulationMode.TRANSPORT, Origin.NONE)),
                usual.lifetime(), usual.perfectForwardSecrecyGroup(), usual.deadPeerDetection(), usual.frontDoorVrf(),
                new IpsecOptions(false, Optional.of(HashAlgorithm.SHA256), OptionalLong.empty(), OptionalInt.empty(),
                        OptionalInt.empty(), false, Origin.NONE), usual.origin());
        IpsecProfile profile = version == IkeVersion.IKEV1 ? Profiles.version1(alone) : alone;
        LabRouter spoke = lab.router("198.51.100.11", profile);
        LabRouter hub = lab.router("203.0.113.1", profile);
        try (CaptureSink sink = new CaptureSink(directory, node -> "spoke", 1)) {
            lab.tap((node, name, time, direction, packet) -> sink.packet(0, name, time, direction, packet));
            spoke.open(hub);
            lab.runUntilMillis(1_000);
            spoke.sendGre(hub);
            lab.runUntilMillis(300_000);
            spoke.close(hub);
            lab.runUntilMillis(301_000);
        }

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.read(CAPTURE, "-Y", "ah.sequence == 1 and ip.proto == 51 and gre.key == 1 and not esp")).hasSize(1);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.prop.protoid == 2")).as("proposals").hasSizeGreaterThanOrEqualTo(4);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.prop.protoid == 3")).isEmpty();
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.delete.protoid == 2")).as("deletions").isNotEmpty();
    }

    private void assertExchangesSeen(List<IkePacket> messages) throws Exception {
        for (IkeExchange exchange : IkeExchange.values()) {
            long sent = messages.stream().filter(message -> message.exchange() == exchange).count();
            assertThat(sent).as(exchange.name()).isPositive();
            assertThat(tshark.read(CAPTURE, "-Y", "isakmp.exchangetype == " + exchange.code())).as(exchange.name())
                    .hasSize((int) sent);
        }
        long proofs = messages.stream().filter(message -> message.exchange() == IkeExchange.IKE_AUTH).count();
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.auth.method == 2")).hasSize((int) proofs);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.exchangetype == 36 and isakmp.notify.msgtype == 16393"))
                .as("rekeys of a child SA").hasSizeGreaterThanOrEqualTo(2);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.exchangetype == 36 and isakmp.prop.protoid == 1"))
                .as("rekeys of the IKE SA").hasSizeGreaterThanOrEqualTo(2);
        assertThat(tshark.read(CAPTURE, "-Y", "isakmp.delete.protoid == 1")).as("deletes of an IKE SA")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static IpsecProfile profile(EncryptionAlgorithm encryption, Optional<HashAlgorithm> integrity,
            EncapsulationMode mode) {
        IkeProposal ike = new IkeProposal(IkeVersion.IKEV2, encryption, integrity, HashAlgorithm.SHA256, 19,
                Duration.ofSeconds(500), Origin.NONE);
        return new IpsecProfile("protect", ike, new Secret("wan-psk", Optional.empty(), Origin.NONE),
                new EspTransform(encryption, integrity, mode, Origin.NONE), Duration.ofSeconds(200), OptionalInt.of(19),
                Optional.of(new DeadPeerDetection(Duration.ofSeconds(30), Duration.ofSeconds(5), false, Origin.NONE)),
                Optional.empty(), Origin.NONE);
    }
}
