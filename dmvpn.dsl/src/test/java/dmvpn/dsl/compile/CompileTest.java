package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompileTest {

    private static TunnelInterface tunnel(String text, String device) {
        return Models.device(text, device).tunnels().getFirst();
    }

    private static EigrpInterface eigrp(String text, String device) {
        return Models.device(text, device).routing().eigrp().getFirst().interfaces().getFirst();
    }

    @Test
    void aPhase3HubRedirectsAndCopiesMulticast() {
        NhrpConfiguration nhrp = tunnel(Models.SOUND, "HQ").nhrp();

        assertThat(nhrp.redirect()).isTrue();
        assertThat(nhrp.shortcut()).isFalse();
        assertThat(nhrp.dynamicMulticast()).isTrue();
        assertThat(nhrp.nextHopServers()).isEmpty();
        assertThat(Models.device(Models.SOUND, "HQ").role()).isEqualTo(DeviceRole.HUB);
    }

    @Test
    void aPhase3SpokeTakesShortcutsAndRegistersWithItsHub() {
        NhrpConfiguration nhrp = tunnel(Models.SOUND, "Branch1").nhrp();

        assertThat(nhrp.redirect()).isFalse();
        assertThat(nhrp.shortcut()).isTrue();
        assertThat(nhrp.uniqueRegistration()).isFalse();
        assertThat(nhrp.nextHopServers()).singleElement().satisfies(server -> {
            assertThat(server.device()).contains("HQ");
            assertThat(server.protocolAddress()).isEqualTo(IpAddress.parse("10.0.0.1"));
            assertThat(server.nbmaAddress()).isEqualTo(IpAddress.parse("203.0.113.1"));
            assertThat(server.multicast()).isTrue();
        });
    }

    /** RFC 2332 section 5.2.3: a client registers again well before its mapping expires. */
    @ParameterizedTest
    @CsvSource({"holdtime 10min,600,200", "holdtime 60s,60,20", "'',600,200", "holdtime 10min registration every 1min,600,60"})
    void theRegistrationIntervalIsAThirdOfTheHoldingTimeUnlessGiven(String setting, int holdingTime, int interval) {
        NhrpConfiguration nhrp = tunnel(Models.sound("holdtime 10min", setting), "Branch1").nhrp();

        assertThat(nhrp.holdingTimeSeconds()).isEqualTo(holdingTime);
        assertThat(nhrp.registrationIntervalSeconds()).isEqualTo(interval);
    }

    /** Also when what is given is what the holding time would have given. */
    @ParameterizedTest
    @CsvSource({"holdtime 10min,20", "holdtime 10min registration every 200s,200", "holdtime 10min registration every 60s,60"})
    void aGivenRegistrationIntervalDoesNotFollowAChangeOfTheHoldingTime(String setting, int interval) {
        NhrpConfiguration nhrp = tunnel(Models.sound("holdtime 10min", setting), "Branch1").nhrp();

        assertThat(nhrp.withHoldingTime(60).registrationIntervalSeconds()).isEqualTo(interval);
        assertThat(nhrp.withRegistrationInterval(20).withHoldingTime(60).withHoldingTime(90).registrationIntervalSeconds()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"platform cisco-iosxe release \"15.5\",7200", "platform cisco-iosxe release \"15.9\",600", "platform cisco-iosxe release \"17.12\",600", "platform frr,7200", "'',600"})
    void thePlatformDecidesTheHoldingTimeThatNobodyGives(String platform, int holdingTime) {
        String text = platform + "\n" + Models.sound("holdtime 10min", "");

        assertThat(tunnel(text, "Branch1").nhrp().holdingTimeSeconds()).isEqualTo(holdingTime);
    }

    @Test
    void aRouterMayHaveAPlatformOfItsOwn() {
        String text = Models.sound("hub HQ {", "hub HQ { platform frr");

        assertThat(Models.device(text, "HQ").interfaces().getFirst().name()).isEqualTo("eth0");
        assertThat(tunnel(text, "HQ").name()).isEqualTo("gre100");
        assertThat(Models.device(text, "Branch1").interfaces().getFirst().name()).isEqualTo("GigabitEthernet1");
    }

    @Test
    void registrationsAreUniqueUnlessTheModelSaysOtherwise() {
        assertThat(tunnel(Models.sound("registration no-unique", ""), "Branch1").nhrp().uniqueRegistration()).isTrue();
        assertThat(tunnel(Models.sound("via HQ", "via HQ registration unique"), "Branch1").nhrp().uniqueRegistration()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"tunnel-key 100,100,1,Tunnel100", "tunnel-key 0,0,1,Tunnel0", "tunnel-key none,,1,Tunnel1", "'',,1,Tunnel1"})
    void aKeyOfZeroIsAKeyAndNoneIsNone(String setting, Long key, long networkId, String name) {
        TunnelInterface tunnel = tunnel(Models.sound("tunnel-key 100", setting), "HQ");

        assertThat(tunnel.key()).isEqualTo(key == null ? OptionalLong.empty() : OptionalLong.of(key));
        assertThat(tunnel.nhrp().networkId()).isEqualTo(networkId);
        assertThat(tunnel.name()).isEqualTo(name);
    }

    @Test
    void aJoinOverridesItsCloud() {
        TunnelInterface tunnel = tunnel(Models.sound("via HQ", "via HQ network-id 5 mtu 1300 interface Tunnel7"), "Branch1");

        assertThat(tunnel.nhrp().networkId()).isEqualTo(5);
        assertThat(tunnel.ipMtuBytes()).isEqualTo(OptionalInt.of(1300));
        assertThat(tunnel.name()).isEqualTo("Tunnel7");
        assertThat(tunnel(Models.SOUND, "HQ").ipMtuBytes()).isEqualTo(OptionalInt.of(1400));
    }

    @Test
    void interfacesAreNumberedUplinksFirst() {
        Device hub = Models.device(Models.sound("hub HQ {", "hub HQ { lan 10.9.0.0/24 interface GigabitEthernet2"), "HQ");

        assertThat(hub.interfaces()).extracting(candidate -> candidate.name())
                .containsExactly("GigabitEthernet1", "GigabitEthernet2", "GigabitEthernet3");
    }

    @Test
    void aFrontDoorVrfIsOnUplinkTunnelAndProfile() {
        Device hub = Models.device(Models.sound("gateway 203.0.113.254", "gateway 203.0.113.254 vrf INET"), "HQ");

        assertThat(hub.vrfs()).extracting(vrf -> vrf.name()).containsExactly("INET");
        assertThat(hub.interfaces().getFirst().vrf()).contains("INET");
        assertThat(hub.tunnels().getFirst().frontDoorVrf()).contains("INET");
        assertThat(hub.crypto().profiles().getFirst().frontDoorVrf()).contains("INET");
        assertThat(hub.tunnels().getFirst().vrf()).isEmpty();
    }

    @Test
    void eigrpAnnouncesTheOverlayAndTheLocalNetworks() {
        EigrpProcess process = Models.device(Models.SOUND, "Branch1").routing().eigrp().getFirst();

        assertThat(process.autonomousSystem()).isEqualTo(100);
        assertThat(process.networks()).containsExactly(IpPrefix.parse("10.0.0.0/24"), IpPrefix.parse("192.168.11.0/24"));
        assertThat(process.stub()).isPresent();
    }

    @Test
    void theSummaryIsAnnouncedByHubsOnly() {
        assertThat(eigrp(Models.SOUND, "HQ").summaries()).singleElement()
                .satisfies(summary -> assertThat(summary.prefix()).isEqualTo(IpPrefix.parse("192.168.0.0/16")));
        assertThat(eigrp(Models.SOUND, "Branch1").summaries()).isEmpty();
        assertThat(Models.device(Models.SOUND, "HQ").routing().eigrp().getFirst().stub()).isEmpty();
    }

    @Test
    void aLeakAnnouncesTheHubsNetworksBesideTheSummary() {
        assertThat(eigrp(Models.sound("from hubs", "from hubs leak hub-lans"), "HQ").summaries().getFirst().leaked())
                .containsExactly(IpPrefix.parse("192.168.1.0/24"));
    }

    /** In Phase 2 spokes must see each other as next hop (Cisco, Dynamic Multipoint VPN configuration guide). */
    @ParameterizedTest
    @CsvSource({"1,true,true", "2,false,false", "3,true,true"})
    void onlyAPhase2HubKeepsTheNextHopAndSendsRoutesBack(int phase, boolean splitHorizon, boolean nextHopSelf) {
        EigrpInterface hub = eigrp(Models.sound("phase 3", "phase " + phase), "HQ");

        assertThat(hub.splitHorizon()).isEqualTo(splitHorizon);
        assertThat(hub.nextHopSelf()).isEqualTo(nextHopSelf);
        assertThat(eigrp(Models.sound("phase 3", "phase " + phase), "Branch1").splitHorizon()).isTrue();
    }

    @Test
    void eigrpTimersAreFiveAndFifteenSecondsUnlessGiven() {
        assertThat(eigrp(Models.SOUND, "HQ").helloInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(eigrp(Models.SOUND, "HQ").holdTime()).isEqualTo(Duration.ofSeconds(15));
        assertThat(eigrp(Models.sound("stub spokes", "stub spokes hello 1s hold 3s"), "HQ").holdTime()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aPhase1SpokeHasOneFarEnd() {
        TunnelInterface spoke = tunnel(Models.sound("phase 3", "phase 1"), "Branch1");

        assertThat(spoke.mode()).isEqualTo(new TunnelMode.PointToPoint(IpAddress.parse("203.0.113.1"), Origin.NONE));
        assertThat(spoke.nhrp().shortcut()).isFalse();
        assertThat(tunnel(Models.sound("phase 3", "phase 1"), "HQ").mode()).isEqualTo(new TunnelMode.Multipoint(Origin.NONE));
    }

    @Test
    void twoTunnelsOfOneUplinkShareTheirProtection() {
        String text = Models.SOUND.replace("hub HQ {", "cloud Second { overlay 10.9.0.0/24 tunnel-key 200 crypto Suite }\nhub HQ { join Second as 10.9.0.1 ");
        Device hub = Models.device(text, "HQ");

        assertThat(hub.tunnels()).allMatch(tunnel -> tunnel.protection().orElseThrow().shared());
        assertThat(hub.crypto().profiles()).hasSize(1);
        assertThat(tunnel(text, "Branch1").protection().orElseThrow().shared()).isFalse();
    }

    @Test
    void aCloudWithoutCryptoIsClear() {
        Device hub = Models.device(Models.sound("  crypto Suite\n  routing", "  routing"), "HQ");

        assertThat(hub.tunnels().getFirst().protection()).isEmpty();
        assertThat(hub.crypto().profiles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.0/24,192.168.1.1,192.168.1.10", "192.168.1.0/30,192.168.1.1,192.168.1.2",
        "192.168.1.0/29,192.168.1.1,192.168.1.6", "192.168.1.0/31,192.168.1.0,192.168.1.1", "fd00:1::/64,fd00:1::1,fd00:1::a"})
    void theHostBehindARouterHasTheTenthAddressOrTheLastUsable(String prefix, String router, String host) {
        CompiledNetwork network = Models.network(Models.sound("lan 192.168.1.0/24", "lan " + prefix));

        assertThat(network.hosts().getFirst().address().address()).isEqualTo(IpAddress.parse(host));
        assertThat(network.devices().getFirst().interfaces().get(1).assignment().toString()).contains(router + "/");
    }

    @Test
    void endpointsAreHostsTunnelsAndLiteralAddresses() {
        String text = Models.sound("  expect at 20s path Branch[1].lan to Branch[2].lan is direct\n", """
                  expect at 20s Branch[1].lan reaches Branch[2].tunnel
                  expect at 20s 192.168.11.77 reaches 10.0.0.1
                  expect at 20s Branch[1] reaches HQ.wan
                """);
        var expectations = Models.network(text).scenarios().getFirst().expectations();

        assertThat(Models.findings(text)).isEmpty();
        assertThat(expectations).hasSize(3);
        Expectation.Reachable first = (Expectation.Reachable) expectations.get(0);
        assertThat(first.text()).isEqualTo("at 20s Branch[1].lan reaches Branch[2].tunnel");
        assertThat(first.source().address()).isEqualTo(IpAddress.parse("192.168.11.10"));
        assertThat(first.destination().address()).isEqualTo(IpAddress.parse("10.0.0.12"));
        Expectation.Reachable second = (Expectation.Reachable) expectations.get(1);
        assertThat(second.source().device()).isEqualTo("Branch1");
        assertThat(second.destination().device()).isEqualTo("HQ");
    }

    @Test
    void loopbacksRoutesAndRawLinesReachTheDevice() {
        Device hub = Models.device(Models.sound("hub HQ {", "hub HQ { loopback 10.255.255.1/32  route 10.50.0.0/16 via 192.168.1.9 distance 5\n"
                + "raw cisco-iosxe <<<\n! \"quoted\" // kept\n  indented\n>>>"), "HQ");

        assertThat(hub.interfaces().getLast().name()).isEqualTo("Loopback0");
        assertThat(hub.routing().staticRoutes()).singleElement().satisfies(route -> {
            assertThat(route.nextHop()).contains(IpAddress.parse("192.168.1.9"));
            assertThat(route.distance()).isEqualTo(5);
        });
        assertThat(hub.raw().getFirst().text()).isEqualTo("! \"quoted\" // kept\n  indented\n");
    }

    @Test
    void theNetworkIsNamedByItsDeclarationOrItsFile() {
        assertThat(Models.network(Models.SOUND).name()).isEqualTo("Test");
        assertThat(Models.network(Models.sound("network Test", "")).name()).isEqualTo("test");
    }

    @Test
    void theSoundPartOfABrokenModelIsCompiled() {
        CompiledNetwork network = Models.network(Models.sound("wan Internet 203.0.113.1/24", "wan Nowhere 203.0.113.1/24"));

        assertThat(network.deviceNamed("HQ").orElseThrow().tunnels()).isEmpty();
        assertThat(network.deviceNamed("HQ").orElseThrow().interfaces()).hasSize(1);
        assertThat(network.deviceNamed("Branch1").orElseThrow().tunnels()).hasSize(1);
    }

    @Test
    void compilingChangesNothingInTheModel() {
        var resource = Models.resource(Models.SOUND);
        String before = resource.getSerializer().serialize(resource.model());

        assertThat(resource.isModified()).isFalse();
        assertThat(before).isEqualTo(Models.SOUND);
    }
}
