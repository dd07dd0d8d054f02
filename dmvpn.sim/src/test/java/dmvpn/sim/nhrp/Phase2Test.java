package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.tunnel.FarEnd;
import org.junit.jupiter.api.Test;

/**
 * Resolution of next hops (ipSpace.net, "DMVPN Phase 2 Fundamentals" and "DMVPN Spoke NHRP Behavior Changed in IOS Release
 * 15.0"), to the millisecond of the nominal model.
 */
class Phase2Test {

    private static final String S1_HOST = "192.168.11.10";
    private static final String S2_HOST = "192.168.12.10";
    private static final LabOptions SPOKE = LabOptions.spoke().shortcut(false);

    private final NhrpLab lab = NhrpLab.protectedCloud();
    private final Node hub = lab.hub(LabOptions.hub().redirect(false));
    private final Node s1 = lab.spoke(1, SPOKE);
    private final Node s2 = lab.spoke(2, SPOKE);

    Phase2Test() {
        s1.route("192.168.12.0/24", "10.0.0.12");
        s2.route("192.168.11.0/24", "10.0.0.11");
    }

    private void echo(double second) {
        lab.runTo(second);
        s1.data(S1_HOST, S2_HOST);
        int answered = s2.delivered.size();
        while (s2.delivered.size() == answered && lab.clock.runNext()) {
            // until the echo arrives
        }
        s2.data(S2_HOST, S1_HOST);
        lab.runTo(second + 0.9);
    }

    @Test
    @Shows({"RFC2332/2.2-meanwhile", "NHRP/2-on", "NHRP/4-off"})
    void anUnresolvedNextHopStartsAResolutionWhileDataGoesByTheServer() {
        lab.start();
        echo(100);
        echo(101);

        assertThat(s2.delivered).containsExactly("100.020 192.168.12.10", "101.010 192.168.12.10");
        assertThat(s1.delivered).containsExactly("100.040 192.168.11.10", "101.020 192.168.11.10");
        assertThat(s1.timesOf("Resolution Request sent")).containsExactly(100.0);
        assertThat(s2.timesOf("Resolution Request sent")).containsExactly(100.02);
        assertThat(hub.timesOf("Resolution Request forwarded")).containsExactly(100.01, 100.03);
        assertThat(s1.timesOf("Resolution Reply sent")).containsExactly(100.05);
        assertThat(s2.timesOf("Resolution Reply sent")).containsExactly(100.06);
        assertThat(s1.timesOf("Resolution Reply received")).containsExactly(100.07);
        assertThat(hub.timesOf("Resolution Reply forwarded")).isEmpty();
        assertThat(hub.timesOf("Traffic Indication sent")).isEmpty();
    }

    @Test
    @Shows("NHRP/13-off")
    void theFinalTablesAreThoseOfARouter() {
        lab.start();
        echo(100);
        echo(101);

        assertThat(s1.show("show ip nhrp")).isEqualTo("""
                10.0.0.1/32 via 10.0.0.1
                   Tunnel100 created 00:01:41, never expire
                   Type: static, Flags:\s
                   NBMA address: 203.0.113.1
                10.0.0.11/32 via 10.0.0.11
                   Tunnel100 created 00:00:01, expire 00:09:58
                   Type: dynamic, Flags: router unique local
                   NBMA address: 198.51.100.11
                    (no-socket)
                10.0.0.12/32 via 10.0.0.12
                   Tunnel100 created 00:00:01, expire 00:09:58
                   Type: dynamic, Flags: router used
                   NBMA address: 198.51.100.12
                """);
        assertThat(s1.show("show dmvpn"))
                .contains("     1 203.0.113.1            10.0.0.1    UP 00:01:40     S\n")
                .contains("     1 198.51.100.12         10.0.0.12    UP 00:00:01     D\n");
    }

    @Test
    @Shows("NHRP/11-on")
    void theTemporaryEntryLivesThreeMinutesAndKeepsToItsServerEvenWhenThatIsDead() {
        lab.cut(s1, s2);
        lab.start();
        echo(110);
        assertThat(s1.show("show dmvpn")).contains("10.0.0.12    UP 00:00:00    I2\n");
        assertThat(s1.show("show ip nhrp")).contains("10.0.0.12/32 via 10.0.0.12\n").contains("Flags: used temporary\n");

        s1.sockets.lose(NhrpLab.HUB_NBMA);
        assertThat(s1.tunnel.resolver().peek(IpAddress.parse("10.0.0.12"), anyPacket())).contains(FarEnd.of(NhrpLab.HUB_NBMA));
        lab.runTo(291);
        assertThat(s1.timesOf("cache entry removed")).containsExactly(290.0);
    }

