package dmvpn.sim.nhrp;

import static dmvpn.sim.nhrp.Phase3Cloud.S1_HOST;
import static dmvpn.sim.nhrp.Phase3Cloud.S2_HOST;
import static dmvpn.sim.nhrp.Phase3Cloud.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpExtension.ForwardTransitRecord;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.nhrp.message.TrafficIndication;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.routing.RouteSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Redirect, resolution and shortcut: the exchange that turns spoke-hub-spoke into spoke-spoke (Cisco, "Shortcut Switching
 * Enhancements for NHRP in DMVPN Networks"), to the millisecond of the nominal model.
 */
class Phase3Test {

    private final Phase3Cloud cloud = new Phase3Cloud();
    private final NhrpLab lab = cloud.lab;
    private final Node hub = cloud.hub;
    private final Node s1 = cloud.s1;
    private final Node s2 = cloud.s2;

    @Test
    void theFirstEchoGoesByTheHubAndTheSecondGoesDirectly() {
        lab.start();
        cloud.pingUntil(100, 102);

        assertThat(s2.delivered).containsExactly("100.020 192.168.12.10", "101.010 192.168.12.10");
        assertThat(s1.delivered).containsExactly("100.040 192.168.11.10", "101.020 192.168.11.10");
    }

    @Test
    void theExchangeHasTheTimesOfTheNominalModel() {
        lab.start();
        cloud.pingUntil(100, 102);

        assertThat(hub.timesOf("Traffic Indication sent")).containsExactly(100.01, 100.03);
        assertThat(s1.timesOf("Resolution Request sent")).containsExactly(100.02);
        assertThat(hub.timesOf("Resolution Request forwarded")).containsExactly(100.03, 100.05);
        assertThat(s2.timesOf("Resolution Request sent")).containsExactly(100.04);
        assertThat(s1.timesOf("Resolution Reply sent")).containsExactly(100.07);
        assertThat(s2.timesOf("Resolution Reply sent")).containsExactly(100.08);
        assertThat(s2.timesOf("shortcut installed")).containsOnly(100.08);
        assertThat(s1.timesOf("shortcut installed")).containsOnly(100.09);
    }

    @Test
    @Shows({"RFC2332/5.2.2-way", "NHRP/3-on"})
    void theHubSendsAndForwardsWhatRealCountersShow() {
        lab.start();
        cloud.pingUntil(100, 110);

        assertThat(sent(hub, TrafficIndication.class)).hasSize(2);
        assertThat(sent(hub, ResolutionRequest.class)).hasSize(2);
        assertThat(sent(hub, ResolutionReply.class)).as("replies go directly").isEmpty();
        assertThat(sent(s1, ResolutionRequest.class)).hasSize(1);
        assertThat(sent(s1, ResolutionReply.class)).hasSize(1);
        assertThat(s1.timesOf("Traffic Indication received")).hasSize(1);
    }

    @Test
    void underASummaryTheShortcutIsAnNhrpRoute() {
        lab.start();
        cloud.pingUntil(100, 102);

        assertThat(s1.table().best(IpPrefix.parse("192.168.12.0/24"))).hasValueSatisfying(route -> {
            assertThat(route.source()).isEqualTo(RouteSource.NHRP);
            assertThat(route.distance()).isEqualTo(250);
            assertThat(route.metric()).isEqualTo(1);
            assertThat(route.nextHop()).contains(IpAddress.parse("10.0.0.12"));
        });
        assertThat(s1.table().best(IpPrefix.parse("10.0.0.12/32")))
                .hasValueSatisfying(route -> assertThat(route.nextHop()).isEmpty());
    }

    @Test
    void theCacheLooksAsOnARouter() {
        lab.start();
        cloud.pingUntil(100, 102);

        assertThat(s1.show("show ip nhrp")).isEqualTo("""
                10.0.0.1/32 via 10.0.0.1
                   Tunnel100 created 00:01:42, never expire
                   Type: static, Flags: used
                   NBMA address: 203.0.113.1
                10.0.0.12/32 via 10.0.0.12
                   Tunnel100 created 00:00:01, expire 00:09:58
                   Type: dynamic, Flags: router used nhop rib
                   NBMA address: 198.51.100.12
                192.168.11.0/24 via 10.0.0.11
                   Tunnel100 created 00:00:01, expire 00:09:58
                   Type: dynamic, Flags: router unique local
                   NBMA address: 198.51.100.11
                    (no-socket)
                192.168.12.0/24 via 10.0.0.12
                   Tunnel100 created 00:00:01, expire 00:09:58
                   Type: dynamic, Flags: router used rib
                   NBMA address: 198.51.100.12
                """);
    }

    @Test
    void showDmvpnListsPeersWithTheirEntries() {
        lab.start();
        cloud.pingUntil(100, 102);

        assertThat(s1.show("show dmvpn")).isEqualTo("""
                Legend: Attrb --> S - Static, D - Dynamic, I - Incomplete
                \tN - NATed, L - Local, X - No Socket
                \tT1 - Route Installed, T2 - Nexthop-override, B - BGP
                \tC - CTS Capable, I2 - Temporary
                \t# Ent --> Number of NHRP entries with same NBMA peer
                \tNHS Status: E --> Expecting Replies, R --> Responding, W --> Waiting
                \tUpDn Time --> Up or Down Time for a Tunnel
                ==========================================================================

                Interface: Tunnel100, IPv4 NHRP Details\s
                Type:Spoke, NHRP Peers:2,\s

                 # Ent  Peer NBMA Addr Peer Tunnel Add State  UpDn Tm Attrb
                 ----- --------------- --------------- ----- -------- -----
                     1 203.0.113.1            10.0.0.1    UP 00:01:40     S
                     2 198.51.100.12         10.0.0.12    UP 00:00:01   DT1
                                             10.0.0.12    UP 00:00:01   DT1

                """);
    }

    @Test
    @Shows("NHRP/7-on")
    void aRouteOfExactlyThePrefixGetsItsNextHopOverridden() {
        s1.noRoute("192.168.0.0/16");
        s1.route("192.168.12.0/24", "10.0.0.1");
        lab.start();
        cloud.pingUntil(100, 102);

        assertThat(s1.table().nextHopOverride(IpPrefix.parse("192.168.12.0/24"))).contains(IpAddress.parse("10.0.0.12"));
        assertThat(s1.table().best(IpPrefix.parse("192.168.12.0/24")))
                .hasValueSatisfying(route -> assertThat(route.source()).isEqualTo(RouteSource.EIGRP));
        assertThat(s1.show("show ip nhrp")).contains("Flags: router used rib nho");
        assertThat(s1.show("show dmvpn")).contains("00:00:01   DT2\n").contains("00:00:01   DT1\n");
        assertThat(s2.delivered).last().isEqualTo("101.010 192.168.12.10");
    }

    @Test
    @Shows("RFC2332/6.2.1-requester")
    void anotherHostBehindTheShortcutIsReachedDirectlyWithoutANewRequest() {
        lab.start();
        cloud.pingUntil(100, 102);
        s1.data(S1_HOST, "192.168.12.77");
        lab.runTo(103);

        assertThat(s2.delivered).last().isEqualTo("102.010 192.168.12.77");
        assertThat(sent(s1, ResolutionRequest.class)).hasSize(1);
    }

    @Test
    @Shows({"RFC2332/5.1-hopcount", "RFC2332/5.2.0.1-source", "RFC2332/5.3.2-append"})
    void theHubForwardsTheRequestWithOneHopLessItselfInTheRecordAndTheSameRequestId() {
        lab.start();
        cloud.pingUntil(100, 101);

        ResolutionRequest original = (ResolutionRequest) sent(s1, ResolutionRequest.class).get(0);
        ResolutionRequest forwarded = (ResolutionRequest) sent(hub, ResolutionRequest.class).get(0);
        assertThat(original.lengthBytes()).as("observed on CSR1000v").isEqualTo(88);
        assertThat(forwarded.lengthBytes()).as("observed on CSR1000v").isEqualTo(108);
        assertThat(forwarded.header().hopCount()).isEqualTo(254);
        assertThat(forwarded.requestId()).isEqualTo(original.requestId());
        assertThat(forwarded.header().sourceNbmaAddress()).isEqualTo(original.header().sourceNbmaAddress());
        assertThat(forwarded.extension(ForwardTransitRecord.class).orElseThrow().entries()).singleElement()
                .satisfies(entry -> assertThat(entry.protocolAddress()).contains(NhrpLab.HUB));
    }

    @Test
    @Shows({"RFC2332/2.2-egress", "RFC2332/5.2.1-widest", "RFC2332/5.2.2-answer", "RFC2332/6.3-aggregate"})
    void theAnswerIsThePrefixOfTheEgressRoute() {
        lab.start();
        cloud.pingUntil(100, 101);

        ResolutionReply reply = (ResolutionReply) sent(s2, ResolutionReply.class).get(0);
        assertThat(reply.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.prefixLength()).isEqualTo(24);
            assertThat(entry.nbmaAddress()).contains(IpAddress.parse("198.51.100.12"));
            assertThat(entry.protocolAddress()).contains(IpAddress.parse("10.0.0.12"));
        });
        assertThat(reply.flagNames()).isEqualTo("router auth dst-stable unique src-stable nat");
        assertThat(reply.lengthBytes()).isEqualTo(136);
    }

    @Test
    void oneIndicationInEightSecondsForAPairOfSourceAndDestination() {
        lab.cut(s1, s2);
        lab.start();
        cloud.pingUntil(100, 117);

        assertThat(hub.timesOf("Traffic Indication sent"))
                .containsExactly(100.01, 100.03, 108.01, 108.03, 116.01, 116.03);
    }

    @Test
    void withoutRedirectOnTheHubTrafficStaysOnTheHub() {
        NhrpLab other = NhrpLab.protectedCloud();
        Node plainHub = other.hub(LabOptions.hub().redirect(false));
        Node spoke = other.spoke(1);
        other.spoke(2);
        other.start();
        other.runTo(100);
        spoke.data(S1_HOST, S2_HOST);
        other.runTo(110);

        assertThat(plainHub.timesOf("Traffic Indication sent")).isEmpty();
        assertThat(sent(spoke, ResolutionRequest.class)).isEmpty();
    }

    @Test
    void withoutShortcutOnTheSpokeARedirectIsIgnored() {
        NhrpLab other = NhrpLab.protectedCloud();
        other.hub();
        Node spoke = other.spoke(1, LabOptions.spoke().shortcut(false));
        spoke.route("192.168.0.0/16", "10.0.0.1");
        other.spoke(2);
        other.start();
        other.runTo(100);
        spoke.data(S1_HOST, S2_HOST);
        other.runTo(110);

        assertThat(spoke.events()).anyMatch(event -> event.startsWith("100.020 redirect ignored [shortcut is not configured"));
        assertThat(sent(spoke, ResolutionRequest.class)).isEmpty();
    }

    @Test
    @Shows({"RFC2332/5.2.2-code12", "NHRP/8-off"})
    void aRequestForADestinationWithoutRouteIsRefusedWithCode12() {
        lab.start();
        lab.runTo(100);
        TrafficIndication indication = TrafficIndication.redirect(
                NhrpHeader.originated(NhrpLab.HUB_NBMA, NhrpLab.HUB, IpAddress.parse(S1_HOST)),
                IpPacket.originated(IpAddress.parse(S1_HOST), IpAddress.parse("192.168.99.1"), 17,
                        new OpaquePacket(Octets.of(new byte[8]))),
                List.of(new Authentication("dmvpnkey")));
        s1.tunnel.deliver(NhrpLab.HUB_NBMA, indication);
        lab.runTo(110);

        assertThat(s1.events()).contains("100.020 resolution refused [no binding exists]");
        assertThat(sent(s1, ResolutionRequest.class)).hasSize(1);
    }

    @Test
    @Shows("NHRP/3-off")
    void frrAnswersByTheHubAndInstallsDistance10() {
        NhrpLab other = NhrpLab.clearCloud();
        Platform frr = new Platform(Vendor.FRR, "", Origin.NONE);
        Node frrHub = other.hub(LabOptions.hub().platform(frr));
        Node one = other.spoke(1, LabOptions.spoke().platform(frr));
        Node two = other.spoke(2, LabOptions.spoke().platform(frr));
        one.route("192.168.0.0/16", "10.0.0.1");
        two.route("192.168.0.0/16", "10.0.0.1");
        other.start();
        other.runTo(100);
        one.data(S1_HOST, S2_HOST);
        other.runTo(101);

        assertThat(frrHub.timesOf("Resolution Reply forwarded")).containsExactly(100.05);
        assertThat(one.timesOf("shortcut installed")).containsOnly(100.06);
        assertThat(one.table().best(IpPrefix.parse("192.168.12.0/24")))
                .hasValueSatisfying(route -> assertThat(route.distance()).isEqualTo(10));
    }
}
