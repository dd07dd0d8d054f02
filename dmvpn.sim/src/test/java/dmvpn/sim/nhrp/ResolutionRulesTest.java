package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpExtension.ForwardTransitRecord;
import dmvpn.sim.nhrp.message.NhrpExtension.ResponderAddress;
import dmvpn.sim.nhrp.message.NhrpExtension.ReverseTransitRecord;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.ResolutionFlags;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a station makes of a request for what is behind it, and of the reply to its own (RFC 2332 sections 5.2, 5.3, 6.2). */
class ResolutionRulesTest {

    private static final IpAddress STRANGER = IpAddress.parse("10.0.0.77");
    private static final IpAddress STRANGER_NBMA = IpAddress.parse("198.51.100.77");
    private static final Authentication PASSWORD = new Authentication("dmvpnkey");
    private static final ResolutionFlags UNSTABLE = new ResolutionFlags(true, true, false, false, false, true);
    private static final ClientInformationEntry ENTRY = ClientInformationEntry.ofSource(32, 1400, 600);

    private final NhrpLab lab = NhrpLab.clearCloud();
    private final Node hub = lab.hub();

    private static ResolutionRequest request(ResolutionFlags flags, List<ClientInformationEntry> entries,
            NhrpExtension... extensions) {
        List<NhrpExtension> all = new ArrayList<>(List.of(extensions));
        all.add(PASSWORD);
        return new ResolutionRequest(NhrpHeader.originated(STRANGER_NBMA, STRANGER, IpAddress.parse("192.168.1.10")), 9, flags,
                entries, all);
    }

    private ResolutionReply ask(ResolutionRequest request) {
        lab.start();
        hub.tunnel.deliver(STRANGER_NBMA, request);
        return (ResolutionReply) hub.tunnel.sentNhrp.getLast();
    }

    @Test
    @Shows({"RFC2332/5.2.1-stable", "RFC2332/6.2.1-responder", "RFC2332/5.2.1-entry"})
    void aRequesterWhoseMappingHoldsIsRememberedForTheHoldingTimeOfItsEntry() {
        ask(request(ResolutionFlags.REQUEST, List.of(ENTRY)));

        assertThat(hub.show("show ip nhrp")).contains("10.0.0.77/32 via 10.0.0.77\n   Tunnel100 created 00:00:00, expire 00:10:00");
    }

    @Test
    @Shows("RFC2332/5.2.1-stable")
    void aRequesterWhoseMappingDoesNotHoldIsAnsweredAndNotRemembered() {
        ResolutionReply reply = ask(request(UNSTABLE, List.of(ENTRY)));

        assertThat(reply.requestId()).isEqualTo(9);
        assertThat(hub.show("show ip nhrp")).doesNotContain("10.0.0.77/32");
    }

    @Test
    @Shows({"RFC2332/5.2.1-entry", "RFC2332/6.2.1-responder"})
    void aRequesterWithoutEntryOrWithHoldingTimeZeroIsAnsweredAndNotRemembered() {
        ask(request(ResolutionFlags.REQUEST, List.of()));
        hub.tunnel.deliver(STRANGER_NBMA, request(ResolutionFlags.REQUEST, List.of(ENTRY.withHoldingTimeSeconds(0))));

        assertThat(hub.tunnel.sentNhrp).hasSize(2).allMatch(ResolutionReply.class::isInstance);
        assertThat(hub.timesOf("cache entry added")).as("of the answer alone").hasSize(1);
    }

    @Test
    @Shows({"RFC2332/5.2.2-copy", "RFC2332/5.2.0.1-source"})
    void aReplyHasTheIdentifierAndTheAddressesOfItsRequest() {
        ResolutionRequest request = request(ResolutionFlags.REQUEST, List.of(ENTRY));
        ResolutionReply reply = ask(request);

        assertThat(reply.requestId()).isEqualTo(request.requestId());
        assertThat(reply.header()).isEqualTo(request.header());
    }

    @Test
    @Shows("RFC2332/5.2.2-flags")
    void aReplySaysThatItIsAuthoritativeStableAndUnique() {
        assertThat(ask(request(UNSTABLE, List.of(ENTRY))).flags()).isEqualTo(ResolutionFlags.REPLY);
    }

    @Test
    @Shows({"RFC2332/5.3-copy", "RFC2332/5.3-order", "RFC2332/5.3-optional", "RFC2332/5.3.2-responder"})
    void aReplyHasTheExtensionsOfItsRequestInTheirOrderAndTheForwardRecordAsItCame() {
        NhrpExtension unknown = new NhrpExtension.Unknown(77, false, Octets.ofHex("01"));
        ForwardTransitRecord record = ForwardTransitRecord.EMPTY.with(
                ClientInformationEntry.mapping(0, 1400, 600, IpAddress.parse("203.0.113.9"), IpAddress.parse("10.0.0.9")));

        assertThat(ask(request(ResolutionFlags.REQUEST, List.of(ENTRY), unknown, record)).extensions())
                .containsExactly(unknown, record, PASSWORD);
    }

