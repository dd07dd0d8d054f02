package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.ike.message.Proposal;
import dmvpn.sim.ike.message.SecurityProtocol;
import dmvpn.sim.ike.message.Transform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Several proposals and transforms: different pairs of routers use different ones (RFC 7296 sections 2.7 and 3.3). */
class ProposalChoiceTest {

    private static final EspTransform GCM = new EspTransform(EncryptionAlgorithm.AES_GCM_256, Optional.empty(),
            EncapsulationMode.TRANSPORT, Origin.NONE);

    private static final Transform AES_128 = new Transform(Transform.ENCRYPTION, 12, 128);
    private static final Transform AES_256 = new Transform(Transform.ENCRYPTION, 12, 256);
    private static final Transform UNKNOWN = new Transform(Transform.ENCRYPTION, 999, 0);

    private final CryptoLab lab = new CryptoLab();

    private static IkeProposal ofGroup(int group) {
        return new IkeProposal(IkeVersion.IKEV2, EncryptionAlgorithm.AES_CBC_256, Optional.of(HashAlgorithm.SHA256),
                HashAlgorithm.SHA256, group, Duration.ofSeconds(86_400), Origin.NONE);
    }

    /** RFC 7296 section 1.2: INVALID_KE_PAYLOAD names the group, and the request is made anew with the same SPI. */
    @Test
    @Shows({"RFC7296/1.2-group", "RFC7296/2.6-first"})
    void aPublicValueOfAnotherGroupIsSentAnewWithTheGroupThatTheResponderNames() {
        LabRouter spoke = lab.router("198.51.100.11",
                Profiles.offering(List.of(ofGroup(14), ofGroup(19)), List.of(Profiles.ESP)));
        LabRouter hub = lab.router("203.0.113.1", Profiles.withIke(ofGroup(19)));

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(lab.ikeMessages()).hasSize(6);
        assertThat(lab.ikeMessages().get(1).notification(NotifyType.INVALID_KE_PAYLOAD).orElseThrow().group()).isEqualTo(19);
        assertThat(lab.ikeMessages().get(2).payload(IkePayload.KeyExchange.class))
                .contains(new IkePayload.KeyExchange(19));
        assertThat(lab.ikeMessages().get(2).initiatorSpi()).isEqualTo(lab.ikeMessages().get(0).initiatorSpi());
        assertThat(lab.ikeMessages()).extracting(IkePacket::messageId).containsExactly(0L, 0L, 0L, 0L, 1L, 1L);
        assertThat(spoke.socketChanges()).containsExactly("60 up 203.0.113.1");
        assertThat(spoke.show("show crypto ikev2 sa")).contains("DH Grp:19");
    }

    /** Cisco: the remote peer compares its own highest priority policy first. */
    @Test
    @Shows("RFC7296/2.7-choose")
    void theResponderTakesTheFirstOfItsOwnProposalsThatThePeerHas() {
        LabRouter spoke = lab.router("198.51.100.11",
                Profiles.offering(List.of(ofGroup(14), ofGroup(19)), List.of(Profiles.ESP)));
        LabRouter hub = lab.router("203.0.113.1",
                Profiles.offering(List.of(ofGroup(20), ofGroup(19), ofGroup(14)), List.of(Profiles.ESP)));

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(hub.show("show crypto ikev2 sa")).contains("DH Grp:19");
    }

    /** RFC 7296 section 3.3: the responder takes one transform of each type, of the IKE SA and of the child SA. */
    @Test
    @Shows("RFC7296/3.3-alternatives")
    void severalTransformsOfOneTypeAreAlternatives() {
        LabRouter spoke = lab.router("198.51.100.11", Profiles.usual());
        LabRouter hub = lab.router("203.0.113.1", Profiles.usual());
        lab.rewriteIke(message -> message.response() ? message : withAlternatives(message, List.of(AES_128, AES_256)));

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(lab.ikeMessages()).hasSize(4);
        assertThat(lab.ikeMessages().get(1).payload(IkePayload.SecurityAssociation.class).orElseThrow().proposals())
                .singleElement().isInstanceOf(Proposal.ForIke.class);
        assertThat(lab.ikeMessages().get(3).payload(IkePayload.SecurityAssociation.class).orElseThrow().proposals())
                .singleElement().isInstanceOf(Proposal.ForChild.class);
        assertThat(spoke.ipsecSas().getFirst().get(6)).isEqualTo("esp-256-aes esp-sha256-hmac");
        assertThat(spoke.sendGre(hub)).isTrue();
    }

