package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpExtension.ForwardTransitRecord;
import dmvpn.sim.nhrp.message.NhrpExtension.NatAddress;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.PurgeReply;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.nhrp.message.RegistrationFlags;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.nhrp.message.ResolutionFlags;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.packet.Octets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which wrong packet gets which Error Indication (RFC 2332 section 5.2.7), and what its receiver makes of it. */
class ErrorIndicationTest {

    private static final IpAddress S1 = IpAddress.parse("10.0.0.11");
    private static final IpAddress S1_NBMA = IpAddress.parse("198.51.100.11");
    private static final IpAddress NOWHERE = IpAddress.parse("172.31.9.9");
    private static final Authentication PASSWORD = new Authentication("dmvpnkey");
    private static final Platform FRR = new Platform(Vendor.FRR, "10.2", Origin.NONE);

    private final NhrpLab lab = NhrpLab.protectedCloud();

    private Node ready(Node... nodes) {
        lab.start();
        lab.runTo(10);
        nodes[0].tunnel.sentNhrp.clear();
        return nodes[0];
    }

    private static List<ErrorCode> errorsOf(Node node) {
        return node.tunnel.sentNhrp.stream().filter(ErrorIndication.class::isInstance)
                .map(packet -> ((ErrorIndication) packet).code()).toList();
    }

    private static List<NhrpExtension> extensions(NhrpExtension... more) {
        List<NhrpExtension> all = new ArrayList<>(List.of(more));
        all.add(PASSWORD);
        return all;
    }

    private static RegistrationRequest registration(NhrpExtension... extensions) {
        return new RegistrationRequest(NhrpHeader.originated(S1_NBMA, S1, NhrpLab.HUB), 1, new RegistrationFlags(true, true),
                List.of(ClientInformationEntry.ofSource(32, 1400, 600)), extensions(extensions));
    }

    private static ResolutionRequest resolution(String destination, NhrpExtension... extensions) {
        return new ResolutionRequest(NhrpHeader.originated(S1_NBMA, S1, IpAddress.parse(destination)), 9,
                ResolutionFlags.REQUEST, List.of(ClientInformationEntry.ofSource(32, 1400, 600)), extensions(extensions));
    }

    private static NhrpExtension unknown(boolean compulsory) {
        return new NhrpExtension.Unknown(77, compulsory, Octets.EMPTY);
    }

    @Test
    @Shows({"RFC2332/5.2.7-code1", "RFC2332/5.3-compulsory"})
    void code1AnUnknownCompulsoryExtensionIsRefusedByTheResponder() {
        Node hub = ready(lab.hub(), lab.spoke(1));
        hub.tunnel.deliver(S1_NBMA, registration(unknown(true)));
        hub.tunnel.deliver(S1_NBMA, resolution("192.168.1.10", unknown(true)));

        assertThat(errorsOf(hub)).containsExactly(ErrorCode.UNRECOGNIZED_EXTENSION, ErrorCode.UNRECOGNIZED_EXTENSION);
        assertThat(hub.tunnel.sentNhrp).hasSize(2);
    }

    @Test
    @Shows("RFC2332/5.3-optional")
    void anUnknownExtensionThatIsNotCompulsoryIsNoError() {
        Node hub = ready(lab.hub(), lab.spoke(1));
        hub.tunnel.deliver(S1_NBMA, registration(unknown(false)));

        assertThat(errorsOf(hub)).isEmpty();
    }

    @Test
    @Shows("RFC2332/5.3-transit")
    void aServerOnTheWayPassesUnknownExtensionsOn() {
        Node hub = ready(lab.hub(), lab.spoke(1), lab.spoke(2));
        hub.tunnel.deliver(S1_NBMA, resolution("192.168.12.10", unknown(true), NatAddress.EMPTY));

        assertThat(errorsOf(hub)).isEmpty();
        assertThat(hub.tunnel.sentNhrp).singleElement().isInstanceOfSatisfying(ResolutionRequest.class,
                request -> assertThat(request.extension(NhrpExtension.Unknown.class)).isPresent());
    }

    @Test
    @Shows("RFC2332/5.2.7-code6")
    void code6APacketForAStationThatNobodyReachesIsAnswered() {
        Node hub = ready(lab.hub(), lab.spoke(1));
        hub.tunnel.deliver(S1_NBMA, new PurgeRequest(NhrpHeader.originated(S1_NBMA, S1, NOWHERE), 5, true,
                List.of(ClientInformationEntry.ofPrefix(24, IpAddress.parse("192.168.11.0"))), extensions()));

        assertThat(errorsOf(hub)).containsExactly(ErrorCode.PROTOCOL_ADDRESS_UNREACHABLE);
    }

