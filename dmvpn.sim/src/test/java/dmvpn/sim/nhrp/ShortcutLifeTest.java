package dmvpn.sim.nhrp;

import static dmvpn.sim.nhrp.Phase3Cloud.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import org.junit.jupiter.api.Test;

/**
 * How long a shortcut lasts (RFC 2332 section 5.2.2 for expiry, 5.3 for purging; Cisco, "Shortcut Switching Enhancements for
 * NHRP in DMVPN Networks"), and what becomes of traffic when the direct path, the hub or the tunnel fails.
 */
class ShortcutLifeTest {

    private final Phase3Cloud cloud = new Phase3Cloud();
    private final NhrpLab lab = cloud.lab;
    private final Node hub = cloud.hub;
    private final Node s1 = cloud.s1;
    private final Node s2 = cloud.s2;

    @Test
    @Shows({"RFC2332/2.2-failure", "RFC2332/5.2.0.1-repetition", "RFC2332/5.2.1-again"})
    void aBrokenDirectPathLosesNothingAndTheRequestIsRepeatedWithTheSameId() {
        lab.cut(s1, s2);
        lab.start();
        cloud.pingUntil(100, 120);

        assertThat(s2.delivered).hasSize(20);
        assertThat(s1.delivered).hasSize(20);
        assertThat(s1.timesOf("shortcut installed")).isEmpty();
        assertThat(s1.timesOf("Resolution Request sent")).containsExactly(100.02, 101.02, 103.02, 107.02, 115.02);
        assertThat(sent(s1, ResolutionRequest.class)).extracting(packet -> ((ResolutionRequest) packet).requestId())
                .containsOnly(((ResolutionRequest) sent(s1, ResolutionRequest.class).get(0)).requestId());
        assertThat(s1.show("show dmvpn")).contains("     1 UNKNOWN           192.168.12.10   IKE    never    IX\n");
    }

    @Test
    void aMendedDirectPathIsUsedAfterTheNextRequest() {
        lab.cut(s1, s2);
        lab.start();
        cloud.pingUntil(100, 160);
        lab.mend(s1, s2);
        cloud.pingUntil(160, 300);

        assertThat(s2.delivered).last().isEqualTo("299.010 192.168.12.10");
        assertThat(s2.delivered).hasSize(200);
    }

    @Test
    @Shows("RFC2332/6.2.2-refresh")
    void aMappingInUseIsRefreshedDirectlyInTheLastTwoMinutesOfItsLife() {
        lab.start();
        cloud.pingUntil(100, 620);

        assertThat(s1.timesOf("Resolution Request sent")).containsExactly(100.02, 581.0);
        assertThat(s2.timesOf("Resolution Request received")).containsExactly(100.04, 581.01);
        assertThat(hub.timesOf("Resolution Request received")).as("the refresh does not cross the hub").hasSize(2);
        cloud.pingUntil(620, 720);
        assertThat(s2.delivered).last().isEqualTo("719.010 192.168.12.10");
        assertThat(s1.timesOf("shortcut withdrawn")).isEmpty();
    }

    @Test
    @Shows({"RFC2332/5.2.0.1-holding", "RFC2332/6.2.2-unused"})
    void unusedMappingsExpireWithTheirRoutesAndCloseTheSocket() {
        lab.start();
        cloud.pingUntil(100, 150);
        lab.runTo(701);

        assertThat(s2.timesOf("shortcut withdrawn")).containsOnly(700.08);
        assertThat(s1.timesOf("shortcut withdrawn")).containsOnly(700.09);
        assertThat(s2.sockets.closed).containsExactly(IpAddress.parse("198.51.100.11"));
        assertThat(s1.table().best(IpPrefix.parse("192.168.12.0/24"))).isEmpty();
        assertThat(s1.table().best(IpPrefix.parse("10.0.0.12/32"))).isEmpty();
        assertThat(s1.show("show ip nhrp")).doesNotContain("10.0.0.12").contains("10.0.0.1/32");
    }

    @Test
    @Shows({"RFC2332/5.2.5-station", "RFC2332/5.2.5-receiver", "RFC2332/6.1-state", "NHRP/6-on"})
    void aChangedRoutePurgesWhatWasAnsweredForIt() {
        lab.start();
        cloud.pingUntil(100, 150);
        lab.runTo(300);
        s2.lanDown();
        lab.runTo(301);

        assertThat(s2.timesOf("Purge Request sent")).containsExactly(300.0);
        assertThat(s1.timesOf("Purge Request received")).containsExactly(300.01);
        assertThat(s1.timesOf("shortcut withdrawn")).containsExactly(300.01);
        assertThat(s1.timesOf("Purge Reply sent")).as("the request wants no reply").isEmpty();
        assertThat(s1.show("show ip nhrp")).doesNotContain("192.168.12.0/24").contains("10.0.0.1/32 via 10.0.0.1");
    }

    @Test
    @Shows("RFC2332/6.1-loop")
    void aShortcutEndsWithTheRouteThatCoversItAndReturnsWithIt() {
        lab.start();
        cloud.pingUntil(100, 150);
        lab.runTo(314);
        s1.noRoute("192.168.0.0/16");
        assertThat(s1.table().best(IpPrefix.parse("192.168.12.0/24"))).isEmpty();
        assertThat(s1.show("show ip nhrp")).as("the mapping stays").contains("192.168.12.0/24 via 10.0.0.12");

        lab.runTo(418);
        s1.route("192.168.0.0/16", "10.0.0.1");
        assertThat(s1.table().best(IpPrefix.parse("192.168.12.0/24"))).isPresent();
        assertThat(sent(s1, ResolutionRequest.class)).hasSize(1);
    }

    @Test
    void theDirectPathOutlivesTheHub() {
        lab.start();
        cloud.pingUntil(100, 300);
        hub.powerOff();
        cloud.pingUntil(300, 310);

        assertThat(s2.delivered).hasSize(210).last().isEqualTo("309.010 192.168.12.10");
    }

    @Test
    void aDeadPeerTakesItsMappingsAndShortcutsAndTrafficReturnsToTheHub() {
        lab.start();
        cloud.pingUntil(100, 110);
        s1.sockets.lose(IpAddress.parse("198.51.100.12"));
        s2.sockets.lose(IpAddress.parse("198.51.100.11"));
        lab.cut(s1, s2);
        cloud.pingUntil(110, 112);

        assertThat(s1.timesOf("shortcut withdrawn")).containsOnly(110.0);
        assertThat(s2.delivered).endsWith("110.020 192.168.12.10", "111.020 192.168.12.10");
    }

    @Test
    void aTunnelThatGoesDownForgetsEverythingButItsConfiguration() {
        lab.start();
        cloud.pingUntil(100, 102);
        s1.tunnel.setUp(false);

        assertThat(s1.show("show ip nhrp")).startsWith("10.0.0.1/32").doesNotContain("10.0.0.12").doesNotContain("local");
        assertThat(s1.table().best(IpPrefix.parse("192.168.12.0/24"))).isEmpty();
        assertThat(s1.events()).anyMatch(event -> event.endsWith("NHS down [the tunnel is down]"));
        assertThat(s1.show("show dmvpn")).contains("10.0.0.1  INTF");
    }
}