    @Test
    @Shows("RFC7296/3.3-alternatives")
    void alternativesWithoutOneOfTheRespondersAreRefused() {
        LabRouter spoke = lab.router("198.51.100.11", Profiles.usual());
        LabRouter hub = lab.router("203.0.113.1", Profiles.usual());
        lab.rewriteIke(message -> message.response() ? message : withAlternatives(message, List.of(AES_128, UNKNOWN)));

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(lab.ikeMessages().get(1).notification(NotifyType.NO_PROPOSAL_CHOSEN)).isPresent();
    }

    /** The same message with other ciphers, two hashes, and the groups and sequence numbers that there were beside others. */
    private static IkePacket withAlternatives(IkePacket message, List<Transform> ciphers) {
        return new IkePacket(message.initiatorSpi(), message.responderSpi(), message.exchange(), message.fromInitiator(),
                message.response(), message.messageId(), message.protection(), message.payloads().stream()
                        .map(payload -> payload instanceof IkePayload.SecurityAssociation sa
                                ? new IkePayload.SecurityAssociation(List.of(alternatives(sa.proposals().getFirst(), ciphers)))
                                : payload).toList());
    }

    private static Proposal alternatives(Proposal proposal, List<Transform> ciphers) {
        List<Transform> transforms = new ArrayList<>(ciphers);
        transforms.add(new Transform(Transform.INTEGRITY, 2, 0));
        transforms.add(new Transform(Transform.INTEGRITY, 12, 0));
        if (proposal instanceof Proposal.ForIke ike) {
            transforms.add(new Transform(Transform.PSEUDO_RANDOM_FUNCTION, 2, 0));
            transforms.add(new Transform(Transform.PSEUDO_RANDOM_FUNCTION, 5, 0));
            transforms.add(new Transform(Transform.DIFFIE_HELLMAN, 999, 0));
            transforms.add(new Transform(Transform.DIFFIE_HELLMAN, ike.suite().diffieHellmanGroup(), 0));
            return new Proposal.Alternatives(1, SecurityProtocol.IKE, ike.spi(), transforms);
        }
        transforms.add(new Transform(Transform.EXTENDED_SEQUENCE_NUMBERS, 1, 0));
        transforms.add(new Transform(Transform.EXTENDED_SEQUENCE_NUMBERS, Transform.NONE, 0));
        return new Proposal.Alternatives(1, SecurityProtocol.ESP,
                OptionalLong.of(((Proposal.ForChild) proposal).spi()), transforms);
    }

    /** RFC 7296 section 3.3: one SA payload has a proposal for each transform, and the answer repeats the number of one. */
    @Test
    @Shows({"RFC7296/2.7-choose", "RFC7296/3.3-compact", "RFC7296/3.3.1-number"})
    void eachPairOfRoutersHasTheTransformThatBothKnow() {
        IpsecProfile both = Profiles.offering(List.of(Profiles.IKE), List.of(GCM, Profiles.ESP));
        LabRouter hub = lab.router("203.0.113.1", both);
        LabRouter modern = lab.router("198.51.100.11", both);
        LabRouter old = lab.router("198.51.100.12", Profiles.usual());

        hub.open(modern);
        hub.open(old);
        lab.runUntilMillis(1_000);

        assertThat(lab.ikeMessages().stream().filter(message -> !message.response() && message.messageId() == 1)
                .flatMap(message -> message.payload(IkePayload.SecurityAssociation.class).stream())
                .map(sa -> sa.proposals().stream().map(Proposal::number).toList()))
                .isNotEmpty().allMatch(List.of(1, 2)::equals);
        assertThat(modern.ipsecSas().getFirst().get(6)).isEqualTo("esp-gcm 256");
        assertThat(old.ipsecSas().getFirst().get(6)).isEqualTo("esp-256-aes esp-sha256-hmac");
        assertThat(hub.ipsecSas()).extracting(row -> row.get(6))
                .containsExactly("esp-gcm 256", "esp-256-aes esp-sha256-hmac");
        assertThat(hub.sendGre(old)).isTrue();
        lab.runUntilMillis(2_000);
        assertThat(old.received()).hasSize(1);
    }
}
