package dmvpn.network.rules.addressing;

import static dmvpn.network.rules.RuleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.testing.NetworkBuilder;
import dmvpn.network.tunnel.Phase;
import org.junit.jupiter.api.Test;

class AddressingRulesTest {

    private final NetworkBuilder network = NetworkBuilder.phase3();

    /** RFC 2332 section 5.1: one protocol type for all protocol addresses of a message. */
    @Test
    void aLocalNetworkWithoutACloudOfItsFamily() {
        network.device("Branch2").lan("2001:db8:2::1/64");

        assertThat(check(new CloudOfLanFamily(), network)).singleElement().asString().isEqualTo("Branch2 | The local network on "
                + "GigabitEthernet2 of Branch2 is IPv6, and its tunnels lead to IPv4 networks only: join a cloud with an IPv6 "
                + "overlay");
        network.device("Branch2").tunnel().address("2001:db8:ff::12/64");
        assertThat(check(new CloudOfLanFamily(), network)).isEmpty();
    }

    @Test
    void twoMembersWithOneTunnelAddress() {
        network.device("Branch2").tunnel().address("10.255.0.11/16");

        assertThat(check(new UniqueTunnelAddress(), network)).containsExactly(
                "Branch2 | Tunnel address 10.255.0.11 of Branch2 is already used by Branch1 in cloud Corp:"
                        + " give Branch2 another address");
    }

    @Test
    void oneTunnelAddressInTwoCloudsIsFine() {
        network.cloud("Backup", Phase.PHASE_3);
        network.device("Branch1").addTunnel("Backup", "10.255.0.12/16");

        assertThat(check(new UniqueTunnelAddress(), network)).isEmpty();
    }

    @Test
    void twoHubsWithOneNbmaAddress() {
        network.addHub("HQ2", 2).wan("203.0.113.1/24", "203.0.113.254");

        assertThat(check(new UniqueNbmaAddress(), network)).containsExactly(
                "HQ2 | Hubs HQ1 and HQ2 have the same NBMA address 203.0.113.1 on transport Internet:"
                        + " change the WAN address of HQ2");
    }

    @Test
    void hubAndSpokeWithOneNbmaAddress() {
        network.device("Branch1").wan("203.0.113.1/24", "203.0.113.254");

        assertThat(check(new UniqueNbmaAddress(), network)).singleElement().asString()
                .contains("Routers HQ1 and Branch1 have the same NBMA address 203.0.113.1");
    }

    @Test
    void differentNbmaAddressesAreFine() {
        network.addHub("HQ2", 2);

        assertThat(check(new UniqueNbmaAddress(), network)).isEmpty();
    }

    @Test
    void tunnelAddressOutsideOfTheOverlay() {
        network.device("Branch1").tunnel().address("10.254.0.11/16");

        assertThat(check(new TunnelAddressInOverlay(), network)).containsExactly(
                "Branch1 | Tunnel address 10.254.0.11 of Branch1 is not in the overlay 10.255.0.0/16 of cloud Corp:"
                        + " choose a host address of 10.255.0.0/16");
    }

    @Test
    void networkAndBroadcastAddressAreNoTunnelAddresses() {
        network.device("Branch1").tunnel().address("10.255.0.0/16");
        network.device("Branch2").tunnel().address("10.255.255.255/16");

        assertThat(check(new TunnelAddressInOverlay(), network)).satisfiesExactly(
                first -> assertThat(first).contains("10.255.0.0 of Branch1 is the network address"),
                second -> assertThat(second).contains("10.255.255.255 of Branch2 is the broadcast address"));
    }

    @Test
    void aHostPrefixOfFrrInsideTheOverlayIsFine() {
        network.device("Branch1").platform(new Platform(Vendor.FRR, "", Origin.NONE)).tunnel().address("10.255.0.11/32");

        assertThat(check(new TunnelAddressInOverlay(), network)).isEmpty();
    }

    @Test
    void oneOverlayOnTwoTunnels() {
        network.cloud("Backup", Phase.PHASE_3);
        network.device("Branch1").addTunnel("Backup", "10.255.1.11/16");

        assertThat(check(new OneTunnelPerOverlay(), network)).containsExactly(
                "Branch1 | Subnet 10.255.0.0/16 of Tunnel200 on Branch1 is already on Tunnel100:"
                        + " give cloud Backup another overlay");
    }

    @Test
    void twoOverlaysOnTwoTunnelsAreFine() {
        network.cloud("Backup", Phase.PHASE_3);
        network.device("Branch1").addTunnel("Backup", "10.254.0.11/16");

        assertThat(check(new OneTunnelPerOverlay(), network)).isEmpty();
    }

