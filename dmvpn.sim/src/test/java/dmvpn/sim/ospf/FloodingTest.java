package dmvpn.sim.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ospf.OspfLab.Node;
import dmvpn.sim.ospf.OspfLab.Segment;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.OspfAuthentication;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfPacketV2;
import dmvpn.sim.packet.IpPacket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How advertisements travel, are acknowledged, repeated, refreshed and flushed (RFC 2328 sections 12 to 14). */
class FloodingTest {

    private final OspfLab lab = new OspfLab();
    private final Segment left = lab.segment();
    private final Segment right = lab.segment();
    private Node first;
    private Node middle;
    private Node last;

    private void line() {
        first = lab.node("A").loopback("1.1.1.1").link(left, "Left", "10.0.0.1/30", Port.pointToPoint())
                .lan("192.168.1.1/24").start();
        middle = lab.node("B").loopback("2.2.2.2").link(left, "Left", "10.0.0.2/30", Port.pointToPoint())
                .link(right, "Right", "10.1.0.1/30", Port.pointToPoint()).start();
        last = lab.node("C").loopback("3.3.3.3").link(right, "Right", "10.1.0.2/30", Port.pointToPoint()).start();
    }

    private List<LinkStateAdvertisement> told(Segment segment, String router) {
        return segment.bodies(OspfBody.LinkStateUpdate.class).stream().flatMap(update -> update.advertisements().stream())
                .filter(each -> each.key().advertisingRouter().equals(Ipv4Address.parse(router))).toList();
    }

    @Test
    @Shows({"RFC2328/13.3-flood", "RFC2328/13.5-delayed"})
    void aChangeIsPassedOnAndAcknowledgedLater() {
        line();
        lab.runTo(100);
        first.port("GigabitEthernet9").setUp(false);
        lab.runTo(104);

        assertThat(first.timesOf("advertisement originated")).contains(100.0);
        assertThat(last.timesOf("LS Update received")).contains(100.02);
        assertThat(last.timesOf("LS Acknowledge sent")).contains(102.52);
        assertThat(first.timesOf("LS Update repeated")).noneMatch(time -> time > 50);
    }

    @Test
    @Shows("RFC2328/13.6-retransmit")
    void aLostUpdateIsRepeatedAfterFiveSeconds() {
        line();
        lab.runTo(100);
        right.loses = packet -> lab.clock.nowNanos() < 104_000_000_000L && OspfLab.body(packet) instanceof OspfBody.LinkStateUpdate;
        first.port("GigabitEthernet9").setUp(false);
        lab.runTo(130);

        assertThat(middle.timesOf("LS Update repeated")).contains(105.01);
        assertThat(last.routes()).noneMatch(route -> route.contains("192.168.1.0"));
    }

    @Test
    @Shows("RFC2328/13.3-age")
    void anAdvertisementIsASecondOlderWithEachHop() {
        line();
        lab.runTo(100);
        first.port("GigabitEthernet9").setUp(false);
        lab.runTo(101);

        assertThat(told(left, "1.1.1.1").getLast().header().ageSeconds()).isEqualTo(1);
        assertThat(told(right, "1.1.1.1").getLast().header().ageSeconds()).isEqualTo(2);
    }

    /** The first change is told at once, the next ones together after five seconds (Cisco IOS, timers throttle lsa). */
    @Test
    @Shows("RFC2328/12.4-interval")
    void changesThatFollowEachOtherAreToldTogether() {
        line();
        lab.runTo(100);
        int before = told(left, "1.1.1.1").size();
        for (double at = 100.5; at < 102.5; at += 0.5) {
            first.port("GigabitEthernet9").setUp(!first.port("GigabitEthernet9").isUp());
            lab.runTo(at);
        }
        lab.runTo(120);

        assertThat(told(left, "1.1.1.1").size() - before).isEqualTo(2);
        assertThat(first.timesOf("advertisement originated")).endsWith(100.0, 105.0);
    }

    @Test
    @Shows("RFC2328/12.4-refresh")
    void anAdvertisementIsRefreshedEachHalfHour() {
        line();
        lab.runTo(4000);

        double last = this.first.timesOf("advertisement originated").getLast();
        assertThat(first.timesOf("advertisement refreshed")).containsExactly(last + 1800, last + 3600);
        assertThat(this.last.rows("OSPF database", 2, 4)).allSatisfy(row ->
                assertThat(Integer.parseInt(row.split(" ")[1])).isLessThan(1810));
    }

    /** A router that is gone for ever: nobody refreshes what it told. */
    @Test
    @Shows("RFC2328/14-maxage")
    void whatNobodyRefreshesIsFlushedAfterAnHour() {
        line();
        lab.runTo(100);
        last.powerOff();
        lab.runTo(3500);
        assertThat(first.database()).contains("0 1 3.3.3.3 3.3.3.3");
        lab.runTo(3800);

        assertThat(first.database()).doesNotContain("0 1 3.3.3.3 3.3.3.3");
        assertThat(middle.events("advertisement too old").size() + first.events("advertisement too old").size())
                .isGreaterThanOrEqualTo(1);
    }

