package dmvpn.sim.bgp;

import static dmvpn.sim.bgp.BgpLab.as;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** BGP as a client of BFD: {@code neighbor fall-over bfd} (RFC 5882, RFC 9384). */
class FastDetectionTest {

    private final BgpLab lab = new BgpLab();

    private void twoRouters() {
        lab.router("A").on("link", "10.0.0.1/24").lan("192.168.1.1/24").bgp(65001).network("192.168.1.0/24")
                .neighbor("10.0.0.2", 65002);
        lab.router("B").on("link", "10.0.0.2/24").bgp(65002).neighbor("10.0.0.1", 65001);
        lab.detection(300, 3);
    }

    @Test
    void aBrokenPathTakesTheNeighborAndItsRoutesWithinASecond() {
        twoRouters();
        lab.failPath(100, "A", "B").runTo(99);
        assertThat(lab.seen().routes("B")).hasSize(1);
        assertThat(lab.seen().rows("B", "BFD sessions", "neighbor", "state", "clients")).containsExactly("10.0.0.1 Up BGP");

        lab.runTo(101);
        assertThat(lab.seen().routes("B")).isEmpty();
        assertThat(lab.seen().rows("B", "BGP neighbors", "address", "state")).allMatch(row -> row.startsWith("10.0.0.1 Idle"));
        assertThat(lab.seen().rows("B", "BFD sessions", "neighbor")).isEmpty();
    }

    @Test
    void theNeighborComesBackAndIsWatchedAgain() {
        twoRouters();
        lab.failPath(100, "A", "B").restorePath(110, "A", "B").runTo(400);

        assertThat(lab.seen().routes("B")).hasSize(1);
        assertThat(lab.seen().rows("B", "BFD sessions", "state")).containsExactly("Up");
    }

    /** RFC 5883 would be needed: the neighbour is on no network of this router. */
    @Test
    void aNeighborSeveralHopsAwayIsNotWatched() {
        lab.router("A").on("link", "10.0.0.1/24").loopback("1.1.1.1/32").bgp(65001).route("2.2.2.2/32", "10.0.0.2")
                .neighbor("2.2.2.2", as(65001).updateSource("Loopback0"));
        lab.router("B").on("link", "10.0.0.2/24").loopback("2.2.2.2/32").bgp(65001).route("1.1.1.1/32", "10.0.0.1")
                .neighbor("1.1.1.1", as(65001).updateSource("Loopback0"));
        lab.detection(300, 3).runTo(60);

        assertThat(lab.seen().rows("A", "BGP neighbors", "state")).containsExactly("Established");
        assertThat(lab.seen().rows("A", "BFD sessions", "state")).isEmpty();
    }

    /** RFC 5882 section 3.2: who has no session any more asks for no detection, also where the interface is gone. */
    @Test
    void anInterfaceThatGoesDownEndsBfdWithItsSession() {
        twoRouters();
        lab.failInterface(100, "A", "eth0").runTo(130);

        assertThat(lab.seen().rows("A", "BGP neighbors", "address", "state")).noneMatch(row -> row.contains("Established"));
        assertThat(lab.seen().rows("A", "BFD sessions", "neighbor")).isEmpty();
    }

    /** RFC 5882 section 3.2: a session that ends for another reason is no failure of the path. */
    @Test
    void aResetOfTheSessionEndsBfdWithoutAFailure() {
        twoRouters();
        lab.clear(100, "A").runTo(100.5);
        assertThat(lab.seen().rows("B", "BFD sessions", "state")).containsExactly("AdminDown");

        lab.runTo(400);
        assertThat(lab.seen().events("B", "neighbor down")).hasSize(1).noneMatch(event -> event.contains("BFD"));
        assertThat(lab.seen().rows("B", "BFD sessions", "state")).containsExactly("Up");
    }
}
