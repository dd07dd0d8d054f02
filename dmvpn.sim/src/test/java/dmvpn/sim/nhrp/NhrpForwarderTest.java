package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpExtension.ForwardTransitRecord;
import dmvpn.sim.nhrp.message.NhrpExtension.NatAddress;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.RegistrationFlags;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.nhrp.message.ResolutionFlags;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.nhrp.message.TrafficIndication;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Passing packets on: RFC 2332 sections 5.2.1, 5.2.7 and 5.3.2. */
class NhrpForwarderTest {

    private static final IpAddress S1 = IpAddress.parse("10.0.0.11");
    private static final IpAddress S1_NBMA = IpAddress.parse("198.51.100.11");

    private final NhrpLab lab = NhrpLab.protectedCloud();

    private static ResolutionRequest request(int hopCount, ForwardTransitRecord record) {
        return new ResolutionRequest(new NhrpHeader(hopCount, S1_NBMA, S1, IpAddress.parse("192.168.12.10")), 9,
                ResolutionFlags.REQUEST, List.of(ClientInformationEntry.ofSource(32, 1400, 600)),
                List.of(record, new Authentication("dmvpnkey"), NatAddress.EMPTY));
    }

    private Node hubWithClients() {
        Node hub = lab.hub();
        lab.spoke(1);
        lab.spoke(2);
        lab.start();
        lab.runTo(10);
        hub.tunnel.sentNhrp.clear();
        return hub;
    }

    @Test
    @Shows({"RFC2332/3-contiguous", "RFC2332/4-server", "RFC2332/5.1-hopcount", "RFC2332/5.2.1-forward",
            "RFC2332/5.3.2-append"})
    void inAHierarchyEachServerForwardsAndTheAnswerComesDirectly() {
        LabOptions regional = LabOptions.hub().shortcut(true);
        Node central = lab.node("C", "203.0.113.1", "10.0.0.1", "192.168.1.1/24", LabOptions.hub());
        Node r1 = lab.node("R1", "203.0.113.2", "10.0.0.2", "192.168.2.1/24",
                regional.servers(NhrpLab.server("10.0.0.1", "203.0.113.1")));
        Node r2 = lab.node("R2", "203.0.113.3", "10.0.0.3", "192.168.3.1/24",
                regional.servers(NhrpLab.server("10.0.0.1", "203.0.113.1")));
        Node s1 = lab.spoke(1, LabOptions.spoke().servers(NhrpLab.server("10.0.0.2", "203.0.113.2")));
        Node s4 = lab.spoke(4, LabOptions.spoke().servers(NhrpLab.server("10.0.0.3", "203.0.113.3")));
        central.route("192.168.11.0/24", "10.0.0.2");
        central.route("192.168.14.0/24", "10.0.0.3");
        r1.route("192.168.11.0/24", "10.0.0.11");
        r1.route("192.168.0.0/16", "10.0.0.1");
        r2.route("192.168.14.0/24", "10.0.0.14");
        r2.route("192.168.0.0/16", "10.0.0.1");
        s1.route("192.168.0.0/16", "10.0.0.2");
        s4.route("192.168.0.0/16", "10.0.0.3");
        lab.start();
        lab.runTo(100);
        s1.data("192.168.11.10", "192.168.14.10");
        lab.runTo(101);

        assertThat(s4.delivered).containsExactly("100.040 192.168.14.10");
        assertThat(r1.timesOf("Traffic Indication sent")).containsExactly(100.01);
        ResolutionRequest arrived = r2.tunnel.sentNhrp.stream().filter(ResolutionRequest.class::isInstance)
                .map(ResolutionRequest.class::cast).findFirst().orElseThrow();
        assertThat(arrived.header().hopCount()).isEqualTo(252);
        assertThat(arrived.extension(ForwardTransitRecord.class).orElseThrow().entries())
                .extracting(entry -> entry.protocolAddress().orElseThrow().toString())
                .containsExactly("10.0.0.2", "10.0.0.1", "10.0.0.3");
        assertThat(s1.table().best(IpPrefix.parse("192.168.14.0/24")))
                .hasValueSatisfying(route -> assertThat(route.nextHop()).contains(IpAddress.parse("10.0.0.14")));
        assertThat(List.of(r1, central, r2)).allSatisfy(
                server -> assertThat(server.timesOf("shortcut installed")).isEmpty());
        s1.data("192.168.11.10", "192.168.14.10");
        lab.runTo(102);
        assertThat(s4.delivered).last().isEqualTo("101.010 192.168.14.10");
    }

    @Test
    @Shows("RFC2332/3-networks")
    void tunnelsOfDifferentNetworkIdsAreNotOneNetwork() {
        Node hub = hubWithClients();
        NhrpLab other = NhrpLab.clearCloud();
        Node stranger = other.node("X", "203.0.113.9", "10.9.0.1", "192.168.99.1/24",
                new LabOptions(LabOptions.hub().platform(), LabOptions.hub().password(), 600, true, true, false, true, 2, List.of(),
                        dmvpn.network.tunnel.NhrpOptions.DEFAULT));

        assertThat(NhrpRoutes.sameNetwork(tunnel(hub), tunnel(hub))).isTrue();
        assertThat(NhrpRoutes.sameNetwork(tunnel(hub), tunnel(stranger))).isFalse();
    }

