package dmvpn.sim.bgp;

import static dmvpn.sim.bgp.BgpLab.as;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.testing.GoingBack;
import dmvpn.sim.testing.WithDetection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A run with BGP and BFD can be gone back in: sessions, connections, tables and what neighbours were told are put back. */
class GoingBackTest {

    private static CompiledNetwork network() {
        BgpLab lab = new BgpLab();
        lab.router("H").on("A", "10.0.0.1/24").lan("192.168.1.1/24").bgp(65000).network("192.168.1.0/24")
                .aggregate("192.168.0.0/16", false).listen("10.0.0.0/24", as(65001, 65002).timers(3, 9).password("word"));
        lab.router("S1").on("A", "10.0.0.11/24").lan("192.168.11.1/24").bgp(65001).network("192.168.11.0/24")
                .neighbor("10.0.0.1", as(65000).timers(3, 9).password("word"));
        lab.router("S2").on("A", "10.0.0.12/24").lan("192.168.12.1/24").bgp(65002).network("192.168.12.0/24")
                .neighbor("10.0.0.1", as(65000).timers(3, 9).password("word"));
        return WithDetection.of(lab.fail(5, "S2").restore(16, "S2").network(), Duration.ofMillis(900), 3);
    }

    @Test
    void eachPlaceIsFoundAsItWas() {
        GoingBack.findsEachPlaceAsItWas(network(), Duration.ofSeconds(40));
    }
}
