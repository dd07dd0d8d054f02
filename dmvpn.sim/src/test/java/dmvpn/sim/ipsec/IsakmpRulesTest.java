package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.v1.message.IsakmpNotifyType;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UdpDatagram;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What an end of IKEv1 does not take (RFC 2408 section 5.2, RFC 2409 section 5.5), and when it asks (RFC 3706). */
class IsakmpRulesTest {

    private final CryptoLab lab = new CryptoLab();
    private LabRouter spoke;
    private LabRouter hub;

    private void connect(IpsecProfile ofSpoke) {
        spoke = lab.router("198.51.100.11", Profiles.version1(ofSpoke));
        hub = lab.router("203.0.113.1", Profiles.version1(Profiles.usual()));
        spoke.open(hub);
        lab.runUntilMillis(1_000);
    }

    private static IpPacket changed(IpPacket packet, UnaryOperator<IsakmpPacket> change) {
        return packet.content() instanceof UdpDatagram datagram && datagram.content() instanceof IsakmpPacket message
                ? packet.withContent(new UdpDatagram(datagram.sourcePort(), datagram.destinationPort(), change.apply(message)))
                : packet;
    }

    /** RFC 2408 section 5.2. */
    @Test
    @Shows("RFC2408/5.2-unknown")
    void aMessageWithCookiesThatNoSaHasIsIgnored() {
        connect(Profiles.usual());
        lab.translate(packet -> changed(packet, message -> new IsakmpPacket(message.initiatorCookie() ^ 1,
                message.responderCookie(), message.exchange(), message.messageId(), message.protection(), message.payloads())));
        spoke.close(hub);
        lab.runUntilMillis(2_000);

        assertThat(lab.story(hub)).last().isEqualTo("1010 informational message ignored (no ISAKMP SA has these cookies)");
        assertThat(hub.ipsecSas()).hasSize(1);
    }

    /** RFC 3706 section 5.4: a question that is sent again is the same one, and an answer to another one is none. */
    @Test
    @Shows({"RFC3706/5.4-round", "RFC3706/5.3-ask"})
    void anAnswerWithAnotherSequenceNumberDoesNotCount() {
        connect(Profiles.withDpd(30, 5, false));
        lab.translate(packet -> changed(packet, message -> message.notification(IsakmpNotifyType.R_U_THERE_ACK).isEmpty() ? message
                : new IsakmpPacket(message.initiatorCookie(), message.responderCookie(), message.exchange(), message.messageId(),
                        message.protection(), message.payloads().stream().map(payload ->
                                payload instanceof IsakmpPayload.Notification ack ? new IsakmpPayload.Notification(ack.notifyType(),
                                        ack.protocolNumber(), ack.spi(), Octets.ofHex("7fffffff")) : payload).toList())));
        lab.runUntilMillis(60_000);

        assertThat(spoke.socketChanges().getLast()).isEqualTo("55080 down 203.0.113.1 dead peer detection: no answer");
        assertThat(lab.isakmpMessages().stream().flatMap(message -> message.notification(IsakmpNotifyType.R_U_THERE).stream())
                .map(IsakmpPayload.Notification::data)).hasSizeGreaterThan(1).containsOnly(Octets.ofHex("00000001"));
        assertThat(lab.story(spoke)).noneMatch(line -> line.endsWith("DPD: peer answered"));
    }

    /** RFC 3706 section 5.5. */
    @Test
    @Shows("RFC3706/5.5-traffic")
    void aPeerThatSendsPacketsIsNotAsked() {
        connect(Profiles.withDpd(10, 2, false));
        for (int seconds = 2; seconds <= 100; seconds += 2) {
            lab.runUntilMillis(seconds * 1_000L);
            hub.sendGre(spoke);
        }

        assertThat(lab.isakmpMessages()).hasSize(9);
    }

    /** RFC 2409 section 5.5: a pair is for GRE between the two ends; in tunnel mode an initiator behind NAT means another one. */
    @Test
    @Shows("RFC2409/5.5-identities")
    void identitiesOfQuickModeAreGreBetweenTheTwoEndsAndOthersAreRefused() {
        connect(Profiles.usual());
        assertThat(lab.isakmpMessages().get(6).payloads()).contains(
                new IsakmpPayload.Identification(new Identity.Address(spoke.address()), IpPacket.GRE),
                new IsakmpPayload.Identification(new Identity.Address(hub.address()), IpPacket.GRE));

        IpAddress outside = IpAddress.parse("192.0.2.50");
        LabRouter another = lab.router("203.0.113.9", Profiles.version1(Profiles.inTunnelMode()));
        LabRouter translated = lab.router("172.20.1.2", Profiles.version1(Profiles.inTunnelMode()));
        lab.translate(packet -> packet.source().equals(translated.address()) ? packet.withSource(outside)
                : packet.destination().equals(outside) ? packet.withDestination(translated.address()) : packet);
        translated.open(another);
        lab.runUntilMillis(2_000);

        assertThat(lab.story(another)).contains("1070 quick mode failed (the identities are not GRE between the two ends)");
        assertThat(translated.socketChanges()).isEmpty();
    }
}