    @Test
    @Shows("RFC2332/5.2.7-code8")
    void code8APacketThatOutgrowsTheTunnelIsAnswered() {
        Node hub = ready(lab.hub(), lab.spoke(1), lab.spoke(2));
        ForwardTransitRecord longWay = ForwardTransitRecord.EMPTY;
        for (int server = 0; server < 72; server++) {
            longWay = longWay.with(ClientInformationEntry.mapping(32, 1400, 600, IpAddress.parse("203.0.113.9"),
                    IpAddress.parse("10.0.0.200")));
        }
        hub.tunnel.deliver(S1_NBMA, resolution("192.168.12.10", longWay));

        assertThat(errorsOf(hub)).containsExactly(ErrorCode.SDU_SIZE_EXCEEDED);
    }

    @Test
    @Shows({"RFC2332/5.2.7-code9", "RFC2332/5.3-once"})
    void code9AnExtensionThatOccursTwiceIsRefused() {
        Node hub = ready(lab.hub(), lab.spoke(1));
        hub.tunnel.deliver(S1_NBMA, registration(NatAddress.EMPTY, NatAddress.EMPTY));

        assertThat(errorsOf(hub)).containsExactly(ErrorCode.INVALID_EXTENSION);
    }

    @Test
    @Shows({"RFC2332/5.3-once", "RFC2332/5.3.5-carry"})
    void theVendorsOwnExtensionMayOccurTwice() {
        Node hub = ready(lab.hub(), lab.spoke(1));
        NhrpExtension own = new NhrpExtension.VendorPrivate(0x00000c, Octets.EMPTY);
        hub.tunnel.deliver(S1_NBMA, registration(own, own));

        assertThat(errorsOf(hub)).isEmpty();
    }

    private static int offsetOfOnlyError(Node node) {
        return node.tunnel.sentNhrp.stream().filter(ErrorIndication.class::isInstance)
                .mapToInt(packet -> ((ErrorIndication) packet).offset()).sum();
    }

    /** The fixed part has 20 bytes, the mandatory part with addresses of IPv4 20 and its only entry 12. */
    @Test
    @Shows("RFC2332/5.2.7-offset")
    void anErrorTellsTheByteWhereTheExtensionBegins() {
        Node hub = ready(lab.hub(), lab.spoke(1));
        hub.tunnel.deliver(S1_NBMA, registration(ForwardTransitRecord.EMPTY, unknown(true)));

        assertThat(offsetOfOnlyError(hub)).isEqualTo(20 + 20 + 12 + 4);
    }

    /** RFC 2332 sections 5.2.3 and 5.2.5: a registration and a purge have one entry or more. */
    @Test
    @Shows({"RFC2332/5.2.7-code7", "RFC2332/5.2.7-offset"})
    void code7ARegistrationOrPurgeWithoutEntriesIsAProtocolError() {
        Node hub = ready(lab.hub(), lab.spoke(1));
        hub.tunnel.deliver(S1_NBMA, new RegistrationRequest(NhrpHeader.originated(S1_NBMA, S1, NhrpLab.HUB), 1,
                new RegistrationFlags(true, true), List.of(), extensions()));
        assertThat(offsetOfOnlyError(hub)).isEqualTo(40);
        hub.tunnel.deliver(S1_NBMA, new PurgeRequest(NhrpHeader.originated(S1_NBMA, S1, NhrpLab.HUB), 5, false, List.of(),
                extensions()));

        assertThat(errorsOf(hub)).containsExactly(ErrorCode.PROTOCOL_ERROR, ErrorCode.PROTOCOL_ERROR);
        assertThat(hub.tunnel.sentNhrp).as("no replies").hasSize(2);
    }

    /** RFC 2332 section 5.2.1: a resolution request has one entry or none. */
    @Test
    @Shows({"RFC2332/5.2.7-code7", "RFC2332/5.2.1-entry"})
    void code7AResolutionRequestWithTwoEntriesIsAProtocolError() {
        Node hub = ready(lab.hub(), lab.spoke(1));
        ClientInformationEntry entry = ClientInformationEntry.ofSource(32, 1400, 600);
        hub.tunnel.deliver(S1_NBMA, new ResolutionRequest(NhrpHeader.originated(S1_NBMA, S1, IpAddress.parse("192.168.1.10")),
                9, ResolutionFlags.REQUEST, List.of(entry, entry), extensions()));

        assertThat(errorsOf(hub)).containsExactly(ErrorCode.PROTOCOL_ERROR);
        assertThat(offsetOfOnlyError(hub)).isEqualTo(40 + 12);
    }