    @Test
    @Shows({"RFC2332/5.3.1-fill", "RFC2332/5.3.1-asked"})
    void aReplyNamesItsResponderIfTheRequestAsksForIt() {
        ResolutionReply asked = ask(request(ResolutionFlags.REQUEST, List.of(ENTRY), ResponderAddress.EMPTY));
        assertThat(asked.extension(ResponderAddress.class).orElseThrow().responder().orElseThrow().protocolAddress())
                .contains(NhrpLab.HUB);

        hub.tunnel.deliver(STRANGER_NBMA, request(ResolutionFlags.REQUEST, List.of(ENTRY)));
        assertThat(((ResolutionReply) hub.tunnel.sentNhrp.getLast()).extension(ResponderAddress.class)).isEmpty();
    }

    @Test
    @Shows("RFC2332/6.3-host")
    void behindADefaultRouteTheAnswerIsForTheHostAlone() {
        hub.table().install(new Route(IpPrefix.parse("0.0.0.0/0"), RouteSource.STATIC, 1, 0,
                Optional.empty(), Optional.of(hub.lan.name()), 0, Origin.NONE));
        lab.start();
        hub.tunnel.deliver(STRANGER_NBMA, new ResolutionRequest(
                NhrpHeader.originated(STRANGER_NBMA, STRANGER, IpAddress.parse("172.31.0.1")), 9, ResolutionFlags.REQUEST,
                List.of(ENTRY), List.of(PASSWORD)));

        assertThat(((ResolutionReply) hub.tunnel.sentNhrp.getLast()).entries()).singleElement()
                .satisfies(entry -> assertThat(entry.prefixLength()).isEqualTo(32));
    }

    @Test
    @Shows("RFC2332/6.2.1-strength")
    void aRequestDoesNotReplaceARegistration() {
        lab.spoke(1);
        lab.start();
        lab.runTo(10);
        IpAddress s1 = IpAddress.parse("10.0.0.11");
        hub.tunnel.deliver(STRANGER_NBMA, new ResolutionRequest(
                NhrpHeader.originated(STRANGER_NBMA, s1, IpAddress.parse("192.168.1.10")), 9, ResolutionFlags.REQUEST,
                List.of(ENTRY), List.of(PASSWORD)));

        assertThat(hub.show("show ip nhrp")).contains("NBMA address: 198.51.100.11").doesNotContain("198.51.100.77");
    }

    @Test
    @Shows({"RFC2332/5.2.2-way", "RFC2332/5.3.3-append", "NHRP/3-off"})
    void aReplyThatCrossesAServerHasItInItsReverseRecord() {
        NhrpLab frr = NhrpLab.clearCloud();
        Node server = frr.hub(LabOptions.hub().platform(Platforms.FRR));
        Node one = frr.spoke(1, LabOptions.spoke().platform(Platforms.FRR));
        Node two = frr.spoke(2, LabOptions.spoke().platform(Platforms.FRR));
        one.route("192.168.0.0/16", "10.0.0.1");
        two.route("192.168.0.0/16", "10.0.0.1");
        frr.start();
        frr.runTo(100);
        one.data("192.168.11.10", "192.168.12.10");
        frr.runTo(101);

        ResolutionReply atFirst = (ResolutionReply) Phase3Cloud.sent(two, ResolutionReply.class).getFirst();
        ResolutionReply onItsWay = (ResolutionReply) Phase3Cloud.sent(server, ResolutionReply.class).getFirst();
        assertThat(atFirst.extension(ReverseTransitRecord.class).orElseThrow().entries()).isEmpty();
        assertThat(onItsWay.extension(ReverseTransitRecord.class).orElseThrow().entries()).singleElement()
                .satisfies(entry -> assertThat(entry.protocolAddress()).contains(NhrpLab.HUB));
    }

    @Test
    @Shows("RFC2332/5.2.0.1-mtu")
    void theMtuOfAnEntryIsThatOfIosAndChangesNoTunnel() {
        int before = hub.tunnel.mtuBytes();
        ResolutionReply reply = ask(request(ResolutionFlags.REQUEST, List.of(ClientInformationEntry.ofSource(32, 100, 600))));

        assertThat(reply.entries().get(0).mtuBytes()).isEqualTo(17_916);
        assertThat(hub.tunnel.mtuBytes()).isEqualTo(before);
    }
}