    private static NhrpTunnel tunnel(Node node) {
        return new NhrpTunnel(node.router, node.tunnel, node.sockets, NhrpBehaviour.CISCO_IOS_XE, new RequestIds());
    }

    @Test
    @Shows({"RFC2332/5.1-hopcount-zero", "RFC2332/5.2.7-code15"})
    void aPacketWithoutHopsLeftIsDroppedWithError15() {
        Node hub = hubWithClients();
        hub.tunnel.deliver(S1_NBMA, request(0, ForwardTransitRecord.EMPTY));

        assertThat(hub.tunnel.sentNhrp).singleElement().isInstanceOfSatisfying(ErrorIndication.class,
                error -> assertThat(error.code()).isEqualTo(ErrorCode.HOP_COUNT_EXCEEDED));
    }

    @Test
    @Shows({"RFC2332/5.2.7-code3", "RFC2332/5.3.2-loop"})
    void ownAddressInTheForwardRecordIsALoop() {
        Node hub = hubWithClients();
        hub.tunnel.deliver(S1_NBMA, request(200, ForwardTransitRecord.EMPTY.with(
                ClientInformationEntry.mapping(32, 1400, 600, NhrpLab.HUB_NBMA, NhrpLab.HUB))));

        assertThat(hub.tunnel.sentNhrp).singleElement().isInstanceOfSatisfying(ErrorIndication.class,
                error -> assertThat(error.code()).isEqualTo(ErrorCode.LOOP_DETECTED));
    }

    @Test
    @Shows("RFC2332/5.2.7-never")
    void anErrorIndicationIsNeverAnsweredWithOne() {
        Node hub = hubWithClients();
        ErrorIndication error = ErrorIndication.about(request(255, ForwardTransitRecord.EMPTY),
                ErrorCode.LOOP_DETECTED, new NhrpHeader(0, S1_NBMA, S1, IpAddress.parse("10.0.0.12")));
        hub.tunnel.deliver(S1_NBMA, error);

        assertThat(hub.tunnel.sentNhrp).isEmpty();
        assertThat(hub.events()).last().asString().contains("Error Indication dropped");
    }

    @Test
    void aServerFillsInTheAddressOfItsClientBehindNat() {
        Node hub = lab.hub();
        lab.spoke(2);
        lab.start();
        lab.runTo(10);
        IpAddress outside = IpAddress.parse("192.0.2.50");
        hub.sockets.open(outside);
        hub.tunnel.deliver(outside, new RegistrationRequest(
                NhrpHeader.originated(IpAddress.parse("172.20.1.2"), S1, NhrpLab.HUB), 1,
                new RegistrationFlags(true, true),
                List.of(ClientInformationEntry.ofSource(32, 1400, 600)), List.of(new Authentication("dmvpnkey"))));
        hub.tunnel.sentNhrp.clear();
        hub.tunnel.deliver(outside, request(255, ForwardTransitRecord.EMPTY));

        NhrpPacket forwarded = (NhrpPacket) hub.tunnel.sentNhrp.get(0);
        assertThat(forwarded.extension(NatAddress.class).orElseThrow().entries()).singleElement()
                .satisfies(entry -> assertThat(entry.nbmaAddress()).isEqualTo(Optional.of(outside)));
    }

    @Test
    @Shows("RFC2332/6.4-ingress")
    void aRedirectForAnotherStationIsPassedOnAlongTheRoute() {
        Node hub = hubWithClients();
        TrafficIndication indication = TrafficIndication.redirect(
                NhrpHeader.originated(IpAddress.parse("203.0.113.9"), IpAddress.parse("10.0.0.9"),
                        IpAddress.parse("192.168.11.10")),
                IpPacket.originated(IpAddress.parse("192.168.11.10"), IpAddress.parse("192.168.12.10"), 17,
                        new OpaquePacket(Octets.EMPTY)),
                List.of(new Authentication("dmvpnkey")));
        hub.tunnel.deliver(IpAddress.parse("203.0.113.9"), indication);

        assertThat(hub.tunnel.sentNhrp).singleElement().isInstanceOf(TrafficIndication.class);
        assertThat(((NhrpPacket) hub.tunnel.sentNhrp.get(0)).header().hopCount()).isEqualTo(254);
    }

    @Test
    @Shows("RFC2332/5.2.2-code12")
    void aRequestForAStationThatNobodyRegisteredIsRefused() {
        Node hub = hubWithClients();
        hub.tunnel.deliver(S1_NBMA, new ResolutionRequest(
                NhrpHeader.originated(S1_NBMA, S1, IpAddress.parse("10.0.0.99")), 9, ResolutionFlags.REQUEST,
                List.of(ClientInformationEntry.ofSource(32, 1400, 600)), List.of(new Authentication("dmvpnkey"))));

        assertThat(hub.tunnel.sentNhrp).singleElement().isInstanceOfSatisfying(ResolutionReply.class,
                reply -> assertThat(reply.entries().get(0).code().code()).isEqualTo(12));
    }
}