    @Test
    @Shows("RFC2332/5.2.7-code7-protocol")
    void code7APacketOfAnotherOverlayProtocolIsDroppedWithoutAnswer() {
        Node hub = ready(lab.hub(), lab.spoke(1));
        hub.tunnel.deliver(S1_NBMA, new RegistrationRequest(NhrpHeader.originated(S1_NBMA, IpAddress.parse("2001:db8::11"),
                IpAddress.parse("2001:db8::1")), 1, new RegistrationFlags(true, true),
                List.of(ClientInformationEntry.ofSource(128, 1400, 600)), extensions()));

        assertThat(hub.tunnel.sentNhrp).isEmpty();
        assertThat(hub.events()).last().asString().contains("Registration Request dropped [protocol error (7)]");
    }

    /** RFC 2735 section 4.3. */
    @Test
    @Shows("RFC2332/5.2.7-code16-17")
    void codes16And17AreRecordedByTheirReceiver() {
        lab.hub();
        Node spoke = ready(lab.spoke(1));
        for (ErrorCode code : List.of(ErrorCode.VPN_MISMATCH, ErrorCode.VPN_UNSUPPORTED)) {
            spoke.tunnel.deliver(NhrpLab.HUB_NBMA, ErrorIndication.about(registration(), code,
                    NhrpHeader.originated(NhrpLab.HUB_NBMA, NhrpLab.HUB, S1)));
        }

        assertThat(spoke.events()).anyMatch(event -> event.contains("told of an error [VPN mismatch (16)]"))
                .anyMatch(event -> event.contains("told of an error [VPN unsupported (17)]"));
        assertThat(errorsOf(spoke)).as("an error is not answered").isEmpty();
    }

    private static ResolutionReply reply(long requestId) {
        return new ResolutionReply(NhrpHeader.originated(S1_NBMA, S1, IpAddress.parse("192.168.12.10")), requestId,
                ResolutionFlags.REPLY, List.of(ClientInformationEntry.mapping(24, 1400, 600,
                        IpAddress.parse("198.51.100.12"), IpAddress.parse("10.0.0.12"))), extensions());
    }

    @Test
    @Shows("RFC2332/5.2.7-code10")
    void code10AReplyToARequestThatWasNeverMadeIsAnswered() {
        lab.hub();
        Node spoke = ready(lab.spoke(1));
        spoke.tunnel.deliver(NhrpLab.HUB_NBMA, reply(4711));

        assertThat(errorsOf(spoke)).containsExactly(ErrorCode.INVALID_RESOLUTION_REPLY);
    }

    @Test
    @Shows("RFC2332/5.2.0.1-match")
    void aSecondReplyToARepeatedRequestIsNoError() {
        Phase3Cloud cloud = new Phase3Cloud();
        cloud.lab.start();
        cloud.pingUntil(100, 103);
        long id = ((ResolutionRequest) Phase3Cloud.sent(cloud.s1, ResolutionRequest.class).get(0)).requestId();
        cloud.s1.tunnel.sentNhrp.clear();
        cloud.s1.tunnel.deliver(NhrpLab.HUB_NBMA, reply(id));

        assertThat(errorsOf(cloud.s1)).isEmpty();
        assertThat(cloud.s1.events()).last().asString().contains("resolution reply ignored");
    }

    @Test
    @Shows({"RFC2332/5.2.7-code11", "NHRP/1-on", "NHRP/1-off"})
    void code11AWrongPasswordIsAnsweredByFrrAndDroppedSilentlyByIos() {
        Node ios = ready(lab.hub(), lab.spoke(1));
        ios.tunnel.deliver(S1_NBMA, new RegistrationRequest(NhrpHeader.originated(S1_NBMA, S1, NhrpLab.HUB), 1,
                new RegistrationFlags(true, true), List.of(), List.of(new Authentication("wrong"))));
        assertThat(errorsOf(ios)).isEmpty();

        NhrpLab other = NhrpLab.clearCloud();
        Node frr = other.hub(LabOptions.hub().platform(FRR));
        frr.start();
        frr.tunnel.deliver(S1_NBMA, new RegistrationRequest(NhrpHeader.originated(S1_NBMA, S1, NhrpLab.HUB), 1,
                new RegistrationFlags(true, true), List.of(), List.of(new Authentication("wrong"))));
        assertThat(errorsOf(frr)).containsExactly(ErrorCode.AUTHENTICATION_FAILURE);
    }

    @Test
    @Shows("RFC2332/5.2.7-received")
    void theSenderOfTheWrongPacketRecordsWhatWasWrong() {
        NhrpLab clear = NhrpLab.clearCloud();
        clear.hub(LabOptions.hub().platform(FRR).password("another"));
        Node spoke = clear.spoke(1);
        clear.start();
        clear.runTo(2);

        assertThat(spoke.events()).anyMatch(
                event -> event.startsWith("1.020 told of an error [authentication failure (11)]"));
        assertThat(spoke.timesOf("NHS up")).isEmpty();
    }

