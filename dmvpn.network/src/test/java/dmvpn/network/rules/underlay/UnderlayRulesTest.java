package dmvpn.network.rules.underlay;

import static dmvpn.network.rules.RuleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.testing.DeviceBuilder;
import dmvpn.network.testing.NetworkBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnderlayRulesTest {

    private final NetworkBuilder network = NetworkBuilder.phase3();

    @Test
    void aTunnelInAnotherVrfThanItsSource() {
        network.device("Branch2").tunnel().frontDoorVrf(Optional.empty());

        assertThat(check(new TunnelVrfMatchesSource(), network)).containsExactly("Branch2 | Tunnel100 of Branch2 sends"
                + " through the global table but its source GigabitEthernet1 is in VRF INET: use VRF INET");
    }

    @Test
    void noFrontDoorVrfAtAllIsFine() {
        network.devices().forEach(device -> device.wanVrf(Optional.empty()));

        assertThat(check(new TunnelVrfMatchesSource(), network)).isEmpty();
    }

    @Test
    void aSourceThatDoesNotExist() {
        network.device("Branch2").tunnel().source("GigabitEthernet7");

        assertThat(check(new UsableTunnelSource(), network)).singleElement().asString()
                .contains("Tunnel100 of Branch2 has the source GigabitEthernet7, which does not exist");
        assertThat(check(new TunnelVrfMatchesSource(), network)).isEmpty();
    }

    @Test
    void aSourceThatIsShutDown() {
        network.device("Branch2").wanDown();

        assertThat(check(new UsableTunnelSource(), network)).singleElement().asString().contains("which is shut down");
    }

    @Test
    void aSourceThatIsUpIsFine() {
        assertThat(check(new UsableTunnelSource(), network)).isEmpty();
    }

    @Test
    void aDefaultFromTheHubThatBeatsTheLeasedDefault() {
        globalTable();
        network.device("HQ1").eigrp().summary("0.0.0.0/0");

        assertThat(check(new NoRecursiveRouting(), network)).hasSize(2).first().asString().isEqualTo(
                "Branch1 | Branch1 reaches NBMA address 203.0.113.1 of HQ1 through the tunnel itself (route 0.0.0.0/0):"
                        + " put its WAN into a front-door VRF");
    }

    @Test
    void aDefaultFromTheHubLosesToAStaticDefault() {
        globalTable();
        network.device("Branch1").wan("198.51.100.11/24", "198.51.100.254");
        network.device("Branch2").wan("198.51.100.12/24", "198.51.100.254");
        network.device("HQ1").eigrp().summary("0.0.0.0/0");

        assertThat(check(new NoRecursiveRouting(), network)).isEmpty();
    }

    @Test
    void aHubThatAnnouncesItsUnderlayPrefix() {
        globalTable();
        network.device("HQ1").eigrp().network("203.0.113.0/24");

        assertThat(check(new NoRecursiveRouting(), network)).hasSize(2).first().asString()
                .contains("(route 203.0.113.0/24)");
    }

    @Test
    void aStaticDefaultIntoTheTunnel() {
        globalTable();
        network.device("Branch1").staticRoute("0.0.0.0/0", "10.255.0.1");

        assertThat(check(new NoRecursiveRouting(), network)).singleElement().asString().contains("(route 0.0.0.0/0)");
    }

    @Test
    void aSummaryOfPrivateNetworksIsFine() {
        globalTable();

        assertThat(check(new NoRecursiveRouting(), network)).isEmpty();
    }

    @Test
    void aFrontDoorVrfKeepsTheTablesApart() {
        network.device("HQ1").eigrp().summary("0.0.0.0/0");

        assertThat(check(new NoRecursiveRouting(), network)).isEmpty();
    }

    @Test
    void aClientOnATransportThatItsServerIsNotAttachedTo() {
        network.device("Branch2").wanTransport("Mpls");

        assertThat(check(new CommonTransport(), network)).containsExactly(
                "Branch2 | Tunnel100 of Branch2 sends into transport Mpls, which its server HQ1 is not attached to:"
                        + " send it over a transport of HQ1, or attach HQ1 to Mpls");
        assertThat(check(new UnderlayRouteToPeers(), network)).isEmpty();
    }

    /** RFC 7676 section 4: the delivery header is of one family. */
    @Test
    void aClientOverIpv6OfAServerOverIpv4() {
        network.device("Branch2").wan("2001:db8:2::1/64", "2001:db8:2::ffff");

        assertThat(check(new OneFamilyInUnderlay(), network)).containsExactly("Branch2 | Tunnel100 of Branch2 sends from an IPv6 "
                + "address, but its server HQ1 has the IPv4 address 203.0.113.1: give both addresses of one family");
    }

    @Test
    void oneFamilyForClientAndServerIsFine() {
        assertThat(check(new OneFamilyInUnderlay(), network)).isEmpty();
    }

    /** A default route of IPv4 leads nowhere near an IPv6 address, and catches no packet to one. */
    @Test
    void routesOfTheOtherFamilyDoNotCount() {
        globalTable();
        network.device("Branch1").wan("2001:db8:2::1/64", "2001:db8:2::ffff").tunnel().noServers()
                .addServer("HQ1", "10.255.0.1", "2001:db8:1::1", true);
        network.device("HQ1").eigrp().summary("0.0.0.0/0");

        assertThat(check(new NoRecursiveRouting(), network)).noneMatch(finding -> finding.startsWith("Branch1"));
        network.device("Branch1").wanWithoutGateway("2001:db8:2::1/64");
        assertThat(check(new UnderlayRouteToPeers(), network)).anyMatch(finding ->
                finding.startsWith("Branch1 | Branch1 has no underlay route to the WAN address 2001:db8:1::1"));
    }

    @Test
    void oneTransportForClientAndServerIsFine() {
        assertThat(check(new CommonTransport(), network)).isEmpty();
    }

    @Test
    void aHubWithoutARouteToItsClients() {
        network.device("HQ1").wanWithoutGateway("203.0.113.1/24");

        assertThat(check(new UnderlayRouteToPeers(), network)).hasSize(2).first().asString().isEqualTo(
                "HQ1 | HQ1 has no underlay route to the leased WAN addresses of Branch1: give GigabitEthernet1 of HQ1"
                        + " a gateway, or write a static route in VRF INET");
    }

    @Test
    void aSpokeWithoutARouteToItsHub() {
        network.device("Branch1").wanWithoutGateway("198.51.100.11/24");

        assertThat(check(new UnderlayRouteToPeers(), network)).singleElement().asString()
                .startsWith("Branch1 | Branch1 has no underlay route to the WAN address 203.0.113.1 of HQ1");
    }

    @Test
    void oneUnderlayPrefixNeedsNoGateway() {
        network.devices().forEach(device -> device.wanWithoutGateway("203.0.113." + (10 + network.devices().indexOf(device)) + "/24"));
        network.device("HQ1").wanWithoutGateway("203.0.113.1/24");

        assertThat(check(new UnderlayRouteToPeers(), network)).isEmpty();
    }

    @Test
    void aPoolInsideTheHubsPrefixNeedsNoGateway() {
        network.dhcpPool("203.0.113.128/25").device("HQ1").wanWithoutGateway("203.0.113.1/24");

        assertThat(check(new UnderlayRouteToPeers(), network)).isEmpty();
    }

    @Test
    void aStaticRouteReplacesAGateway() {
        network.device("HQ1").wanWithoutGateway("203.0.113.1/24").frontDoorRoute("198.18.0.0/15", "203.0.113.254");

        assertThat(check(new UnderlayRouteToPeers(), network)).isEmpty();
    }

    @Test
    void gatewaysOnBothEndsAreFine() {
        network.device("Branch1").wan("198.51.100.11/24", "198.51.100.254");

        assertThat(check(new UnderlayRouteToPeers(), network)).isEmpty();
    }

    @Test
    void aProfileThatIsBoundToAnotherVrfThanTheTunnelsPackets() {
        network.device("Branch2").tunnel().frontDoorVrf(Optional.empty());

        assertThat(check(new IkeInFrontDoorVrf(), network)).containsExactly("Branch2 | IKE of Tunnel100 of Branch2 is bound to VRF INET,"
                + " but its packets are in the global table: bind profile Suite to it");
    }

    @Test
    void aProfileInTheVrfOfItsTunnelIsFine() {
        assertThat(check(new IkeInFrontDoorVrf(), network)).isEmpty();
    }

    private void globalTable() {
        network.devices().forEach((DeviceBuilder device) -> device.wanVrf(Optional.empty()));
    }
}
