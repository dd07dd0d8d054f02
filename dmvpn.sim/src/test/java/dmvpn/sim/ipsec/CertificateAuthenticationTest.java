package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.PeerKey;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.Secret;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.testing.RecordedTrace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Certificates instead of keys (RFC 7296 sections 1.2, 2.15, 3.6 and 3.7). */
class CertificateAuthenticationTest {

    private final CryptoLab lab = new CryptoLab();
    private LabRouter spoke;
    private LabRouter hub;

    private void connect(IpsecProfile ofSpoke, IpsecProfile ofHub) {
        spoke = lab.router("198.51.100.11", ofSpoke);
        hub = lab.router("203.0.113.1", ofHub);
        spoke.open(hub);
        lab.runUntilMillis(1_000);
    }

    private List<String> carried() {
        return lab.trace().entries().stream().map(entry -> entry.event())
                .filter(event -> event.message().endsWith(" sent"))
                .map(event -> RecordedTrace.fields(event).getLast().replace("carries=", "")).toList();
    }

    /** RFC 7296 section 1.2: the responder asks in its first answer, the initiator in its second request. */
    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    @Shows("RFC7296/1.2-certificate")
    void certificatesOfOneAuthorityBringTheSocketUp(SignatureAlgorithm algorithm) {
        connect(Profiles.withCertificates("CA", algorithm), Profiles.withCertificates("CA", algorithm));

        assertThat(carried()).containsExactly(
                "SA KE Nonce N(NAT_DETECTION_SOURCE_IP) N(NAT_DETECTION_DESTINATION_IP)",
                "SA KE Nonce N(NAT_DETECTION_SOURCE_IP) N(NAT_DETECTION_DESTINATION_IP) CERTREQ",
                "IDi CERT CERTREQ AUTH N(INITIAL_CONTACT) N(USE_TRANSPORT_MODE) SA TSi TSr",
                "IDr CERT AUTH N(USE_TRANSPORT_MODE) SA TSi TSr");
        assertThat(spoke.socketChanges()).containsExactly("40 up 203.0.113.1");
        assertThat(spoke.show("show crypto ikev2 sa"))
                .contains("Auth sign: " + algorithm + ", Auth verify: " + algorithm);
    }

    /** Each end signs with the key that it has: the methods need not agree (RFC 7296 section 2.15). */
    @Test
    @Shows("RFC7296/2.15-methods")
    void oneEndMaySignWithRsaAndTheOtherWithAnEllipticCurve() {
        connect(Profiles.withCertificates("CA", SignatureAlgorithm.RSA),
                Profiles.withCertificates("CA", SignatureAlgorithm.ECDSA));

        assertThat(spoke.socketChanges()).containsExactly("40 up 203.0.113.1");
    }

    /** A message with an RSA certificate and a signature does not fit into a small packet, as with real ones. */
    @ParameterizedTest
    @CsvSource({"RSA, 1200, 1500", "ECDSA, 600, 900"})
    void theSecondRequestIsAsLongAsThatOfRealRouters(SignatureAlgorithm algorithm, int atLeast, int atMost) {
        connect(Profiles.withCertificates("CA", algorithm), Profiles.withCertificates("CA", algorithm));

        assertThat(lab.ikeMessages().get(2).lengthBytes()).isBetween(atLeast, atMost);
    }

    @Test
    @Shows("RFC7296/2.21.2-responder")
    void aCertificateOfAnotherAuthorityIsRefusedWithAuthenticationFailed() {
        connect(Profiles.withCertificates("CA", SignatureAlgorithm.RSA),
                Profiles.withCertificates("OTHER-CA", SignatureAlgorithm.RSA));

        assertRefused("the initiator's certificate is of the authority CA, but OTHER-CA is trusted");
    }

    @Test
    void aKeyIsRefusedWhereACertificateIsExpected() {
        connect(Profiles.usual(), Profiles.withCertificates("CA", SignatureAlgorithm.RSA));

        assertRefused("the initiator has a pre-shared key, but a certificate is expected");
    }

