package dmvpn.sim.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.rip.message.RipCommand;
import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.rip.message.RipPacket;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.redistribution.RedistributionFilter;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What RIP sends and believes, message by message: RFC 2453 sections 3.9 and 4. */
class RipMessagesTest {

    private static final String NEIGHBOR = "10.0.0.2";

    private final FakeInterface port = new FakeInterface("Tunnel100", "10.0.0.1/24");
    private final FakeRouter router = new FakeRouter(new Device("H", "H", DeviceRole.ROUTER, Platform.DEFAULT, List.of(), List.of(),
            List.of(), CryptoConfiguration.NONE, RoutingConfiguration.NONE, List.of(), Origin.NONE)).with(port);
    private RipProtocol rip;

    private void start(boolean splitHorizon) {
        rip = new RipProtocol(router, new RipProcess(Optional.empty(), List.of(IpPrefix.parse("0.0.0.0/0")),
                List.of(new RipInterface("Tunnel100", splitHorizon, false, List.of(), Origin.NONE)), Optional.empty(), Optional.empty(),
                ProcessOptions.NONE, Origin.NONE), RedistributionFilter.ALL);
        rip.start();
        router.scheduler().runUntilMillis(0);
        port.sent().clear();
    }

    private static RipEntry.Route entry(String prefix, long metric) {
        return entry(prefix, metric, "0.0.0.0", 0);
    }

    private static RipEntry.Route entry(String prefix, long metric, String nextHop, int tag) {
        return new RipEntry.Route(IpPrefix.parse(prefix), tag, Ipv4Address.parse(nextHop), metric);
    }

    private void hear(String from, int fromPort, RipPacket packet) {
        router.ip().deliver(port, new IpPacket(IpAddress.parse(from), RipPacket.ALL_ROUTERS, IpPacket.UDP, 1, 0, false, 0,
                new UdpDatagram(fromPort, 520, packet)));
    }

    private void hear(String from, RipEntry... entries) {
        hear(from, 520, new RipPacket(RipCommand.RESPONSE, List.of(entries)));
    }

    private List<String> known() {
        return router.routes(Optional.empty()).candidates().stream().map(Route::prefix).map(IpPrefix::toString).toList();
    }

    private List<RipPacket> sent() {
        return port.sent().stream().map(sent -> (RipPacket) ((UdpDatagram) sent.packet().content()).content()).toList();
    }

    private List<RipPacket> sentUntil(long millis) {
        port.sent().clear();
        router.scheduler().runUntilMillis(millis);
        return sent();
    }

    /** RFC 2453 section 3.9.2: not from the RIP port, not from a neighbour, or the own one. */
    @Test
    @Shows("RFC2453/3.9.2-sender")
    void aResponseOfNoNeighbourIsIgnored() {
        start(true);
        hear(NEIGHBOR, 521, new RipPacket(RipCommand.RESPONSE, List.of(entry("192.168.1.0/24", 1))));
        hear("172.16.0.9", entry("192.168.2.0/24", 1));
        hear("10.0.0.1", entry("192.168.3.0/24", 1));

        assertThat(known()).isEmpty();
        assertThat(router.trace().entries().stream().filter(logged -> logged.event().message().equals("message ignored"))
                .map(logged -> logged.event().reason()))
                .containsExactly("not sent from the RIP port", "not on a common subnet", "it is the own one");
    }

    /** RFC 2453 section 3.9.2: destination and metric are checked entry by entry; the others of a message count. */
    @Test
    @Shows("RFC2453/3.9.2-entries")
    void invalidEntriesAreIgnored() {
        start(true);
        hear(NEIGHBOR, entry("127.0.0.0/8", 1), entry("224.0.0.0/4", 1), entry("0.1.0.0/16", 1), entry("192.168.1.0/24", 0),
                entry("192.168.2.0/24", 17), entry("192.168.3.0/24", 16), entry("192.168.4.0/24", 15), entry("0.0.0.0/0", 1));

        assertThat(known()).containsExactly("0.0.0.0/0", "192.168.4.0/24");
    }

    /** RFC 2453 section 4.4: a next hop that is not directly reachable counts as the sender; an own route told back is none. */
    @Test
    @Shows("RFC2453/4.4-next-hop")
    void aNextHopCountsWhenItIsOnTheNetworkOfTheInterface() {
        start(true);
        hear(NEIGHBOR, entry("192.168.1.0/24", 1, "10.0.0.3", 0), entry("192.168.2.0/24", 1, "172.16.0.3", 0),
                entry("192.168.3.0/24", 1, "10.0.0.1", 0));

        assertThat(router.routes(Optional.empty()).candidates()).extracting(route -> route.prefix() + " via " + route.nextHop().get())
                .containsExactly("192.168.1.0/24 via 10.0.0.3", "192.168.2.0/24 via 10.0.0.2");
        assertThat(rip.showCommands().getFirst().text().get()).contains("    [1] via 10.0.0.3, from 10.0.0.2, 00:00:00, Tunnel100\n");
    }

    /** RFC 2453 section 4.4 and 3.4.3: without split horizon routers of one network are told each other's next hop. */
    @Test
    @Shows("RFC2453/4.4-next-hop")
    void withoutSplitHorizonRoutesKeepTheirNextHop() {
        start(false);
        hear(NEIGHBOR, entry("192.168.2.0/24", 1, "0.0.0.0", 7));

        assertThat(sentUntil(1000)).containsExactly(
                new RipPacket(RipCommand.RESPONSE, List.of(entry("192.168.2.0/24", 2, NEIGHBOR, 7))));
    }

