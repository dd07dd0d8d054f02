package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Summary, traffic and details of a Phase 3 cloud after a shortcut, in the layouts of IOS-XE. */
class NhrpSummariesTest {

    private final Phase3Cloud cloud = new Phase3Cloud();

    @BeforeEach
    void aShortcutIsThere() {
        cloud.lab.start();
        cloud.lab.runTo(100);
        cloud.s1.data(Phase3Cloud.S1_HOST, Phase3Cloud.S2_HOST);
        cloud.lab.runTo(105);
    }

    @Test
    void aSummaryCountsTheCache() {
        assertThat(cloud.s1.show("show ip nhrp summary")).isEqualTo("""
                IP NHRP cache 3 entries, 2352 bytes
                    1 static   2 dynamic    0 incomplete
                3 Remote
                    1 static   2 dynamic    0 incomplete
                    1 nhop     0 bfd
                    0 default  0 temporary
                    2 route
                        2 rib (2 H    0 nho)
                        0 bgp
                    0 lfib
                0 Local
                    0 static   0 dynamic    0 incomplete
                    0 lfib
                """);
        assertThat(cloud.s2.show("show ip nhrp summary")).endsWith("1 Local\n    0 static   1 dynamic    0 incomplete\n    0 lfib\n");
        assertThat(cloud.hub.show("show ip nhrp summary")).startsWith("IP NHRP cache 2 entries, 1568 bytes\n").contains("    2 nhop     0 bfd\n");
    }

    @Test
    void detailsOfTrafficTellWhatTheHubPassedOn() {
        String traffic = cloud.hub.show("show ip nhrp traffic detail");

        assertThat(traffic).startsWith("Global statistics:\n   Sent: Total ").contains("   Fwd: Total 1\n         1 Resolution Request  0 Resolution Reply");
        assertThat(cloud.hub.show("show ip nhrp traffic")).doesNotContain("Fwd", "Global");
    }

    @Test
    void detailsTellOfTunnelServersTargetsAndSessions() {
        String detail = cloud.s1.show("show dmvpn detail");

        assertThat(detail.substring(detail.indexOf("Interface"))).isEqualTo("""
                Interface Tunnel100 is up/up, Addr. is 10.0.0.11, VRF ""
                   Tunnel Src./Dest. addr: 198.51.100.11/MGRE, Tunnel VRF ""
                   Protocol/Transport: "multi-GRE/IP", Protect ""
                   Interface State Control: Disabled
                   nhrp event-publisher : Disabled

                IPv4 NHS:
                10.0.0.1  RE priority = 0 cluster = 0
                Type:Spoke, Total NBMA Peers (v4/v6): 2

                # Ent  Peer NBMA Addr Peer Tunnel Add State  UpDn Tm Attrb    Target Network
                ----- --------------- --------------- ----- -------- ----- -----------------
                    1 203.0.113.1            10.0.0.1    UP 00:01:43     S        10.0.0.1/32
                    2 198.51.100.12         10.0.0.12    UP 00:00:04   DT1    192.168.12.0/24
                      198.51.100.12         10.0.0.12    UP 00:00:04   DT1       10.0.0.12/32


                Crypto Session Details:
                --------------------------------------------------------------------------------

                Pending DMVPN Sessions:

                """);
    }

    @Test
    void aServerThatDoesNotAnswerIsExpectedToReply() {
        cloud.hub.powerOff();
        cloud.lab.runTo(800);

        assertThat(cloud.s1.show("show dmvpn detail")).contains("IPv4 NHS:\n10.0.0.1   E priority = 0 cluster = 0\n");
    }
}
