package dmvpn.sim.eigrp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** FRRouting's eigrpd counts each interface as one of 100 Mbit/s and 100 microseconds (observed of release 8.4). */
class FrrMetricTest {

    private final EigrpLab lab = new EigrpLab();
    private final EigrpLab.Segment cloud = lab.cloud();

    @Test
    void bandwidthAndDelayOfATunnelDoNotCount() {
        lab.frrNode("hub").tunnel(cloud, "10.0.0.1/24").lan("192.168.1.1/24").start();
        EigrpLab.Node spoke = lab.frrNode("spoke").tunnel(cloud, "10.0.0.11/24").start();
        lab.runTo(10);

        // 256 * (10,000,000 / 100,000 + (100 + 100) / 10)
        assertThat(spoke.route("192.168.1.0/24")).hasValueSatisfying(route -> assertThat(route.metric()).isEqualTo(30_720));
    }

    /** IOS hears eigrpd's share as it says it, and adds its own tunnel of 100 kbit/s and 50 ms. */
    @Test
    void aNeighborWithIosCountsItsOwnInterface() {
        lab.frrNode("hub").tunnel(cloud, "10.0.0.1/24").lan("192.168.1.1/24").start();
        EigrpLab.Node spoke = lab.node("spoke").tunnel(cloud, "10.0.0.11/24").start();
        lab.runTo(10);

        // 256 * (10,000,000 / 100 + (50,000 + 100) / 10)
        assertThat(spoke.route("192.168.1.0/24")).hasValueSatisfying(route -> assertThat(route.metric()).isEqualTo(26_882_560));
    }
}