    /** RFC 2328 section 13.4: the neighbours still have what the router told in its former life, and it outbids that. */
    @Test
    @Shows("RFC2328/13.4-own")
    void aRestartedRouterOutbidsItsFormerAdvertisements() {
        line();
        lab.runTo(100);
        int sequence = told(left, "1.1.1.1").getLast().header().sequence();
        first.powerOff();
        first.restart();
        lab.runTo(160);

        assertThat(told(left, "1.1.1.1").getLast().header().sequence()).isGreaterThan(sequence);
        assertThat(last.routes()).contains("O 192.168.1.0/24 [110/3] via 10.1.0.1");
        assertThat(first.database()).isEqualTo(last.database());
    }

    /** What the former life told and the present one does not is flushed by its originator. */
    @Test
    @Shows("RFC2328/13.4-flush")
    void aRestartedRouterFlushesWhatItDoesNotTellAnyMore() {
        Segment shared = lab.segment();
        Node designated = lab.node("A").loopback("1.1.1.1").link(shared, "Link", "10.0.0.1/24", Port.broadcast().withPriority(9))
                .start();
        Node other = lab.node("B").loopback("2.2.2.2").link(shared, "Link", "10.0.0.2/24", Port.broadcast()).start();
        lab.runTo(60);
        assertThat(other.database()).contains("0 2 10.0.0.1 1.1.1.1");
        designated.powerOff();
        lab.runTo(110);
        designated.restart();
        lab.runTo(200);

        assertThat(other.database()).contains("0 2 10.0.0.2 2.2.2.2").doesNotContain("0 2 10.0.0.1 1.1.1.1");
        assertThat(designated.database()).isEqualTo(other.database());
    }

    /** On a broadcast network who is not designated tells the two that are, and the designated router tells all. */
    @Test
    @Shows("RFC2328/13.3-designated")
    void onABroadcastNetworkTheDesignatedRouterPassesOn() {
        Segment shared = lab.segment();
        lab.node("A").loopback("1.1.1.1").link(shared, "Link", "10.0.0.1/24", Port.broadcast().withPriority(9)).start();
        lab.node("B").loopback("2.2.2.2").link(shared, "Link", "10.0.0.2/24", Port.broadcast().withPriority(8)).start();
        Node third = lab.node("C").loopback("3.3.3.3").link(shared, "Link", "10.0.0.3/24", Port.broadcast()).lan("192.168.3.1/24")
                .start();
        Node fourth = lab.node("D").loopback("4.4.4.4").link(shared, "Link", "10.0.0.4/24", Port.broadcast()).start();
        lab.runTo(100);
        shared.seen.clear();
        third.port("GigabitEthernet9").setUp(false);
        lab.runTo(101);

        assertThat(shared.seen).filteredOn(packet -> OspfLab.body(packet) instanceof OspfBody.LinkStateUpdate)
                .extracting(packet -> packet.source() + " to " + packet.destination())
                .containsExactly("10.0.0.3 to 224.0.0.6", "10.0.0.1 to 224.0.0.5");
        assertThat(fourth.neighbors()).containsExactly("10.0.0.1 full DR", "10.0.0.2 full BDR", "10.0.0.3 two_way DROTHER");
        lab.runTo(120);
        assertThat(fourth.routes()).noneMatch(route -> route.contains("192.168.3.0"));
    }

    @Test
    @Shows("RFC2328/12.1.6-last")
    void behindTheLastNumberTheFirstOneComesAgain() {
        line();
        lab.runTo(100);
        LinkStateAdvertisement own = told(left, "1.1.1.1").getLast();
        LinkStateAdvertisement forged = LinkStateAdvertisement.originate(own.key(), own.header().options(),
                LinkStateHeader.MAX_SEQUENCE, own.body());
        middle.port("Left").send(new IpPacket(Ipv4Address.parse("10.0.0.2"), Ipv4Address.parse("224.0.0.5"), 89, 1, 0,
                false, 0, new OspfPacketV2(Ipv4Address.parse("2.2.2.2"), Ipv4Address.ANY,
                        new OspfAuthentication.None(),
                        new OspfBody.LinkStateUpdate(List.of(forged)))), Ipv4Address.parse("224.0.0.5"));
        lab.runTo(160);

        assertThat(told(left, "1.1.1.1")).extracting(each -> each.header().sequence())
                .contains(LinkStateHeader.MAX_SEQUENCE).last().isEqualTo(LinkStateHeader.INITIAL_SEQUENCE);
        assertThat(last.routes()).contains("O 192.168.1.0/24 [110/3] via 10.1.0.1");
    }

    /** Cisco IOS, timers throttle spf: 5 s after the first change, 10 s after the last calculation. */
    @Test
    void calculationsAreThrottled() {
        line();
        lab.runTo(100);
        double before = last.timesOf("routes calculated").getLast();
        for (int second = 100; second < 130; second++) {
            first.port("GigabitEthernet9").setUp(second % 2 == 0);
            lab.runTo(second + 1);
        }
        lab.runTo(160);

        List<Double> times = last.timesOf("routes calculated").stream().filter(time -> time > before).toList();
        assertThat(times.getFirst()).isBetween(105.0, 107.1);
        for (int index = 1; index < times.size(); index++) {
            assertThat(times.get(index) - times.get(index - 1)).isGreaterThanOrEqualTo(9.999);
        }
    }
}