    @Test
    void twoSitesWithOneLocalNetwork() {
        network.device("Branch2").lan("10.100.1.1/24");

        assertThat(check(new DistinctLanPrefixes(), network)).containsExactly(
                "Branch2 | Local network 10.100.1.0/24 of Branch2 is also the local network of Branch1:"
                        + " give one of the two other addresses");
    }

    @Test
    void aLocalNetworkInsideThatOfAnotherSite() {
        network.device("Branch2").lan("10.1.7.1/24");

        assertThat(check(new DistinctLanPrefixes(), network)).containsExactly(
                "Branch2 | Local network 10.1.7.0/24 of Branch2 overlaps 10.1.0.0/16 of HQ1:"
                        + " give one of the two other addresses");
    }

    @Test
    void anOverlapIsFoundBehindNarrowerNeighbours() {
        network.addSpoke("Branch3", 3, "HQ1").lan("10.1.3.1/24");
        network.device("Branch2").lan("10.1.200.1/24");

        assertThat(check(new DistinctLanPrefixes(), network)).hasSize(2);
    }

    @Test
    void twoRoutersOfOneLocalNetworkAreFine() {
        network.addHub("HQ2", 2).lan("10.1.0.2/16");

        assertThat(check(new DistinctLanPrefixes(), network)).isEmpty();
    }

    @Test
    void aHubWithLeasedAddress() {
        network.device("HQ1").wanByDhcp();

        assertThat(check(new HubHasFixedNbmaAddress(), network)).containsExactly(
                "HQ1 | HQ1 gets its NBMA address by DHCP but 2 router(s) register with it:"
                        + " give GigabitEthernet1 of HQ1 a fixed address");
    }

    @Test
    void leasedAddressesOfSpokesAreFine() {
        assertThat(check(new HubHasFixedNbmaAddress(), network)).isEmpty();
    }

    @Test
    void aLocalNetworkInsideTheOverlayOfTheRoutersCloud() {
        network.device("Branch1").lan("10.255.7.1/24");

        assertThat(check(new OverlayApartFromInterfaces(), network)).containsExactly(
                "Branch1 | Network 10.255.7.0/24 of GigabitEthernet2 on Branch1 overlaps the overlay 10.255.0.0/16 of cloud"
                        + " Corp, which Tunnel100 is in: give one of the two other addresses");
    }

    @Test
    void aLocalNetworkAroundTheOverlay() {
        network.device("Branch1").lan("10.0.0.1/8");

        assertThat(check(new OverlayApartFromInterfaces(), network)).singleElement().asString().contains("Network 10.0.0.0/8");
    }

    @Test
    void anotherVrfKeepsALocalNetworkApartFromTheOverlay() {
        network.device("Branch1").lan("10.255.7.1/24").lanVrf("Guests");

        assertThat(check(new OverlayApartFromInterfaces(), network)).isEmpty();
    }

    @Test
    void aLocalNetworkBesideTheOverlayIsFine() {
        network.device("Branch1").lan("10.254.255.1/24");

        assertThat(check(new OverlayApartFromInterfaces(), network)).isEmpty();
    }

    /** Of four addresses one names the network, one is for broadcasts and one is the gateway's. */
    @Test
    void aPoolThatIsTooSmallForItsClients() {
        network.dhcpPool("198.51.100.0/30");

        assertThat(check(new EnoughLeases(), network)).containsExactly(
                "transport Internet | Transport Internet can lease 1 of the 2 addresses that its DHCP clients need:"
                        + " lease from a shorter prefix than 198.51.100.0/30");
    }

    @Test
    void configuredAddressesAreNotLeased() {
        network.dhcpPool("203.0.113.0/29").addHub("HQ2", 2);

        assertThat(check(new EnoughLeases(), network)).isEmpty();
        network.addHub("HQ3", 3);
        network.addHub("HQ4", 4);
        assertThat(check(new EnoughLeases(), network)).singleElement().asString().contains("can lease 1 of the 2 addresses");
    }

    @Test
    void aPoolWithOneAddressForEachClientIsFine() {
        network.dhcpPool("198.51.100.0/29");

        assertThat(check(new EnoughLeases(), network)).isEmpty();
    }

    @Test
    void aTunnelWithAnotherMaskThanTheOthers() {
        network.device("Branch2").tunnel().address("10.255.0.12/24");

        assertThat(check(new OneMaskPerCloud(), network)).containsExactly("Branch2 | Tunnel100 of Branch2 has a mask of /24, but HQ1 has /16"
                + " in cloud Corp: use one");
    }

    /** FRR documentation, nhrpd: a host prefix on the GRE interface. */
    @Test
    void oneMaskAndHostPrefixesAreFine() {
        network.device("Branch2").tunnel().address("10.255.0.12/32");

        assertThat(check(new OneMaskPerCloud(), network)).isEmpty();
    }
}