    @Test
    void aCertificateIsRefusedWhereAKeyIsExpected() {
        connect(Profiles.withCertificates("CA", SignatureAlgorithm.RSA), Profiles.usual());

        assertRefused("the initiator has a certificate, but a pre-shared key is expected");
    }

    private void assertRefused(String reason) {
        assertThat(lab.ikeMessages().getLast().notification(NotifyType.AUTHENTICATION_FAILED)).isPresent();
        assertThat(lab.story(hub)).contains("30 IKE SA negotiation failed (" + reason + ")");
        assertThat(lab.story(spoke)).contains("40 IKE SA negotiation failed (the peer refused: AUTHENTICATION_FAILED)");
        assertThat(hub.socketChanges()).isEmpty();
    }

    /** RFC 7296 section 2.21.2: the initiator tells by an exchange of its own, and the responder deletes the IKE SA. */
    @Test
    @Shows("RFC7296/2.21.2-initiator")
    void anInitiatorThatRefusesTheResponderTellsItInAnInformationalExchange() {
        PreSharedKeys anotherForTheHub = new PreSharedKeys(Optional.of(secret("wan-psk")), List.of(), Origin.NONE);
        connect(Profiles.withAuthentication(anotherForTheHub), Profiles.usual());
        assertThat(spoke.socketChanges()).hasSize(1);

        LabRouter trusting = lab.router("203.0.113.9", Profiles.usual());
        LabRouter suspicious = lab.router("198.51.100.19", Profiles.withAuthentication(new PreSharedKeys(Optional.empty(),
                List.of(new PeerKey("hub", List.of(IpAddress.parse("203.0.113.9")), secret("wan-psk"), Origin.NONE)),
                Origin.NONE)));
        // The responder's proof is changed on its way, as by somebody in between.
        lab.rewriteIke(message -> message.exchange() == IkeExchange.IKE_AUTH && message.response()
                ? withProofOf(message, "somebody else's key") : message);
        suspicious.open(trusting);
        lab.runUntilMillis(2_000);

        assertThat(lab.story(suspicious)).contains(
                "1040 IKE SA negotiation failed (the pre-shared key differs from the responder's)");
        assertThat(lab.ikeMessages().get(lab.ikeMessages().size() - 2).notification(NotifyType.AUTHENTICATION_FAILED))
                .isPresent();
        assertThat(trusting.socketChanges()).containsExactly("1030 up 198.51.100.19",
                "1050 down 198.51.100.19 the peer refused the proof of identity");
        assertThat(suspicious.ikeSas()).isEmpty();
        assertThat(trusting.ikeSas()).isEmpty();
    }

    /** RFC 4945 section 3.1: the identity has to be in the certificate. */
    @Test
    void anIdentityThatIsNotInTheCertificateIsRefused() {
        spoke = lab.router("198.51.100.11", Profiles.withCertificates("CA", SignatureAlgorithm.RSA));
        hub = lab.router("203.0.113.1", Profiles.withCertificates("CA", SignatureAlgorithm.RSA));
        lab.rewriteIke(message -> new IkePacket(message.initiatorSpi(), message.responderSpi(), message.exchange(),
                message.fromInitiator(), message.response(), message.messageId(), message.protection(),
                message.payloads().stream().map(payload -> payload instanceof IkePayload.IdInitiator
                        ? new IkePayload.IdInitiator(new Identity.HostName("hub"))
                        : payload).toList()));
        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertRefused("the initiator says that it is hub, but its certificate is of cn=r0");
    }

    private static IkePacket withProofOf(IkePacket message, String secret) {
        return new IkePacket(message.initiatorSpi(), message.responderSpi(), message.exchange(), message.fromInitiator(),
                message.response(), message.messageId(), message.protection(),
                message.payloads().stream().map(payload -> payload instanceof IkePayload.Authentication proof
                        ? IkePayload.Authentication.bySharedKey(secret, proof.pseudoRandomFunction())
                        : payload).toList());
    }

    private static Secret secret(String name) {
        return new Secret(name, Optional.empty(), Origin.NONE);
    }
}
