package dmvpn.config.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.config.writer.ConfigurationText;
import dmvpn.config.writer.SecretResolver;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.Secret;
import dmvpn.network.device.Device;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.testing.DeviceBuilder;
import dmvpn.network.testing.NetworkBuilder;
import dmvpn.network.tunnel.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiscoWriterTest {

    private final NetworkBuilder network = NetworkBuilder.phase3();
    private final DeviceBuilder hub = network.device("HQ1");
    private final DeviceBuilder spoke = network.device("Branch1");

    private ConfigurationText write(String device) {
        return new CiscoWriter().write(network.build().deviceNamed(device).orElseThrow(), SecretResolver.inPlace());
    }

    private List<String> lines(String device) {
        return write(device).text().lines().toList();
    }

    /** The lines below a header, without it, up to the next line that is not indented. */
    private List<String> section(String device, String header) {
        List<String> lines = lines(device);
        int start = lines.indexOf(header);
        assertThat(start).as("%s in %s", header, lines).isNotNegative();
        return lines.subList(start + 1, lines.size()).stream().takeWhile(line -> line.startsWith(" ")).toList();
    }

    @Test
    void whatIsReferredToComesFirst() {
        assertThat(lines("HQ1")).containsSubsequence(
                "hostname HQ1",
                "vrf definition INET",
                "crypto ikev2 proposal Suite",
                "crypto ikev2 policy Suite",
                "crypto ikev2 keyring Suite",
                "crypto ikev2 profile Suite",
                "crypto ipsec transform-set Suite esp-gcm 256",
                "crypto ipsec profile Suite",
                "route-map LEAK-Tunnel100 permit 10",
                "interface GigabitEthernet1",
                "interface GigabitEthernet2",
                "interface Tunnel100",
                "router eigrp 100",
                "end");
    }

    @Test
    void networkIdIsTheFirstNhrpLineAndProtectionTheLastLine() {
        List<String> tunnel = section("Branch1", "interface Tunnel100");

        assertThat(tunnel).filteredOn(line -> line.contains("nhrp")).first().isEqualTo(" ip nhrp network-id 100");
        assertThat(tunnel).last().isEqualTo(" tunnel protection ipsec profile Suite");
    }

    @Test
    void everyNamedBlockIsDefined() {
        for (String device : List.of("HQ1", "Branch1")) {
            List<String> lines = lines(device);
            assertThat(lines).contains(" proposal Suite").contains("crypto ikev2 proposal Suite")
                    .contains(" keyring local Suite").contains("crypto ikev2 keyring Suite")
                    .contains(" set transform-set Suite").contains(" set ikev2-profile Suite")
                    .contains("crypto ikev2 profile Suite").contains(" tunnel protection ipsec profile Suite")
                    .contains("crypto ipsec profile Suite");
        }
    }

    @Test
    void theFrontDoorVrfIsInUplinkTunnelPolicyAndProfile() {
        assertThat(section("Branch1", "interface GigabitEthernet1")).contains(" vrf forwarding INET");
        assertThat(section("Branch1", "interface Tunnel100")).contains(" tunnel vrf INET");
        assertThat(section("Branch1", "crypto ikev2 policy Suite")).contains(" match fvrf INET");
        assertThat(section("Branch1", "crypto ikev2 profile Suite")).contains(" match fvrf INET");
    }

    @Test
    void theVrfOfAnInterfaceComesBeforeItsAddress() {
        // Putting an interface into a VRF removes its address.
        assertThat(section("HQ1", "interface GigabitEthernet1"))
                .containsSubsequence(" vrf forwarding INET", " ip address 203.0.113.1 255.255.255.0");
    }

    @Test
    void withoutFrontDoorVrfNothingMatchesOne() {
        network.devices().forEach(device -> device.wanVrf(Optional.empty()));

        assertThat(write("HQ1").text()).doesNotContain("vrf")
                .contains("ip route 0.0.0.0 0.0.0.0 203.0.113.254\n");
    }

    @Test
    void anAddressByDhcpBringsItsDefaultRoute() {
        assertThat(section("Branch1", "interface GigabitEthernet1")).contains(" ip address dhcp");
        assertThat(write("Branch1").text()).doesNotContain("ip route");
    }

    @Test
    void aPhase1SpokeHasADestinationAndRegistersAllTheSame() {
        NetworkBuilder phase1 = NetworkBuilder.phase1();

        String text = new CiscoWriter().write(phase1.build().deviceNamed("Branch1").orElseThrow(),
                SecretResolver.inPlace()).text();

        assertThat(text).contains(" tunnel destination 203.0.113.1\n")
                .contains(" ip nhrp nhs 10.255.0.1 nbma 203.0.113.1 multicast\n")
                .doesNotContain("multipoint").doesNotContain("shortcut");
    }

    @Test
    void aPhase2HubKeepsNextHopsAndAnnouncesEverything() {
        NetworkBuilder phase2 = NetworkBuilder.phase2();

        String text = new CiscoWriter().write(phase2.build().deviceNamed("HQ1").orElseThrow(),
                SecretResolver.inPlace()).text();

        assertThat(text).contains(" no ip split-horizon eigrp 100\n no ip next-hop-self eigrp 100\n").doesNotContain("summary-address")
                .doesNotContain("route-map").doesNotContain("nhrp redirect");
    }

    @Test
    void theCipherDecidesBetweenIntegrityAndPseudoRandomFunction() {
        spoke.profile().ike(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA384)
                .esp(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256, EncapsulationMode.TUNNEL);

        assertThat(section("Branch1", "crypto ikev2 proposal Suite"))
                .containsExactly(" encryption aes-cbc-256", " integrity sha384", " group 20");
        assertThat(section("HQ1", "crypto ikev2 proposal Suite"))
                .containsExactly(" encryption aes-gcm-256", " prf sha384", " group 20");
        assertThat(section("Branch1", "crypto ipsec transform-set Suite esp-aes 256 esp-sha256-hmac"))
                .containsExactly(" mode tunnel");
    }

    @Test
    void anotherPseudoRandomFunctionThanTheIntegrityIsWritten() {
        spoke.profile().ike(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256);

        assertThat(section("Branch1", "crypto ikev2 proposal Suite"))
                .containsExactly(" encryption aes-cbc-256", " integrity sha256", " prf sha384", " group 20");
    }

    @Test
    void perfectForwardSecrecyAndDeadPeerDetectionAreWrittenWhenThereAreAny() {
        spoke.profile().pfs(20).noDpd();

        assertThat(section("Branch1", "crypto ipsec profile Suite")).contains(" set pfs group20");
        assertThat(write("Branch1").text()).doesNotContain("dpd");
        assertThat(write("HQ1").text()).doesNotContain("pfs").contains(" dpd 30 5 on-demand\n");
    }

    @Test
    void ikev1InAFrontDoorVrfHasAKeyringAndAProfile() {
        spoke.profile().version(IkeVersion.IKEV1).ike(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256).group(14);

        assertThat(section("Branch1", "crypto isakmp policy 10")).containsExactly(" encryption aes 256", " hash sha256",
                " authentication pre-share", " group 14", " lifetime 86400");
        assertThat(section("Branch1", "crypto keyring Suite vrf INET"))
                .containsExactly(" pre-shared-key address 0.0.0.0 0.0.0.0 key <secret wan-psk>");
        assertThat(section("Branch1", "crypto isakmp profile Suite"))
                .containsExactly(" keyring Suite", " match identity address 0.0.0.0 INET", " keepalive 30 retry 5");
        assertThat(section("Branch1", "crypto ipsec profile Suite")).contains(" set isakmp-profile Suite");
        assertThat(write("Branch1").text()).doesNotContain("ikev2");
    }

    @Test
    void ikev1InTheGlobalTableHasAGlobalKey() {
        spoke.wanVrf(Optional.empty()).profile().version(IkeVersion.IKEV1)
                .ike(EncryptionAlgorithm.AES_CBC_128, HashAlgorithm.SHA1).secret(new Secret("", Optional.of("k3y"), Origin.NONE));

        assertThat(lines("Branch1")).contains(" encryption aes 128", " hash sha",
                "crypto isakmp key k3y address 0.0.0.0", "crypto isakmp keepalive 30 5");
        assertThat(write("Branch1").text()).doesNotContain("isakmp-profile").doesNotContain("keyring");
    }

    @Test
    void oldCiphersAndHashesHaveTheirOwnWordsInIkev1() {
        spoke.profile().version(IkeVersion.IKEV1).ike(EncryptionAlgorithm.TRIPLE_DES, HashAlgorithm.MD5).group(2)
                .esp(EncryptionAlgorithm.DES, HashAlgorithm.MD5, EncapsulationMode.TRANSPORT);

        assertThat(section("Branch1", "crypto isakmp policy 10")).contains(" encryption 3des", " hash md5", " group 2");
        assertThat(lines("Branch1")).contains("crypto ipsec transform-set Suite esp-des esp-md5-hmac");
    }

    @Test
    void oldCiphersAndHashesHaveTheirOwnWordsInIkev2() {
        spoke.profile().ike(EncryptionAlgorithm.DES, HashAlgorithm.MD5)
                .esp(EncryptionAlgorithm.TRIPLE_DES, HashAlgorithm.SHA1, EncapsulationMode.TRANSPORT);

        assertThat(section("Branch1", "crypto ikev2 proposal Suite")).contains(" encryption des", " integrity md5");
        assertThat(lines("Branch1")).contains("crypto ipsec transform-set Suite esp-3des esp-sha-hmac");
    }

    @Test
    void ikev1KnowsNoGcmAndSaysSo() {
        spoke.profile().version(IkeVersion.IKEV1);

        assertThat(write("Branch1").notes()).contains(
                "IKEv1 on IOS has no aes-gcm-256: the policy of crypto Suite has aes 256 instead");
    }

    @Test
    void anUnknownSecretIsAPlaceholderAndANote() {
        ConfigurationText text = write("Branch1");

        assertThat(text.text()).contains("  pre-shared-key <secret wan-psk>\n");
        assertThat(text.notes()).containsExactly("The value of secret wan-psk is not known here: the configuration of"
                + " Branch1 has the placeholder <secret wan-psk>");
    }

    @Test
    void aKnownSecretIsWritten() {
        ConfigurationText text = new CiscoWriter().write(network.build().deviceNamed("HQ1").orElseThrow(),
                SecretResolver.ofStore(Map.of("wan-psk", "s3cret")));

        assertThat(text.text()).contains("  pre-shared-key s3cret\n");
        assertThat(text.notes()).isEmpty();
    }

    @Test
    void whatNewerReleasesSwitchOnIsSwitchedOffWhenTheModelSaysSo() {
        spoke.tunnel().shortcut(false);
        hub.tunnel().dynamicMulticast(false);

        assertThat(section("Branch1", "interface Tunnel100")).contains(" no ip nhrp shortcut");
        assertThat(section("HQ1", "interface Tunnel100")).contains(" no ip nhrp map multicast dynamic");
    }

    /** A hub acts on redirects, and a client copies multicast, only where the tunnel says so. */
    @Test
    void whatTheReleaseDoesByItselfIsSwitchedOffAtHubsAndClientsToo() {
        assertThat(section("HQ1", "interface Tunnel100")).contains(" no ip nhrp shortcut");
        assertThat(section("Branch1", "interface Tunnel100")).contains(" no ip nhrp map multicast dynamic");
    }

    @Test
    void whatTheReleaseDoesNotDoByItselfNeedsNoLineAtHubsAndClients() {
        Platform classic = new Platform(Vendor.CISCO_IOS_XE, "15.4(2)T", Origin.NONE);
        hub.platform(classic);
        spoke.platform(classic);

        assertThat(section("HQ1", "interface Tunnel100")).contains(" ip nhrp map multicast dynamic")
                .doesNotContain(" no ip nhrp shortcut");
        assertThat(section("Branch1", "interface Tunnel100")).contains(" ip nhrp shortcut")
                .doesNotContain(" no ip nhrp map multicast dynamic");
    }

    @Test
    void aRegistrationIntervalIsWrittenWhenItIsNoThirdOfTheHoldingTime() {
        assertThat(write("Branch1").text()).doesNotContain("registration timeout");

        spoke.tunnel().timers(300, 60);

        assertThat(section("Branch1", "interface Tunnel100"))
                .contains(" ip nhrp holdtime 300", " ip nhrp registration timeout 60");
    }

    @Test
    void tunnelKeyZeroIsAKey() {
        spoke.tunnel().key(0);
        hub.tunnel().noKey();

        assertThat(section("Branch1", "interface Tunnel100")).contains(" tunnel key 0");
        assertThat(write("HQ1").text()).doesNotContain("tunnel key");
    }

    @Test
    void sharedProtectionIsMarkedOnEachTunnel() {
        spoke.tunnel().protection("Suite", true);
        network.cloud("Backup", Phase.PHASE_3);
        spoke.addTunnel("Backup", "10.254.0.11/16").key(200).protection("Suite", true);

        assertThat(section("Branch1", "interface Tunnel100")).last()
                .isEqualTo(" tunnel protection ipsec profile Suite shared");
        assertThat(section("Branch1", "interface Tunnel200")).last()
                .isEqualTo(" tunnel protection ipsec profile Suite shared");
    }

    @Test
    void anIpv6OverlayUsesTheIpv6Commands() {
        spoke.tunnel().address("2001:db8::11/64").mss(1340);

        assertThat(section("Branch1", "interface Tunnel100")).contains(" ipv6 address 2001:db8::11/64",
                " no ipv6 redirects", " ipv6 mtu 1400", " ipv6 tcp adjust-mss 1340", " ipv6 nhrp network-id 100");
        assertThat(lines("Branch1")).contains("ipv6 unicast-routing");
    }

    @Test
    void anIpv6UnderlayHasItsOwnTunnelModeAndRoute() {
        hub.wan("2001:db8:1::1/64", "2001:db8:1::ffff");

        assertThat(lines("HQ1")).contains(" ipv6 address 2001:db8:1::1/64", " address-family ipv6",
                "ipv6 route vrf INET ::/0 2001:db8:1::ffff", " tunnel mode gre multipoint ipv6")
                .doesNotContain(" address-family ipv4");
    }

    /** Cisco IOS Security Command Reference, address (IKEv2 keyring). */
    @Test
    void anIpv6UnderlayHasAKeyForAnyIpv6Peer() {
        spoke.wan("2001:db8:2::1/64", "2001:db8:2::ffff");

        assertThat(section("Branch1", "crypto ikev2 keyring Suite")).contains(" peer ANY", "  address ::/0")
                .doesNotContain("  address 0.0.0.0 0.0.0.0");
    }

    /** Cisco IOS Security Command Reference, crypto isakmp key, crypto keyring, match identity. */
    @Test
    void ikev1OverIpv6NamesTheFamily() {
        spoke.wan("2001:db8:2::1/64", "2001:db8:2::ffff").profile().version(IkeVersion.IKEV1)
                .ike(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256);

        assertThat(section("Branch1", "crypto keyring Suite vrf INET")).singleElement().asString()
                .startsWith(" pre-shared-key address ipv6 ::/0 key ");
        assertThat(section("Branch1", "crypto isakmp profile Suite")).contains(" match identity address ipv6 ::/0");
        spoke.wanVrf(Optional.empty());
        assertThat(lines("Branch1")).anyMatch(line -> line.startsWith("crypto isakmp key ") && line.endsWith(" address ipv6 ::/0"));
    }

    @Test
    void aTunnelToOneIpv6AddressSaysItsMode() {
        spoke.wan("2001:db8:2::1/64", "2001:db8:2::ffff").tunnel().pointToPoint("2001:db8:1::1");

        assertThat(section("Branch1", "interface Tunnel100")).containsSubsequence(" tunnel source GigabitEthernet1",
                " tunnel mode gre ipv6", " tunnel destination 2001:db8:1::1", " tunnel key 100");
    }

    @Test
    void serversAreNamedByTheAddressesOfBothFamilies() {
        spoke.tunnel().noServers().addServer("HQ1", "10.255.0.1", "2001:db8:1::1", true);
        assertThat(section("Branch1", "interface Tunnel100")).contains(" ip nhrp nhs 10.255.0.1 nbma 2001:db8:1::1 multicast");

        spoke.tunnel().address("2001:db8:ff::11/64").noServers().addServer("HQ1", "2001:db8:ff::1", "203.0.113.1", true);
        assertThat(section("Branch1", "interface Tunnel100"))
                .contains(" ipv6 nhrp nhs 2001:db8:ff::1 nbma 203.0.113.1 multicast", " tunnel mode gre multipoint");
    }

    @Test
    void aDefaultRouteOverIpv6IsStatic() {
        spoke.staticRoute("::/0", "2001:db8:ff::1");

        assertThat(lines("Branch1")).contains("ipv6 route ::/0 2001:db8:ff::1");
    }

    @Test
    void staticRoutesComeBehindTheTunnelsThatTheyMayUse() {
        spoke.staticRoute("10.9.0.0/16", "10.255.0.1");

        assertThat(lines("Branch1")).containsSubsequence("interface Tunnel100", "ip route 10.9.0.0 255.255.0.0 10.255.0.1");
    }

    @Test
    void aStubThatAnnouncesNothingOnlyReceives() {
        spoke.eigrp().stub(new EigrpStub(false, false, Origin.NONE));

        assertThat(section("Branch1", "router eigrp 100")).contains(" eigrp stub receive-only");
    }

    /** A process without a name computes classic metrics (RFC 7868 section 5.6.1). */
    @Test
    void eigrpWithoutANameIsWrittenInClassicMode() {
        assertThat(section("HQ1", "router eigrp 100"))
                .containsExactly(" network 10.255.0.0 0.0.255.255", " network 10.1.0.0 0.0.255.255");
        assertThat(section("HQ1", "interface Tunnel100"))
                .contains(" ip summary-address eigrp 100 10.0.0.0 255.0.0.0 leak-map LEAK-Tunnel100");
        assertThat(write("HQ1").text()).doesNotContain("af-interface").doesNotContain("address-family ipv4 unicast");
    }

    /** All of a process in named mode stands in its address family (Cisco, EIGRP named mode). */
    @Test
    void eigrpWithANameIsWrittenInNamedMode() {
        hub.eigrp().named("WAN").timers(Duration.ofSeconds(20), Duration.ofSeconds(60));

        assertThat(section("HQ1", "router eigrp WAN")).containsExactly(
                " address-family ipv4 unicast autonomous-system 100",
                "  af-interface Tunnel100",
                "   hello-interval 20",
                "   hold-time 60",
                "   summary-address 10.0.0.0 255.0.0.0 leak-map LEAK-Tunnel100",
                "  exit-af-interface",
                "  topology base",
                "  exit-af-topology",
                "  network 10.255.0.0 0.0.255.255",
                "  network 10.1.0.0 0.0.255.255",
                " exit-address-family");
        assertThat(write("HQ1").text()).contains("route-map LEAK-Tunnel100 permit 10").doesNotContain("ip summary-address")
                .doesNotContain("ip hello-interval").doesNotContain("router eigrp 100");
    }

    /** In named mode interfaces with IPv6 take part unless they are shut down there, also in a VRF. */
    @Test
    void eigrpForIpv6WithANameIsAnAddressFamilyOfItsOwn() {
        spoke.tunnel().address("2001:db8::11/64");
        spoke.eigrp().network("2001:db8::/64").vrf("CUST").named("WAN");

        assertThat(write("Branch1").notes()).noneMatch(note -> note.contains("EIGRP"));
        assertThat(write("Branch1").text()).contains("""
                router eigrp WAN
                 address-family ipv6 unicast vrf CUST autonomous-system 100
                  af-interface default
                   shutdown
                  exit-af-interface
                  af-interface Tunnel100
                   no shutdown
                """).contains(" address-family ipv4 unicast vrf CUST autonomous-system 100\n").doesNotContain("ipv6 eigrp 100");
    }

    @Test
    void eigrpTimersAreWrittenOnTheInterfaceWhenTheyAreNotTheDefault() {
        assertThat(write("Branch1").text()).doesNotContain("hello-interval").doesNotContain("hold-time");

        spoke.eigrp().timers(Duration.ofSeconds(20), Duration.ofSeconds(60)).passive();

        assertThat(section("Branch1", "interface Tunnel100"))
                .containsSubsequence(" ip hello-interval eigrp 100 20", " ip hold-time eigrp 100 60", " tunnel source GigabitEthernet1");
        assertThat(section("Branch1", "router eigrp 100")).contains(" passive-interface Tunnel100");
    }

    @Test
    void eigrpOfAVrfIsAnAddressFamilyOfTheProcess() {
        spoke.eigrp().vrf("CUST").autonomousSystem(200);

        assertThat(section("Branch1", "router eigrp 200")).containsExactly(
                " address-family ipv4 vrf CUST autonomous-system 200", "  network 10.255.0.0 0.0.255.255",
                "  network 10.100.1.0 0.0.0.255", "  eigrp stub connected summary", " exit-address-family");
    }

    @Test
    void eigrpOnAnIpv6OverlayIsAProcessThatInterfacesName() {
        hub.tunnel().address("2001:db8::1/64");
        hub.eigrp().network("2001:db8::/64").noSummary().summary("2001:db8::/32", "2001:db8:1::/48");

        ConfigurationText text = write("HQ1");

        assertThat(section("HQ1", "ipv6 router eigrp 100")).containsExactly(" eigrp router-id 0.0.0.1", " no shutdown");
        assertThat(section("HQ1", "interface Tunnel100")).contains(" ipv6 eigrp 100", " ipv6 summary-address eigrp 100 2001:db8::/32")
                .noneMatch(line -> line.contains(" ip summary-address") || line.contains(" ip hello-interval"));
        assertThat(text.notes()).contains("Prefixes that leak through the summary 2001:db8::/32 of EIGRP for IPv6 are not written yet "
                + "in the configuration of HQ1");
    }

    @Test
    void detectionOfEigrpForIpv6IsLeftOutWithANote() {
        hub.tunnel().address("2001:db8::1/64");
        hub.eigrp().network("2001:db8::/64").noSummary();
        Device plain = network.build().deviceNamed("HQ1").orElseThrow();
        RoutingConfiguration routing = new RoutingConfiguration(List.of(), plain.routing().eigrp(), List.of(), List.of(), List.of(),
                List.of(), List.of(new BidirectionalForwarding("Tunnel100", Duration.ofSeconds(1), 5, List.of(RouteSource.EIGRP),
                        Origin.NONE)), List.of(), Origin.NONE);
        Device detecting = new Device(plain.name(), plain.reference(), plain.role(), plain.platform(), plain.vrfs(),
                plain.interfaces(), plain.tunnels(), plain.crypto(), routing, List.of(), Origin.NONE);

        assertThat(new CiscoWriter().write(detecting, SecretResolver.inPlace()).notes()).contains("BFD of EIGRP for IPv6 is not "
                + "written yet: on Tunnel100 hold times decide in the configuration of HQ1");
    }

    @Test
    void eigrpForIpv6InAVrfIsLeftOutWithANote() {
        spoke.tunnel().address("2001:db8::11/64");
        spoke.eigrp().network("2001:db8::/64").vrf("CUST");

        assertThat(write("Branch1").notes()).contains(
                "EIGRP for IPv6 in a VRF takes named mode: process 100 is missing in the configuration of Branch1");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "two words, a blank", "why?, the character ?", "say\"hi\", the character \"", "don't, the character '",
        "`a\tb`, the control character U+0009", "`a\nreload`, the control character U+000A"})
    void aSecretThatCannotBeTypedIsAPlaceholderAndANote(String value, String character) {
        ConfigurationText text = new CiscoWriter().write(network.build().deviceNamed("HQ1").orElseThrow(),
                SecretResolver.ofStore(Map.of("wan-psk", value)));

        assertThat(text.text()).contains("  pre-shared-key <secret wan-psk>\n").doesNotContain(value);
        assertThat(text.notes()).containsExactly("The value of secret wan-psk has " + character + ", which the command "
                + "line of a router does not take in one word: the configuration of HQ1 has the placeholder <secret wan-psk>");
    }

    @Test
    void anNhrpPasswordThatCannotBeTypedIsAPlaceholderAndANote() {
        hub.tunnel().authentication("a b");

        ConfigurationText text = write("HQ1");

        assertThat(text.text()).contains(" ip nhrp authentication <NHRP password>\n");
        assertThat(text.notes()).anyMatch(note -> note.startsWith("The NHRP password has a blank") && note.contains("HQ1"));
    }

    @Test
    void interfacesThatAreDownOrSmallSaySo() {
        spoke.wanDown().wanMtu(1492);

        assertThat(section("Branch1", "interface GigabitEthernet1")).contains(" ip mtu 1492", " shutdown")
                .doesNotContain(" no shutdown");
    }

    @Test
    void rawLinesOfThisVendorAreWrittenVerbatim() {
        spoke.raw(Vendor.CISCO_IOS_XE, "banner motd ^\n  \"Keep out\" // !\n\n^").raw(Vendor.FRR, "hostname no");

        assertThat(write("Branch1").text()).endsWith("!\nbanner motd ^\n  \"Keep out\" // !\n\n^\nend\n")
                .doesNotContain("hostname no");
    }

    @Test
    void aDeviceOfAnotherPlatformIsWrittenWithANote() {
        spoke.platform(new Platform(Vendor.FRR, "", Origin.NONE));

        assertThat(write("Branch1").notes())
                .contains("Branch1 has platform frr but this is a Cisco configuration");
    }

    @Test
    void linesAndModelFindEachOther() {
        ConfigurationText text = write("Branch1");
        int protection = text.text().lines().toList().indexOf(" tunnel protection ipsec profile Suite") + 1;

        assertThat(text.originOf(protection).element()).isEqualTo("Branch1");
        assertThat(text.linesMadeBy(NetworkBuilder.FILE, text.originOf(protection).line())).contains(1, protection);
        assertThat(text.linesMadeBy(NetworkBuilder.FILE, 999)).isEmpty();
    }

    @Test
    void noLineIsEmptyOrEndsWithABlank() {
        assertThat(lines("HQ1")).noneMatch(String::isBlank).noneMatch(line -> line.endsWith(" "));
    }
}