    @Test
    @Shows("RFC2332/5.2.7-received")
    void anErrorEndsTheResolutionThatItIsAbout() {
        NhrpLab clear = NhrpLab.clearCloud();
        Node hub = clear.hub();
        Node s1 = clear.spoke(1);
        Node s2 = clear.spoke(2);
        clear.start();
        clear.runTo(100);
        s1.data("192.168.11.10", "192.168.12.10");
        clear.runTo(100.021);
        ResolutionRequest asked = (ResolutionRequest) Phase3Cloud.sent(s1, ResolutionRequest.class).get(0);
        s1.tunnel.deliver(NhrpLab.HUB_NBMA, ErrorIndication.about(asked, ErrorCode.HOP_COUNT_EXCEEDED,
                NhrpHeader.originated(NhrpLab.HUB_NBMA, NhrpLab.HUB, S1)));

        assertThat(s1.timesOf("resolution refused")).containsExactly(100.021);
        assertThat(List.of(hub, s2)).isNotEmpty();
    }

    /** FRRouting nhrpd/nhrp_shortcut.c: a reject route of the destination for the holding time. */
    @Test
    @Shows({"NHRP/8-on", "NHRP/9-on"})
    void code6MakesFrrDiscardPacketsForTheDestinationForTheHoldingTime() {
        NhrpLab clear = NhrpLab.clearCloud();
        Node hub = clear.hub(LabOptions.hub().platform(FRR));
        Node s1 = clear.spoke(1, LabOptions.spoke().platform(FRR).holdingTimeSeconds(10));
        Node s2 = clear.spoke(2, LabOptions.spoke().platform(FRR));
        s1.route("192.168.0.0/16", "10.0.0.1");
        s2.route("192.168.0.0/16", "10.0.0.1");
        clear.start();
        clear.runTo(100);
        s1.data("192.168.11.10", "192.168.12.10");
        clear.runTo(100.015);
        hub.noRoute("192.168.12.0/24");
        clear.runTo(100.05);

        IpPrefix destination = IpPrefix.parse("192.168.12.10/32");
        assertThat(errorsOf(hub)).containsExactly(ErrorCode.PROTOCOL_ADDRESS_UNREACHABLE);
        assertThat(s1.table().best(destination)).hasValueSatisfying(
                route -> assertThat(route.interfaceName()).contains("Null0"));
        clear.runTo(110.1);
        assertThat(s1.table().best(destination)).isEmpty();
    }

    @Test
    @Shows({"RFC2332/6.2.1-negative", "NHRP/9-off"})
    void aRefusedDestinationKeepsANegativeEntryThatIsNotAskedForAgain() {
        Phase3Cloud cloud = new Phase3Cloud();
        cloud.lab.start();
        cloud.lab.runTo(100);
        cloud.s1.data(Phase3Cloud.S1_HOST, Phase3Cloud.S2_HOST);
        cloud.lab.runTo(100.015);
        cloud.hub.noRoute("192.168.12.0/24");
        cloud.lab.runTo(101);
        cloud.hub.route("192.168.12.0/24", "10.0.0.12");
        cloud.lab.runTo(110);
        cloud.s1.data(Phase3Cloud.S1_HOST, Phase3Cloud.S2_HOST);
        cloud.lab.runTo(111);

        assertThat(cloud.s1.events()).anyMatch(event -> event.contains("resolution refused [no binding exists"));
        assertThat(Phase3Cloud.sent(cloud.s1, ResolutionRequest.class)).hasSize(1);
        assertThat(cloud.s1.show("show ip nhrp")).contains("""
                192.168.12.10/32, Tunnel100 created 00:00:10, expire 00:02:49
                  Type: incomplete, Flags: negative
                  Cache hits: 1
                """);
    }

    @Test
    @Shows("RFC2332/6.1-state")
    void detailShowsWhoWasAnswered() {
        Phase3Cloud cloud = new Phase3Cloud();
        cloud.lab.start();
        cloud.pingUntil(100, 103);
        long id = ((ResolutionRequest) Phase3Cloud.sent(cloud.s1, ResolutionRequest.class).get(0)).requestId();

        assertThat(cloud.s2.show("show ip nhrp detail")).contains(
                "    (no-socket)\n   Preference: 255\n  Requester: 10.0.0.11 Request ID: " + id + "\n");
    }

    @Test
    void aPurgeThatWantsAReplyGetsOneFromItsReceiver() {
        Node hub = ready(lab.hub(), lab.spoke(1));
        hub.tunnel.deliver(S1_NBMA, new PurgeRequest(NhrpHeader.originated(S1_NBMA, S1, NhrpLab.HUB), 5, false,
                List.of(ClientInformationEntry.ofPrefix(32, S1)), extensions()));

        assertThat(hub.tunnel.sentNhrp).singleElement().isInstanceOf(PurgeReply.class);
        assertThat(hub.timesOf("NHC down")).as("the client took its registration back").containsExactly(10.0);
    }
}