    @Test
    void aRepeatedRequestAsksTheNextServer() {
        NhrpLab dual = NhrpLab.protectedCloud();
        Node h1 = dual.hub(LabOptions.hub().redirect(false));
        Node h2 = dual.node("H2", "203.0.113.2", "10.0.0.2", "192.168.2.1/24", LabOptions.hub().redirect(false));
        LabOptions spoke = SPOKE.servers(NhrpLab.server("10.0.0.1", "203.0.113.1"), NhrpLab.server("10.0.0.2", "203.0.113.2"));
        Node one = dual.spoke(1, spoke);
        Node two = dual.spoke(2, spoke);
        one.route("192.168.12.0/24", "10.0.0.12");
        dual.start();
        dual.runTo(100);
        h1.powerOff();
        one.data(S1_HOST, S2_HOST);
        dual.runTo(102);

        assertThat(one.timesOf("Resolution Request sent")).containsExactly(100.0, 101.0);
        assertThat(h2.timesOf("Resolution Request forwarded")).containsExactly(101.01);
        assertThat(two.timesOf("Resolution Request received")).containsExactly(101.02);
        assertThat(one.show("show ip nhrp")).contains("NBMA address: 198.51.100.12");
    }

    @Test
    void withoutAServerAnUnresolvedNextHopIsDroppedWithTheReason() {
        lab.start();
        lab.runTo(10);
        hub.route("192.168.99.0/24", "10.0.0.99");
        hub.data("192.168.1.10", "192.168.99.1");

        assertThat(hub.events()).last().isEqualTo("10.000 packet dropped [no mapping for the next hop, and no server to ask]");
    }

    @Test
    void lookingAtThePathChangesNothing() {
        lab.start();
        lab.runTo(10);
        int events = s1.events().size();

        assertThat(s1.tunnel.resolver().peek(IpAddress.parse("10.0.0.12"), anyPacket())).contains(FarEnd.of(NhrpLab.HUB_NBMA));
        assertThat(s1.events()).hasSize(events);
        assertThat(s1.show("show ip nhrp")).doesNotContain("10.0.0.12");
    }

    @Test
    void showNhsDetailTellsWhoAnswers() {
        lab.start();
        lab.runTo(23.02);

        assertThat(s1.show("show ip nhrp nhs detail")).isEqualTo("""
                Legend: E=Expecting replies, R=Responding, W=Waiting, D=Dynamic
                Tunnel100:
                10.0.0.1  RE  NBMA Address: 203.0.113.1 priority = 0 cluster = 0  req-sent 1  req-failed 0  repl-recv 1 (00:00:22 ago)
                 Current Request ID: 1 (Ack: 1)
                 Protection Socket Requested: FALSE
                """);
    }

    @Test
    void showNhsDetailTellsWhatIsPendingWhenNobodyAnswers() {
        hub.powered = false;
        lab.start();
        lab.runTo(105);

        assertThat(s1.show("show ip nhrp nhs detail")).isEqualTo("""
                Legend: E=Expecting replies, R=Responding, W=Waiting, D=Dynamic
                Tunnel100:
                10.0.0.1   E  NBMA Address: 203.0.113.1 priority = 0 cluster = 0  req-sent 6  req-failed 0  repl-recv 0
                 Current Request ID: 0 (Ack: 0)
                 Protection Socket Requested: TRUE

                Pending Registration Requests:
                Registration Request: Reqid 0, Ret 64  NHS 10.0.0.1 expired (Tu100)
                """);
        assertThat(s1.show("show dmvpn")).contains("     1 203.0.113.1            10.0.0.1   IKE    never     S\n");
    }

    private static IpPacket anyPacket() {
        return IpPacket.originated(IpAddress.parse(S1_HOST), IpAddress.parse(S2_HOST), IpPacket.UDP,
                new OpaquePacket(Octets.of(new byte[1])));
    }
}