    @Test
    @Shows("RFC2453/3.4.3-split-horizon")
    void withSplitHorizonTheyAreNotToldBack() {
        start(true);
        hear(NEIGHBOR, entry("192.168.2.0/24", 1));

        assertThat(sentUntil(29_000)).isEmpty();
    }

    /** IOS: the word that a route is gone is told back in spite of split horizon. */
    @Test
    void anUnreachableRouteIsToldBack() {
        start(true);
        hear(NEIGHBOR, entry("192.168.2.0/24", 1));
        router.scheduler().runUntilMillis(5000);
        hear(NEIGHBOR, entry("192.168.2.0/24", 16));

        assertThat(sentUntil(6000)).containsExactly(new RipPacket(RipCommand.RESPONSE, List.of(entry("192.168.2.0/24", 16))));
    }

    /** RFC 2453 section 3.9.2: a neighbour's own word counts even when it makes a route worse; another's must be better. */
    @Test
    @Shows("RFC2453/3.9.2-same-router")
    void aWorseMetricCountsFromTheNextHopAlone() {
        start(true);
        hear(NEIGHBOR, entry("192.168.2.0/24", 2));
        hear("10.0.0.3", entry("192.168.2.0/24", 5));
        assertThat(metric()).isEqualTo(2);

        hear(NEIGHBOR, entry("192.168.2.0/24", 7));
        assertThat(metric()).isEqualTo(7);

        hear("10.0.0.3", entry("192.168.2.0/24", 5));
        assertThat(metric()).isEqualTo(5);
    }

    private long metric() {
        return router.routes(Optional.empty()).best(IpPrefix.parse("192.168.2.0/24")).orElseThrow().metric();
    }

    /** RFC 2453 section 3.9.1: a request for everything is answered like an update, to its sender. */
    @Test
    @Shows("RFC2453/3.9.1-table")
    void aRequestForEverythingIsAnsweredToItsSender() {
        FakeInterface lan = new FakeInterface("GigabitEthernet2", "192.168.1.1/24");
        router.with(lan);
        start(true);
        router.scheduler().runUntilMillis(2000);
        port.sent().clear();
        hear(NEIGHBOR, 40_000, RipPacket.wholeTableRequest());

        assertThat(port.sent()).singleElement().satisfies(answer -> {
            assertThat(answer.nextHop()).isEqualTo(IpAddress.parse(NEIGHBOR));
            assertThat(((UdpDatagram) answer.packet().content()).destinationPort()).isEqualTo(40_000);
        });
        assertThat(sent()).containsExactly(new RipPacket(RipCommand.RESPONSE, List.of(entry("192.168.1.0/24", 1))));
    }

    /** RFC 2453 section 3.9.1: a request for some routes is answered without split horizon, unknown ones with infinity. */
    @Test
    @Shows("RFC2453/3.9.1-some")
    void aRequestForSomeRoutesIsAnsweredWithTheirMetrics() {
        start(true);
        hear(NEIGHBOR, entry("192.168.2.0/24", 3));
        router.scheduler().runUntilMillis(2000);
        port.sent().clear();
        hear(NEIGHBOR, 40_000, new RipPacket(RipCommand.REQUEST, List.of(entry("192.168.2.0/24", 0), entry("192.168.9.0/24", 0))));

        assertThat(sent()).containsExactly(new RipPacket(RipCommand.RESPONSE,
                List.of(entry("192.168.2.0/24", 4), entry("192.168.9.0/24", 16))));
    }

    /** RFC 2453 section 3.6: at most 25 entries in a message. */
    @Test
    @Shows("RFC2453/3.6-entries")
    void aLargeTableTakesSeveralMessages() {
        start(false);
        for (int first = 0; first < 60; first += 20) {
            List<RipEntry> entries = new ArrayList<>();
            for (int number = first; number < first + 20; number++) {
                entries.add(entry("192.168." + number + ".0/24", 1));
            }
            hear(NEIGHBOR, 520, new RipPacket(RipCommand.RESPONSE, entries));
        }
        router.scheduler().runUntilMillis(29_000);

        // 60 learned routes and the network of the interface.
        assertThat(sentUntil(30_000)).extracting(update -> update.entries().size()).containsExactly(25, 25, 11);
    }

    /** RFC 1812 section 5.3.1 leaves TTLs open; what is for the link does not leave it. DSCP CS6 as routers mark it. */
    @Test
    @Shows({"RFC2453/4.5-multicast", "RFC2453/3.6-port"})
    void updatesGoToTheGroupOfAllRipRouters() {
        start(true);
        FakeInterface lan = new FakeInterface("GigabitEthernet2", "192.168.1.1/24");
        hear(NEIGHBOR, entry("192.168.2.0/24", 1));
        hear(NEIGHBOR, entry("192.168.2.0/24", 16));
        router.scheduler().runUntilMillis(2000);

        assertThat(lan.sent()).isEmpty();
        assertThat(port.sent()).first().satisfies(update -> {
            assertThat(update.packet().destination()).isEqualTo(IpAddress.parse("224.0.0.9"));
            assertThat(update.packet().timeToLive()).isEqualTo(1);
            assertThat(update.packet().trafficClass()).isEqualTo(0xc0);
            assertThat(((UdpDatagram) update.packet().content()).sourcePort()).isEqualTo(520);
        });
    }

    @Test
    void aNeighborIsUpWhileItIsHeard() {
        start(true);
        hear(NEIGHBOR, entry("192.168.2.0/24", 1));
        assertThat(rip.neighborsUp()).containsExactly(IpAddress.parse(NEIGHBOR));

        router.scheduler().runUntilMillis(181_000);
        assertThat(rip.neighborsUp()).isEmpty();
    }
}
