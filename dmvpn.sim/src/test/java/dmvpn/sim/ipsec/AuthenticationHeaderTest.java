package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.packet.IpPacket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The Authentication Header in front of ESP (RFC 4302). */
class AuthenticationHeaderTest {

    private final CryptoLab lab = new CryptoLab();
    private LabRouter spoke;
    private LabRouter hub;

    private static IpsecProfile withHeader(IpsecProfile profile, HashAlgorithm hash) {
        return Profiles.withOptions(profile, new IpsecOptions(false, Optional.of(hash), OptionalLong.empty(),
                OptionalInt.empty(), OptionalInt.empty(), false, Origin.NONE));
    }

    static Stream<UnaryOperator<IpsecProfile>> versions() {
        return Stream.of(profile -> profile, Profiles::version1);
    }

    private void connect(IpsecProfile ofSpoke, IpsecProfile ofHub) {
        spoke = lab.router("198.51.100.11", ofSpoke);
        hub = lab.router("203.0.113.1", ofHub);
        spoke.open(hub);
        lab.runUntilMillis(1_000);
    }

    private IpPacket sendOne() {
        spoke.sendGre(hub);
        return lab.wire().getLast();
    }

    /** RFC 4302 section 3.1.1: behind the IP header, in front of ESP; both versions of IKE negotiate it. */
    @ParameterizedTest
    @MethodSource("versions")
    @Shows({"RFC4302/2.1-next", "RFC4302/2.4-spi", "RFC4302/2.5-one", "RFC4302/3.1.1-transport"})
    void theHeaderComesBetweenTheIpHeaderAndEsp(UnaryOperator<IpsecProfile> version) {
        IpsecProfile profile = version.apply(withHeader(Profiles.usual(), HashAlgorithm.SHA256));
        connect(profile, profile);

        IpPacket packet = sendOne();

        assertThat(packet.protocolNumber()).isEqualTo(IpPacket.AH);
        AhPacket header = (AhPacket) packet.content();
        assertThat(header.nextHeader()).isEqualTo(IpPacket.ESP);
        assertThat(header.sequenceNumber()).isEqualTo(1);
        assertThat(header.content()).isInstanceOf(EspPacket.class);
        lab.runUntilMillis(2_000);
        assertThat(hub.received()).hasSize(1);
    }

    /** RFC 4302 section 2: 12 bytes and the integrity check value: 16 of HMAC-SHA2-256-128, 12 of HMAC-SHA1-96. */
    @Test
    @Shows("RFC4302/2.6-length")
    void theHeaderCostsItsFixedPartAndTheCheckValue() {
        connect(Profiles.usual(), Profiles.usual());
        int without = sendOne().lengthBytes();
        spoke = lab.router("198.51.100.12", withHeader(Profiles.usual(), HashAlgorithm.SHA256));
        hub = lab.router("203.0.113.2", withHeader(Profiles.usual(), HashAlgorithm.SHA256));
        spoke.open(hub);
        lab.runUntilMillis(2_000);

        assertThat(sendOne().lengthBytes()).isEqualTo(without + 28);
        assertThat(spoke.show("show crypto ipsec sa")).contains("plaintext mtu 1426", "inbound ah sas:\n      spi: 0x",
                "transform: ah-sha256-hmac ,");
        assertThat(spoke.show("show crypto session")).contains("Active SAs: 4");
    }

    /** RFC 4302 section 3.4.3. */
    @Test
    @Shows("RFC4302/3.4.3-window")
    void aPacketThatComesAgainIsDroppedByTheWindowOfTheHeader() {
        connect(withHeader(Profiles.usual(), HashAlgorithm.SHA1), withHeader(Profiles.usual(), HashAlgorithm.SHA1));
        IpPacket packet = sendOne();
        lab.send(packet);
        lab.runUntilMillis(2_000);

        assertThat(hub.received()).hasSize(1);
        assertThat(lab.story(hub)).contains("1010 packet dropped (anti-replay: seen before or too old)");
        assertThat(hub.show("show crypto ipsec sa")).contains("#send errors 0, #recv errors 1\n");
    }

