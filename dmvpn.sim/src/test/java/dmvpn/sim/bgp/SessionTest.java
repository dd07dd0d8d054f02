package dmvpn.sim.bgp;

import static dmvpn.sim.bgp.BgpLab.as;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How sessions come up and end: RFC 4271 sections 6 and 8. */
class SessionTest {

    private final BgpLab lab = new BgpLab();

    private void two(BgpLab.Peering ofFirst, BgpLab.Peering ofSecond) {
        lab.router("R1").on("A", "10.0.0.1/24").lan("192.168.1.1/24").bgp(65001).network("192.168.1.0/24")
                .neighbor("10.0.0.2", ofFirst);
        lab.router("R2").on("A", "10.0.0.2/24").lan("192.168.2.1/24").bgp(65002).network("192.168.2.0/24")
                .neighbor("10.0.0.1", ofSecond);
    }

    @Test
    void twoNeighborsExchangeTheirNetworks() {
        two(as(65002), as(65001));
        lab.runTo(1);

        System.out.println(lab.show("R1", "show ip bgp"));
        System.out.println(lab.show("R1", "show ip bgp summary"));
        System.out.println(lab.show("R1", "show ip bgp neighbors"));
        System.out.println(lab.show("R1", "show ip route"));
        lab.simulation().trace().forEach(e -> System.out.println(e.timeNanos()/1e9 + " " + e.nodeName() + " " + e.protocol() + " " + e.message() + " " + e.reason()));
        assertThat(lab.routes("R1")).containsExactly("192.168.2.0/24 20 0 10.0.0.2");
        assertThat(lab.routes("R2")).containsExactly("192.168.1.0/24 20 0 10.0.0.1");
    }
}
