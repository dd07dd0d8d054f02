package dmvpn.sim.router;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.StaticRoute;
import dmvpn.sim.fragmentation.Fragmenter;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.icmp.UnreachableReason;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.routing.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouterForwardingTest {

    private static final IpAddress STATION = IpAddress.parse("192.168.1.10");
    private static final IpAddress FAR = IpAddress.parse("203.0.113.77");

    private static IpPacket echo(String destination, int timeToLive, int dataBytes, boolean dontFragment) {
        return new IpPacket(STATION, IpAddress.parse(destination), IpPacket.ICMP, timeToLive, 0, dontFragment, 0,
                new IcmpPacket.EchoRequest(7, 3, dataBytes));
    }

    private static StaticRoute discard(String prefix) {
        return new StaticRoute(Optional.empty(), IpPrefix.parse(prefix), Optional.empty(), Optional.empty(), 1,
                Origin.NONE);
    }

    private static StaticRoute via(String prefix, String nextHop) {
        return new StaticRoute(Optional.empty(), IpPrefix.parse(prefix), Optional.of(IpAddress.parse(nextHop)),
                Optional.empty(), 1, Origin.NONE);
    }

    /** RFC 1812 section 5.3.1. */
    @Test
    void aForwardedPacketHasOneHopLessToLive() {
        TestBench bench = new TestBench();

        bench.fromLan(echo("203.0.113.77", 64, 72, false));

        assertThat(bench.atWanStation).singleElement().extracting(IpPacket::timeToLive).isEqualTo(63);
        assertThat(bench.trace.messages()).containsExactly("packet forwarded");
    }

    /** RFC 792, RFC 1812 section 5.3.1. */
    @Test
    void aPacketWhoseTimeToLiveExpiresIsReportedToItsSender() {
        TestBench bench = new TestBench();

        bench.fromLan(echo("203.0.113.77", 1, 72, false));

        assertThat(bench.atWanStation).isEmpty();
        assertThat(bench.atLanStation).singleElement().satisfies(answer -> {
            assertThat(answer.content()).isInstanceOf(IcmpPacket.TimeExceeded.class);
            assertThat(answer.source()).isEqualTo(IpAddress.parse("192.168.1.1"));
        });
    }

    @Test
    void withoutARouteTheNetworkIsUnreachable() {
        TestBench bench = new TestBench(Optional.empty());

        bench.fromLan(echo("8.8.8.8", 64, 72, false));

        assertThat(unreachable(bench)).isEqualTo(UnreachableReason.NETWORK);
    }

    @Test
    void aDiscardRouteMakesTheNetworkUnreachable() {
        TestBench bench = new TestBench(discard("192.168.0.0/16"));

        bench.fromLan(echo("192.168.99.1", 64, 72, false));

        assertThat(unreachable(bench)).isEqualTo(UnreachableReason.NETWORK);
        assertThat(bench.router.routes(Optional.empty()).best(IpPrefix.parse("192.168.0.0/16")).orElseThrow()
                .interfaceName()).contains(Route.NULL_INTERFACE);
    }

    @Test
    void anAbsentHostOfAConnectedNetworkIsUnreachable() {
        TestBench bench = new TestBench();

        bench.fromLan(echo("192.168.1.99", 64, 72, false));

        assertThat(unreachable(bench)).isEqualTo(UnreachableReason.HOST);
    }

    /** RFC 1191 section 4: the message tells the MTU of the next hop. */
    @Test
    void aPacketThatMustNotBeFragmentedIsRefusedWithTheMtu() {
        TestBench bench = new TestBench();

        bench.fromLan(echo("203.0.113.77", 64, 1373, true));
        bench.fromLan(echo("203.0.113.77", 64, 1372, true));

        assertThat(bench.atWanStation).hasSize(1);
        assertThat(bench.atLanStation.get(0).content())
                .isInstanceOfSatisfying(IcmpPacket.DestinationUnreachable.class, message -> {
                    assertThat(message.reason()).isEqualTo(UnreachableReason.FRAGMENTATION_NEEDED);
                    assertThat(message.nextHopMtuBytes()).isEqualTo(1400);
                });
    }

    /** RFC 791 section 3.2, RFC 1812 section 5.2.6: all but the last piece are as large as fits, in units of 8 bytes. */
    @Test
    void aPacketLargerThanTheInterfaceLeavesInPieces() {
        TestBench bench = new TestBench();

        bench.fromLan(echo("203.0.113.77", 64, 1472, false));

        assertThat(bench.atWanStation).extracting(IpPacket::lengthBytes).containsExactly(20 + 1376, 20 + 104);
        assertThat(bench.atWanStation).extracting(IpPacket::timeToLive).containsOnly(63);
        assertThat(bench.atWanStation).extracting(packet -> packet.content().summary()).containsOnly("Fragment of Echo Request");
        assertThat(bench.trace.messages()).containsExactly("packet fragmented", "packet forwarded", "packet forwarded");
        assertThat(bench.router.showCommands()).filteredOn(command -> command.command().equals("show ip traffic"))
                .singleElement().satisfies(command -> assertThat(command.text().get()).contains("1 fragmented, 2 fragments"));
    }

    /** RFC 792, Time Exceeded, code 1; RFC 1122 section 3.3.2. */
    @Test
    void aPacketForTheRouterWhoseFragmentsAreMissingIsReportedToItsSender() {
        TestBench bench = new TestBench();
        IpPacket whole = echo("192.168.1.1", 64, 1600, false);
        List<IpPacket> pieces = new Fragmenter(5).cut(whole, 1500);

        bench.fromLan(pieces.get(0));
        assertThat(bench.atLanStation).isEmpty();
        bench.scheduler.runUntil(Duration.ofSeconds(16));

        assertThat(bench.atLanStation).singleElement().extracting(IpPacket::content)
                .isInstanceOfSatisfying(IcmpPacket.TimeExceeded.class, error -> assertThat(error.code()).isEqualTo(1));
        assertThat(bench.trace.messages()).containsExactly("packet not reassembled", "Time Exceeded sent");
    }

    /** RFC 1122 section 3.3.2: without the first fragment nobody is told. */
    @Test
    void withoutTheFirstFragmentNobodyIsTold() {
        TestBench bench = new TestBench();

        bench.fromLan(new Fragmenter(5).cut(echo("192.168.1.1", 64, 1600, false), 1500).get(1));
        bench.scheduler.runUntil(Duration.ofSeconds(16));

        assertThat(bench.atLanStation).isEmpty();
        assertThat(bench.trace.messages()).containsExactly("packet not reassembled");
    }

    @Test
    void allFragmentsOfAPingAreAnswered() {
        TestBench bench = new TestBench();

        new Fragmenter(5).cut(echo("192.168.1.1", 64, 1600, false), 1500).reversed().forEach(bench::fromLan);

        assertThat(bench.trace.messages()).containsExactly(
                "packet reassembled", "Echo Request received", "Echo Reply sent", "packet fragmented");
        assertThat(bench.atLanStation).hasSize(2);
    }

    @Test
    void aUdpPortWithoutListenerIsUnreachable() {
        TestBench bench = new TestBench();

        bench.fromLan(IpPacket.originated(STATION, IpAddress.parse("192.168.1.1"), IpPacket.UDP,
                new UdpDatagram(1000, 500, new IcmpPacket.EchoRequest(1, 1, 0))));

        assertThat(unreachable(bench)).isEqualTo(UnreachableReason.PORT);
    }

    @Test
    void aProtocolThatNobodyTakesIsUnreachable() {
        TestBench bench = new TestBench();

        bench.fromLan(IpPacket.originated(STATION, IpAddress.parse("192.168.1.1"), IpPacket.ESP,
                new IcmpPacket.EchoRequest(1, 1, 0)));

        assertThat(unreachable(bench)).isEqualTo(UnreachableReason.PROTOCOL);
    }

    /** Cisco IOS, ip icmp rate-limit unreachable: one each 500 ms. */
    @Test
    void unreachableMessagesAreLimitedToTwoASecond() {
        TestBench bench = new TestBench(Optional.empty());

        for (int count = 0; count < 10; count++) {
            bench.fromLan(echo("8.8.8.8", 64, 72, false));
        }

        assertThat(Duration.ofNanos(bench.scheduler.nowNanos())).isEqualTo(Duration.ofSeconds(1));
        assertThat(bench.atLanStation).hasSize(2);
    }

    /** RFC 1122 section 3.2.2. */
    @Test
    void anErrorMessageIsNeverAnsweredWithAnError() {
        TestBench bench = new TestBench(Optional.empty());
        bench.fromLan(echo("8.8.8.8", 1, 72, false));
        IcmpPacket error = (IcmpPacket) bench.atLanStation.get(0).content();
        bench.atLanStation.clear();

        bench.fromLan(new IpPacket(STATION, IpAddress.parse("8.8.8.8"), IpPacket.ICMP, 1, 0, false, 0, error));

        assertThat(bench.atLanStation).isEmpty();
    }

    /** RFC 1122 section 3.2.2.6. */
    @Test
    void theRouterAnswersPingsToAnyOfItsAddresses() {
        TestBench bench = new TestBench();

        bench.fromLan(echo("203.0.113.1", 64, 72, false));

        assertThat(bench.atLanStation).singleElement().satisfies(answer -> {
            assertThat(answer.content()).isEqualTo(new IcmpPacket.EchoReply(7, 3, 72));
            assertThat(answer.source()).isEqualTo(IpAddress.parse("203.0.113.1"));
        });
    }

    @Test
    void transitListenersSeePacketsInTransitAndNoOthers() {
        TestBench bench = new TestBench();
        StringBuilder seen = new StringBuilder();
        bench.router.ip().addTransitListener((ingress, egress, nextHop, packet) ->
                seen.append(ingress.name()).append('>').append(egress.name()).append(' ').append(nextHop));

        bench.fromLan(echo("192.168.1.1", 64, 72, false));
        bench.fromLan(echo("203.0.113.77", 64, 72, false));

        assertThat(seen).hasToString("GigabitEthernet2>GigabitEthernet1 203.0.113.77");
    }

    @Test
    void aStaticRouteIsUsedOnlyWhileItsNextHopIsReachable() {
        TestBench bench = new TestBench(Optional.empty(), via("10.9.0.0/16", "10.8.0.1"), via("10.8.0.0/16", "203.0.113.77"),
                via("10.7.0.0/16", "172.16.0.1"));

        assertThat(bench.router.routes(Optional.empty()).best(IpPrefix.parse("10.9.0.0/16"))).isPresent();
        assertThat(bench.router.routes(Optional.empty()).best(IpPrefix.parse("10.7.0.0/16"))).isEmpty();
        bench.fromLan(echo("10.9.1.1", 64, 72, false));
        assertThat(bench.trace.messages()).first().isEqualTo("packet forwarded");
    }

    /** With such a route in the table the default would no longer be seen, and without it the route would be usable again. */
    @Test
    void aStaticRouteDoesNotLeadToItsOwnNextHop() {
        TestBench bench = new TestBench(Optional.empty(), via("0.0.0.0/0", "203.0.113.77"), via("10.0.0.0/8", "10.99.0.1"),
                via("203.0.0.0/16", "203.0.113.77"));

        assertThat(bench.router.routes(Optional.empty()).best(IpPrefix.parse("10.0.0.0/8"))).isEmpty();
        assertThat(bench.router.routes(Optional.empty()).best(IpPrefix.parse("203.0.0.0/16"))).isPresent();
    }

    @Test
    void withoutPowerNothingIsSentOrHeard() {
        TestBench bench = new TestBench();
        bench.router.powerOff();

        bench.fromLan(echo("192.168.1.1", 64, 72, false));
        bench.wanStation.send(IpPacket.originated(FAR, STATION, IpPacket.ICMP, new IcmpPacket.EchoRequest(1, 1, 0)),
                IpAddress.parse("203.0.113.1"));
        bench.scheduler.runUntil(Duration.ofSeconds(5));

        assertThat(bench.atLanStation).isEmpty();
        assertThat(bench.atWanStation).isEmpty();
    }

    @Test
    void tablesNameInterfacesAndWhyRoutesLose() {
        TestBench bench = new TestBench(via("0.0.0.0/0", "203.0.113.77"));

        assertThat(bench.router.showCommands()).extracting(command -> command.command())
                .containsExactly("show ip interface brief", "show ip traffic", "show ip route", "show ip route next-hop-override");
        assertThat(bench.router.showCommands().get(0).text().get())
                .contains("GigabitEthernet1       203.0.113.1     YES NVRAM  up                    up\n");
        assertThat(bench.router.stateTables()).extracting(table -> table.name()).containsExactly("Interfaces", "Routes");
        assertThat(bench.router.stateTables().get(1).rows()).anySatisfy(row ->
                assertThat(row).startsWith("0.0.0.0/0", "", "STATIC").endsWith("used"));
    }

    private static UnreachableReason unreachable(TestBench bench) {
        assertThat(bench.atLanStation).hasSize(1);
        return ((IcmpPacket.DestinationUnreachable) bench.atLanStation.get(0).content()).reason();
    }
}