    /** Without its header a packet is not what was agreed on (RFC 4301 section 5.2). */
    @Test
    @Shows("RFC4302/3.4.2-required")
    void espWithoutItsHeaderIsDropped() {
        connect(withHeader(Profiles.usual(), HashAlgorithm.SHA1), withHeader(Profiles.usual(), HashAlgorithm.SHA1));
        IpPacket packet = sendOne();
        lab.send(IpPacket.originated(packet.source(), packet.destination(), IpPacket.ESP,
                ((AhPacket) packet.content()).content()));
        lab.runUntilMillis(2_000);

        assertThat(hub.received()).hasSize(1);
        assertThat(lab.story(hub)).contains(
                "1010 packet dropped (the Authentication Header is missing, or not agreed on)");
    }

    /** RFC 4302 section 3.4.4: the check value covers the addresses, so that a NAT on the way spoils it. */
    @Test
    @Shows("RFC4302/3.4.4-discard")
    void aTranslatedAddressSpoilsTheCheckValue() {
        lab.translate(new LabTranslation(IpAddress.parse("172.20.1.2"), IpAddress.parse("198.51.100.11"), 4500));
        hub = lab.router("203.0.113.1", withHeader(Profiles.usual(), HashAlgorithm.SHA1));
        spoke = lab.router("172.20.1.2", withHeader(Profiles.usual(), HashAlgorithm.SHA1));
        spoke.open(hub);
        lab.runUntilMillis(1_000);
        sendOne();
        lab.runUntilMillis(2_000);

        assertThat(hub.received()).isEmpty();
        assertThat(lab.story(hub)).contains("1010 packet dropped (the check value of the Authentication Header is wrong: "
                + "the addresses were changed on the way)");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aHeaderAtOneEndOnlyIsNoCommonTransform(UnaryOperator<IpsecProfile> version) {
        connect(version.apply(withHeader(Profiles.usual(), HashAlgorithm.SHA256)), version.apply(Profiles.usual()));

        assertThat(lab.story(hub)).anyMatch(line ->
                line.endsWith("failed (transforms differ: authentication header)"));
        assertThat(spoke.socketChanges()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void headersOfDifferentHashesDoNotMeet(UnaryOperator<IpsecProfile> version) {
        connect(version.apply(withHeader(Profiles.usual(), HashAlgorithm.SHA256)),
                version.apply(withHeader(Profiles.usual(), HashAlgorithm.SHA512)));

        assertThat(spoke.socketChanges()).isEmpty();
    }

    /** In tunnel mode the header protects the outer one (RFC 4302 section 3.1.2). */
    @Test
    @Shows("RFC4302/3.1.2-tunnel")
    void tunnelModeHasTheHeaderOutside() {
        connect(withHeader(Profiles.inTunnelMode(), HashAlgorithm.SHA256),
                withHeader(Profiles.inTunnelMode(), HashAlgorithm.SHA256));

        assertThat(sendOne().content()).isInstanceOf(AhPacket.class);
        lab.runUntilMillis(2_000);
        assertThat(hub.received()).hasSize(1);
    }

    private static IpsecProfile alone(EncapsulationMode mode, HashAlgorithm hash) {
        return withHeader(Profiles.withEsp(new EspTransform(EncryptionAlgorithm.NONE, Optional.empty(), mode, Origin.NONE)), hash);
    }

    static Stream<Arguments> versionsAndModes() {
        return versions().flatMap(version -> Stream.of(EncapsulationMode.values()).map(mode -> Arguments.of(version, mode)));
    }

    /** RFC 4302 section 3.1: without ESP it comes in front of GRE, in tunnel mode in front of the whole packet. */
    @ParameterizedTest
    @MethodSource("versionsAndModes")
    @Shows({"RFC4302/2.1-next", "RFC4302/3.1.1-transport", "RFC4302/3.1.2-tunnel"})
    void aHeaderAloneProtectsGre(UnaryOperator<IpsecProfile> version, EncapsulationMode mode) {
        IpsecProfile profile = version.apply(alone(mode, HashAlgorithm.SHA256));
        connect(profile, profile);

        AhPacket header = (AhPacket) sendOne().content();
        assertThat(header.nextHeader()).isEqualTo(mode == EncapsulationMode.TUNNEL ? EspPacket.IPV4_IN_IP : IpPacket.GRE);
        lab.send(lab.wire().getLast());
        lab.runUntilMillis(2_000);
        assertThat(hub.received()).as("the copy is refused").singleElement()
                .satisfies(clear -> assertThat(clear.protocolNumber()).isEqualTo(IpPacket.GRE));
        assertThat(hub.sendGre(spoke)).isTrue();
        lab.runUntilMillis(3_000);
        assertThat(spoke.received()).hasSize(1);
        assertThat(spoke.show("show crypto ipsec sa")).contains("inbound ah sas:\n      spi: 0x", "#pkts decaps: 1",
                "inbound esp sas:\n\n");
        assertThat(spoke.show("show crypto session")).contains("Active SAs: 2");
        spoke.close(hub);
        lab.runUntilMillis(4_000);
        assertThat(hub.ipsecSas()).isEmpty();
        assertThat(spoke.ipsecSas()).isEmpty();
    }

    @Test
    void aHeaderAloneCostsItsOwnLength() {
        connect(alone(EncapsulationMode.TRANSPORT, HashAlgorithm.SHA256), alone(EncapsulationMode.TRANSPORT, HashAlgorithm.SHA256));
        IpPacket packet = sendOne();

        assertThat(packet.lengthBytes()).isEqualTo(20 + 28 + ((AhPacket) packet.content()).content().lengthBytes());
        assertThat(spoke.show("show crypto ipsec sa")).contains("plaintext mtu 1472");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aHeaderAloneAndOneWithEspDoNotMeet(UnaryOperator<IpsecProfile> version) {
        connect(version.apply(alone(EncapsulationMode.TRANSPORT, HashAlgorithm.SHA256)),
                version.apply(withHeader(Profiles.usual(), HashAlgorithm.SHA256)));

        assertThat(spoke.socketChanges()).isEmpty();
        assertThat(lab.story(hub)).anyMatch(line -> line.contains("transforms differ"));
    }

    /** Renewals name the security associations by the protocol that they have (RFC 7296 section 1.3.3). */
    @ParameterizedTest
    @MethodSource("versions")
    void aHeaderAloneIsRenewedWithoutLoss(UnaryOperator<IpsecProfile> version) {
        IpsecProfile usual = Profiles.withLifetimes(86_400, 200, OptionalInt.empty());
        IpsecProfile profile = version.apply(withHeader(new IpsecProfile(usual.name(), usual.ikeProposals(), usual.authentication(),
                List.of(new EspTransform(EncryptionAlgorithm.NONE, Optional.empty(), EncapsulationMode.TRANSPORT, Origin.NONE)),
                usual.lifetime(), usual.perfectForwardSecrecyGroup(), usual.deadPeerDetection(), usual.frontDoorVrf(),
                usual.options(), usual.origin()), HashAlgorithm.SHA1));
        connect(profile, profile);
        for (int second = 1; second < 500; second += 5) {
            lab.runUntilMillis(second * 1_000L);
            assertThat(spoke.sendGre(hub)).isTrue();
        }
        lab.runUntilMillis(501_000);

        assertThat(hub.received()).hasSize(100);
        assertThat(spoke.socketChanges()).hasSize(1);
    }

    /** RFC 4306 section 3.3.1: what has one number belongs together. With two numbers a peer would take one of the two (RFC 7296). */
    @Test
    @Shows("RFC7296/3.3.1-bundle")
    void headerAndEspAreTwoProposalsOfOneNumberAndTheNextPairHasTheNext() {
        EspTransform gcm = new EspTransform(EncryptionAlgorithm.AES_GCM_256, Optional.empty(), EncapsulationMode.TRANSPORT,
                Origin.NONE);
        IpsecProfile profile = withHeader(Profiles.offering(List.of(Profiles.IKE), List.of(gcm, Profiles.ESP)), HashAlgorithm.SHA256);

        connect(profile, profile);

        assertThat(lab.ikeMessages().get(2).payload(IkePayload.SecurityAssociation.class).orElseThrow().proposals())
                .extracting(proposal -> proposal.number() + " " + proposal.protocol())
                .containsExactly("1 AH", "1 ESP", "2 AH", "2 ESP");
        assertThat(lab.ikeMessages().get(3).payload(IkePayload.SecurityAssociation.class).orElseThrow().proposals())
                .extracting(proposal -> proposal.number() + " " + proposal.protocol()).containsExactly("1 AH", "1 ESP");
    }
}
