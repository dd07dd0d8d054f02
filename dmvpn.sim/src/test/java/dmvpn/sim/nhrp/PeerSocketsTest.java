package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.tunnel.CryptoSockets.SocketState;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Switches 24 and 14: sockets to stations that were resolved, and the routes that wait for them. */
class PeerSocketsTest {

    private static final String S1_HOST = "192.168.11.10";
    private static final String S2_HOST = "192.168.12.10";
    private static final IpPrefix S2 = IpPrefix.parse("10.0.0.12/32");
    private static final IpPrefix S2_LAN = IpPrefix.parse("192.168.12.0/24");
    /** By H1 there and back: redirect at 20 ms, answer at 60 ms. */
    private static final double ANSWERED = 100.06;

    /** S1 of FRRouting behind IPsec, which has sent a packet to S2 at 100 s. */
    private static final class FrrCloud {
        final NhrpLab lab = NhrpLab.protectedCloud();
        final Node s1;
        final Node s2;

        FrrCloud() {
            lab.hub(LabOptions.hub().platform(Platforms.FRR));
            s1 = lab.spoke(1, LabOptions.spoke().platform(Platforms.FRR));
            s2 = lab.spoke(2, LabOptions.spoke().platform(Platforms.FRR));
            s1.route("192.168.0.0/16", "10.0.0.1");
            s2.route("192.168.0.0/16", "10.0.0.1");
            lab.start();
            lab.runTo(100);
            s1.data(S1_HOST, S2_HOST);
        }
    }

    /** The routers of the lab draw from this source; the exchange takes 40 ms, and 50 ms later the peer is online. */
    @Test
    @Shows({"NHRP/24-on", "NHRP/14-on"})
    void switch24FrrAsksForTheSocketAfterARandomTimeAndRoutesWhenThePeerIsOnline() {
        int delayMillis = new SplittableRandom(1).nextInt(1000);
        double opened = ANSWERED + delayMillis / 1000.0;
        FrrCloud cloud = new FrrCloud();
        cloud.lab.runTo(opened - 0.001);
        assertThat(cloud.s1.events()).anyMatch(
                event -> event.equals("100.060 IPsec socket delayed [it is asked for after " + delayMillis + " ms]"));
        assertThat(cloud.s1.sockets.state(cloud.s2.nbmaAddress)).isEqualTo(SocketState.NONE);
        cloud.lab.runTo(opened + 0.041);
        assertThat(cloud.s1.sockets.state(cloud.s2.nbmaAddress)).isEqualTo(SocketState.UP);
        cloud.lab.runTo(opened + 0.089);
        assertThat(cloud.s1.table().best(S2)).isEmpty();
        assertThat(cloud.s1.show("show ip nhrp")).contains("cached   10.0.0.12 ");
        cloud.lab.runTo(opened + 0.091);

        assertThat(cloud.s1.table().best(S2)).isPresent();
        assertThat(cloud.s1.table().best(S2_LAN)).isPresent();
    }

    @Test
    @Shows("NHRP/14-on")
    void switch14TheRouteOfFrrGoesWithTheSocket() {
        FrrCloud cloud = new FrrCloud();
        cloud.lab.runTo(102);
        assertThat(cloud.s1.table().best(IpPrefix.host(NhrpLab.HUB))).isPresent();
        cloud.s1.sockets.lose(NhrpLab.HUB_NBMA);

        assertThat(cloud.s1.show("show ip nhrp")).as("the mapping of the server stays").contains("nhs      10.0.0.1 ");
        assertThat(cloud.s1.table().best(IpPrefix.host(NhrpLab.HUB))).isEmpty();
        cloud.lab.runTo(103);
        assertThat(cloud.s1.table().best(IpPrefix.host(NhrpLab.HUB))).as("after a new exchange").isPresent();
    }

    @Test
    void aTunnelThatGoesDownAsksForNoSocketAnyMore() {
        FrrCloud cloud = new FrrCloud();
        cloud.lab.runTo(ANSWERED + 0.001);
        cloud.s1.powerOff();
        cloud.lab.runTo(102);

        assertThat(cloud.s1.sockets.state(cloud.s2.nbmaAddress)).isEqualTo(SocketState.NONE);
    }

    /** The server of IOS 12 answers itself, so that the requester is the first to want the socket: at 100.020. */
    @Test
    @Shows("NHRP/24-off")
    void switch24IosAsksForTheSocketAtOnce() {
        Platform ios = new Platform(Vendor.CISCO_IOS_XE, "12.4(24)T", Origin.NONE);
        NhrpLab lab = NhrpLab.protectedCloud();
        lab.hub(LabOptions.hub().redirect(false).platform(ios));
        Node s1 = lab.spoke(1, LabOptions.spoke().shortcut(false).platform(ios));
        Node s2 = lab.spoke(2, LabOptions.spoke().shortcut(false).platform(ios));
        s1.route("192.168.12.0/24", "10.0.0.12");
        lab.start();
        lab.runTo(100);
        s1.data(S1_HOST, S2_HOST);
        lab.runTo(100.021);
        assertThat(s1.sockets.state(s2.nbmaAddress)).isEqualTo(SocketState.OPENING);
        lab.runTo(100.061);

        assertThat(s1.sockets.state(s2.nbmaAddress)).isEqualTo(SocketState.UP);
    }
}
