package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.ike.message.SecurityProtocol;
import dmvpn.sim.packet.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Rules for every exchange of IKEv2, and for exchanges that get into each other's way (RFC 7296 sections 1.4, 2.3, 2.5, 2.25). */
class ExchangeRulesTest {

    private static final int LONG = 86_400;
    private static final int UNKNOWN_PAYLOAD = 200;

    private final CryptoLab lab = new CryptoLab();
    private LabRouter spoke;
    private LabRouter hub;

    private void connect(IpsecProfile ofSpoke, IpsecProfile ofHub) {
        spoke = lab.router("198.51.100.11", ofSpoke);
        hub = lab.router("203.0.113.1", ofHub);
        spoke.open(hub);
        lab.runUntilMillis(1_000);
    }

    private List<IkePacket> messages(IkeExchange exchange, boolean response) {
        return lab.ikeMessages().stream().filter(message -> message.exchange() == exchange && message.response() == response).toList();
    }

    private static IkePacket with(IkePacket message, List<IkePayload> payloads) {
        return new IkePacket(message.initiatorSpi(), message.responderSpi(), message.exchange(), message.fromInitiator(),
                message.response(), message.messageId(), message.protection(), payloads);
    }

    private void addToTheSecondRequest(IkePayload added) {
        lab.rewriteIke(message -> {
            if (message.exchange() != IkeExchange.IKE_AUTH || message.response()) {
                return message;
            }
            List<IkePayload> payloads = new ArrayList<>(message.payloads());
            payloads.add(added);
            return with(message, payloads);
        });
    }

    /** RFC 7296 section 2.3: the deletion waits behind the question that nobody answers yet. */
    @Test
    @Shows("RFC7296/2.3-one")
    void aRequestWaitsForTheAnswerToTheOneBefore() {
        connect(Profiles.withDpd(30, 5, false), Profiles.usual());
        lab.lose(packet -> true);
        lab.runUntilMillis(31_000);
        spoke.close(hub);
        lab.runUntilMillis(32_000);
        assertThat(messages(IkeExchange.INFORMATIONAL, false)).extracting(IkePacket::messageId).containsOnly(2L);

        lab.lose(packet -> false);
        lab.runUntilMillis(60_000);
        assertThat(messages(IkeExchange.INFORMATIONAL, false)).last().satisfies(deletion -> {
            assertThat(deletion.messageId()).isEqualTo(3);
            assertThat(deletion.payload(IkePayload.Delete.class)).isPresent();
        });
    }

    /** RFC 7296 section 2.5. */
    @Test
    @Shows("RFC7296/2.5-critical")
    void aCriticalPayloadThatIsNotKnownIsRefusedByItsType() {
        addToTheSecondRequest(new IkePayload.Unknown(UNKNOWN_PAYLOAD, true, Octets.EMPTY));
        connect(Profiles.usual(), Profiles.usual());

        assertThat(messages(IkeExchange.IKE_AUTH, true).getFirst().notification(NotifyType.UNSUPPORTED_CRITICAL_PAYLOAD)
                .orElseThrow().data()).isEqualTo(Octets.of(new byte[] {(byte) UNKNOWN_PAYLOAD}));
        assertThat(spoke.socketChanges()).isEmpty();
    }

    /** RFC 7296 section 2.5. */
    @Test
    @Shows("RFC7296/2.5-other")
    void aPayloadThatIsNeitherKnownNorCriticalIsIgnored() {
        addToTheSecondRequest(new IkePayload.Unknown(UNKNOWN_PAYLOAD, false, Octets.EMPTY));
        connect(Profiles.usual(), Profiles.usual());

        assertThat(spoke.socketChanges()).containsExactly("40 up 203.0.113.1");
    }

    /** RFC 7296 section 1.4.1: each end names the SPI that it receives with. */
    @Test
    @Shows("RFC7296/1.4.1-delete")
    void aDeletionNamesTheSpiOfOneEndAndItsAnswerThatOfTheOther() {
        connect(Profiles.withLifetimes(LONG, 600, OptionalInt.empty()), Profiles.withLifetimes(LONG, 600, OptionalInt.empty()));
        List<String> pair = hub.ipsecSas().getFirst();
        lab.runUntilMillis(575_000);

        assertThat(spisOf(messages(IkeExchange.INFORMATIONAL, false).getFirst())).containsExactly(pair.get(0));
        assertThat(spisOf(messages(IkeExchange.INFORMATIONAL, true).getFirst())).containsExactly(pair.get(1));
    }

    private static List<String> spisOf(IkePacket message) {
        return message.payload(IkePayload.Delete.class).orElseThrow().childSpis().stream()
                .map(spi -> String.format(Locale.ROOT, "%08x", spi)).toList();
    }

    /** RFC 7296 section 2.25.1: the end that asks has no use for a pair that its peer does not know. */
    @Test
    @Shows("RFC7296/2.25.1-not-found")
    void aRekeyOfAPairThatThePeerDoesNotHaveIsRefusedAndEndsIt() {
        connect(Profiles.withLifetimes(LONG, 600, OptionalInt.empty()), Profiles.usual());
        lab.rewriteIke(message -> message.notification(NotifyType.REKEY_SA).isEmpty() ? message
                : with(message, message.payloads().stream().map(payload -> payload instanceof IkePayload.Notify notify
                        && notify.notifyType() == NotifyType.REKEY_SA ? IkePayload.Notify.rekey(SecurityProtocol.ESP, 0x12345678L) : payload).toList()));
        lab.runUntilMillis(571_000);

        assertThat(messages(IkeExchange.CREATE_CHILD_SA, true).getFirst().notification(NotifyType.CHILD_SA_NOT_FOUND)).isPresent();
        assertThat(spoke.ipsecSas()).isEmpty();
    }

    /** RFC 7296 section 2.25: each end refuses the other's for the time being; as they wait unlike long, both come to their end. */
    @Test
    @Shows("RFC7296/2.25.2-temporary")
    void rekeysOfAPairAndOfItsIkeSaThatMeetAreBothMadeAgain() {
        connect(Profiles.withLifetimes(600, LONG, OptionalInt.empty()), Profiles.withLifetimes(LONG, 600, OptionalInt.empty()));
        String ikeSa = spoke.ikeSas().getFirst().get(0);
        String pair = spoke.ipsecSas().getFirst().get(0);
        lab.delayIke(Duration.ofMillis(25));
        lab.runUntilMillis(620_000);

        assertThat(messages(IkeExchange.CREATE_CHILD_SA, true).subList(0, 2)).allSatisfy(answer ->
                assertThat(answer.notification(NotifyType.TEMPORARY_FAILURE)).isPresent());
        assertThat(spoke.ikeSas()).singleElement().satisfies(row -> assertThat(row.get(0)).isNotEqualTo(ikeSa));
        assertThat(spoke.ipsecSas()).singleElement().satisfies(row -> assertThat(row.get(0)).isNotEqualTo(pair));
        assertThat(spoke.socketChanges()).hasSize(1);
        assertThat(hub.socketChanges()).hasSize(1);
    }
}
