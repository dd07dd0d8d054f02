package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.routing.RouteSource;
import org.junit.jupiter.api.Test;

/** What a platform does that has one of NHRP's switches off. */
class SwitchSidesTest {

    private static final String S1_HOST = "192.168.11.10";
    private static final String S2_HOST = "192.168.12.10";

    private final NhrpLab lab = NhrpLab.clearCloud();
    private final Node hub = lab.hub(LabOptions.hub().platform(Platforms.FRR));
    private final Node s1 = lab.spoke(1, LabOptions.spoke().platform(Platforms.FRR));
    private final Node s2 = lab.spoke(2, LabOptions.spoke().platform(Platforms.FRR));

    private void bootAndSend() {
        s2.route("192.168.0.0/16", "10.0.0.1");
        lab.start();
        lab.runTo(100);
        s1.data(S1_HOST, S2_HOST);
        lab.runTo(101);
    }

    /** FRRouting resolves on Traffic Indications only; this hub sends none for a next hop that is the far spoke itself. */
    @Test
    @Shows("NHRP/2-off")
    void switch2FrrAsksForNoNextHop() {
        Node quiet = lab.spoke(3, LabOptions.spoke().platform(Platforms.FRR).shortcut(false));
        quiet.route("192.168.12.0/24", "10.0.0.12");
        lab.start();
        lab.runTo(100);
        quiet.data("192.168.13.10", S2_HOST);
        lab.runTo(110);

        assertThat(s2.delivered).containsExactly("100.020 192.168.12.10");
        assertThat(Phase3Cloud.sent(quiet, ResolutionRequest.class)).isEmpty();
    }

    @Test
    @Shows("NHRP/6-off")
    void switch6FrrPurgesNothing() {
        s1.route("192.168.0.0/16", "10.0.0.1");
        bootAndSend();
        assertThat(s1.table().best(IpPrefix.parse("192.168.12.0/24"))).isPresent();
        s2.lanDown();
        lab.runTo(110);

        assertThat(s2.timesOf("Purge Request sent")).isEmpty();
        assertThat(s1.table().best(IpPrefix.parse("192.168.12.0/24"))).isPresent();
    }

    /** Distance 10 of FRRouting's NHRP routes is better than 90. */
    @Test
    @Shows("NHRP/7-off")
    void switch7AShortcutOfFrrCompetesByDistance() {
        s1.route("192.168.12.0/24", "10.0.0.1");
        bootAndSend();

        assertThat(s1.table().nextHopOverride(IpPrefix.parse("192.168.12.0/24"))).isEmpty();
        assertThat(s1.table().best(IpPrefix.parse("192.168.12.0/24"))).hasValueSatisfying(
                route -> assertThat(route.source()).isEqualTo(RouteSource.NHRP));
    }

    @Test
    @Shows("NHRP/14-off")
    void switch14OnIosAMappingIsNoRoute() {
        NhrpLab ios = NhrpLab.clearCloud();
        Node server = ios.hub();
        ios.spoke(1);
        ios.start();
        ios.runTo(10);

        assertThat(server.show("show ip nhrp")).contains("10.0.0.11/32");
        assertThat(server.table().best(IpPrefix.parse("10.0.0.11/32"))).isEmpty();
    }
}
