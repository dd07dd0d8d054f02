package dmvpn.config.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.config.writer.SecretResolver;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.PeerAuthentication.Certificates;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.PeerKey;
import dmvpn.network.crypto.Secret;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.network.origin.Origin;
import dmvpn.network.testing.DeviceBuilder;
import dmvpn.network.testing.NetworkBuilder;
import dmvpn.network.tunnel.BackupInterface;
import dmvpn.network.tunnel.ClusterLimit;
import dmvpn.network.tunnel.GreKeepalive;
import dmvpn.network.tunnel.GroupPolicy;
import dmvpn.network.tunnel.LabelDistribution;
import dmvpn.network.tunnel.MulticastTarget;
import dmvpn.network.tunnel.NhrpOptions;
import dmvpn.network.tunnel.PathMtuDiscovery;
import dmvpn.network.tunnel.RouteVia;
import dmvpn.network.tunnel.SendLimit;
import dmvpn.network.tunnel.ServerSelection;
import dmvpn.network.tunnel.StaticMapping;
import dmvpn.network.tunnel.TunnelOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Lines of what a tunnel or a profile says beyond what each needs (Cisco IOS command references of the commands). */
class CiscoOptionsTest {

    private final NetworkBuilder network = NetworkBuilder.phase3();
    private final DeviceBuilder hub = network.device("HQ1");
    private final DeviceBuilder spoke = network.device("Branch1");

    private List<String> lines(String device) {
        return new CiscoWriter().write(network.build().deviceNamed(device).orElseThrow(), SecretResolver.inPlace())
                .text().lines().toList();
    }

    private List<String> section(String device, String header) {
        List<String> lines = lines(device);
        int start = lines.indexOf(header);
        assertThat(start).as("%s in %s", header, lines).isNotNegative();
        return lines.subList(start + 1, lines.size()).stream().takeWhile(line -> line.startsWith(" ")).toList();
    }

    private static Secret secret(String name) {
        return new Secret(name, Optional.of(name + "-value"), Origin.NONE);
    }

    private static IpsecOptions options(boolean aggressive) {
        return new IpsecOptions(aggressive, Optional.of(HashAlgorithm.SHA256), OptionalLong.of(4608000), OptionalInt.of(1024),
                OptionalInt.of(20), true, Origin.NONE);
    }

    @Test
    void severalProposalsAreInOrderOfPreference() {
        spoke.profile().addIke(new IkeProposal(IkeVersion.IKEV2, EncryptionAlgorithm.AES_CBC_256,
                Optional.of(HashAlgorithm.SHA256), HashAlgorithm.SHA256, 14, Duration.ofHours(24), Origin.NONE))
                .addEsp(new EspTransform(EncryptionAlgorithm.AES_CBC_128, Optional.of(HashAlgorithm.SHA1),
                        EncapsulationMode.TRANSPORT, Origin.NONE));

        assertThat(section("Branch1", "crypto ikev2 proposal Suite-2")).contains(" encryption aes-cbc-256", " group 14");
        assertThat(section("Branch1", "crypto ikev2 policy Suite")).containsSubsequence(" proposal Suite", " proposal Suite-2");
        assertThat(lines("Branch1")).contains("crypto ipsec transform-set Suite-2 esp-aes esp-sha-hmac");
        assertThat(section("Branch1", "crypto ipsec profile Suite")).contains(" set transform-set Suite Suite-2");
    }

    @Test
    void keysForPeersComeBeforeThatOfEverybody() {
        spoke.profile().authentication(new PreSharedKeys(Optional.of(secret("all")), List.of(new PeerKey("HQ1",
                List.of(IpAddress.parse("203.0.113.1"), IpAddress.parse("192.0.2.1")), secret("hub"), Origin.NONE)), Origin.NONE));

        assertThat(section("Branch1", "crypto ikev2 keyring Suite")).containsExactly(
                " peer HQ1", "  address 203.0.113.1 255.255.255.255", "  pre-shared-key hub-value",
                " peer HQ1-2", "  address 192.0.2.1 255.255.255.255", "  pre-shared-key hub-value",
                " peer ANY", "  address 0.0.0.0 0.0.0.0", "  pre-shared-key all-value");
    }

    @Test
    void keysOfIkev1ForPeers() {
        spoke.profile().version(IkeVersion.IKEV1).ike(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256)
                .authentication(new PreSharedKeys(Optional.empty(), List.of(new PeerKey("HQ1",
                        List.of(IpAddress.parse("203.0.113.1")), secret("hub"), Origin.NONE)), Origin.NONE));

        assertThat(section("Branch1", "crypto keyring Suite vrf INET"))
                .containsExactly(" pre-shared-key address 203.0.113.1 255.255.255.255 key hub-value");
        network.devices().forEach(device -> device.wanVrf(Optional.empty()));
        assertThat(lines("Branch1")).contains("crypto isakmp key hub-value address 203.0.113.1");
    }

    @Test
    void aggressiveModeNeedsAnIsakmpProfile() {
        network.devices().forEach(device -> device.wanVrf(Optional.empty()));
        spoke.profile().version(IkeVersion.IKEV1).ike(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256).options(options(true));

        assertThat(section("Branch1", "crypto isakmp profile Suite")).contains(" initiate mode aggressive",
                " match identity address 0.0.0.0");
        assertThat(section("Branch1", "crypto ipsec profile Suite")).contains(" set isakmp-profile Suite");
        assertThat(lines("Branch1")).contains("crypto isakmp nat keepalive 20");
    }

    @Test
    void certificatesNeedATrustpointAndTheDistinguishedName() {
        spoke.profile().authentication(new Certificates("CA", SignatureAlgorithm.ECDSA, Origin.NONE));

        assertThat(section("Branch1", "crypto pki trustpoint CA")).containsExactly(" revocation-check crl", " vrf INET");
        assertThat(section("Branch1", "crypto ikev2 profile Suite")).contains(" identity local dn",
                " authentication remote ecdsa-sig", " authentication local ecdsa-sig", " pki trustpoint CA");
        assertThat(lines("Branch1")).noneMatch(line -> line.contains("keyring"));
        assertThat(new CiscoWriter().write(network.build().deviceNamed("Branch1").orElseThrow(), SecretResolver.inPlace()).notes())
                .anyMatch(note -> note.contains("add its enrollment"));
    }

    @Test
    void optionsOfAProfile() {
        spoke.profile().options(options(false));

        assertThat(lines("Branch1")).contains("crypto ipsec transform-set Suite ah-sha256-hmac esp-gcm 256",
                "crypto ikev2 nat keepalive 20");
        assertThat(section("Branch1", "crypto ipsec profile Suite")).contains(
                " set security-association lifetime kilobytes 4608000",
                " set security-association replay window-size 1024", " responder-only");
    }

    /** Cisco IOS Security Command Reference, crypto ipsec transform-set: an Authentication Header alone is one transform. */
    @Test
    void aHeaderAloneIsATransformSetOfItsOwn() {
        spoke.profile().options(options(false)).addEsp(new EspTransform(EncryptionAlgorithm.NONE, Optional.empty(),
                EncapsulationMode.TUNNEL, Origin.NONE));

        assertThat(section("Branch1", "crypto ipsec transform-set Suite-2 ah-sha256-hmac")).containsExactly(" mode tunnel");
    }

    @Test
    void optionsOfNhrp() {
        hub.tunnel().redirect(true);
        NhrpOptions options = new NhrpOptions(OptionalInt.of(8), true, Optional.of(new SendLimit(500, 10, Origin.NONE)),
                new ServerSelection(OptionalInt.of(30), List.of(new ClusterLimit(1, 2, Origin.NONE)), Origin.NONE),
                List.of(new StaticMapping(IpAddress.parse("10.255.0.9"), IpAddress.parse("192.0.2.9"), Origin.NONE)),
                List.of(new MulticastTarget(IpAddress.parse("192.0.2.9"), Origin.NONE)), Origin.NONE);
        hub.tunnel().nhrpOptions(options);
        spoke.tunnel().nhrpOptions(options);

        assertThat(section("HQ1", "interface Tunnel100")).contains(" ip nhrp redirect timeout 8", " ip nhrp server-only",
                " ip nhrp max-send 500 every 10", " ip nhrp map 10.255.0.9 192.0.2.9", " ip nhrp map multicast 192.0.2.9");
        assertThat(section("Branch1", "interface Tunnel100")).containsSubsequence(
                " ip nhrp nhs 10.255.0.1 nbma 203.0.113.1 multicast", " ip nhrp nhs cluster 1 max-connections 2",
                " ip nhrp nhs fallback 30");
    }

    @Test
    void optionsOfTheInterface() {
        spoke.tunnel().options(new TunnelOptions(true, true, true, Optional.of(new GreKeepalive(10, 4, Origin.NONE)),
                Optional.of(new RouteVia("GigabitEthernet1", true, Origin.NONE)),
                Optional.of(new BackupInterface("Tunnel200", 20, Origin.NONE)), Optional.of("Slow"), List.of(),
                Optional.of(LabelDistribution.LDP), Origin.NONE));

        assertThat(section("Branch1", "interface Tunnel100")).contains(" ip redirects", " if-state nhrp",
                " backup interface Tunnel200", " backup delay 20 0", " keepalive 10 4", " cdp enable", " mpls ip",
                " ip nhrp group Slow", " tunnel route-via GigabitEthernet1 mandatory")
                .last().isEqualTo(" tunnel protection ipsec profile Suite");
        assertThat(section("HQ1", "interface Tunnel100")).contains(" no ip redirects");
    }

    /** Cisco IOS Interface and Hardware Component Command Reference, tunnel path-mtu-discovery. */
    @Test
    void pathMtuDiscoveryIsWrittenWithWhatDiffersFromItsDefaults() {
        spoke.tunnel().options(TunnelOptions.DEFAULT.withPathMtuDiscovery(PathMtuDiscovery.byDefault(Origin.NONE)));
        hub.tunnel().options(TunnelOptions.DEFAULT.withPathMtuDiscovery(
                new PathMtuDiscovery(OptionalInt.of(15), 500, Origin.NONE)));
        assertThat(section("Branch1", "interface Tunnel100")).contains(" tunnel path-mtu-discovery");
        assertThat(section("HQ1", "interface Tunnel100")).contains(" tunnel path-mtu-discovery age-timer 15 min-mtu 500")
                .last().isEqualTo(" tunnel protection ipsec profile Suite");

        hub.tunnel().options(TunnelOptions.DEFAULT.withPathMtuDiscovery(new PathMtuDiscovery(OptionalInt.empty(), 92, Origin.NONE)));
        assertThat(section("HQ1", "interface Tunnel100")).contains(" tunnel path-mtu-discovery age-timer infinite");
    }

    /** Cisco IOS IPv6 Command Reference, ipv6 address link-local. */
    @Test
    void aLinkLocalAddressIsWrittenWhereItIsSet() {
        spoke.tunnel().options(TunnelOptions.DEFAULT.withLinkLocalAddress((Ipv6Address) IpAddress.parse("fe80::11")));

        assertThat(section("Branch1", "interface Tunnel100")).contains(" ipv6 address fe80::11 link-local");
        assertThat(section("HQ1", "interface Tunnel100")).noneMatch(line -> line.contains("link-local"));
    }

    @Test
    void aHubShapesGroupsByPolicyMaps() {
        hub.tunnel().options(new TunnelOptions(false, false, false, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(new GroupPolicy("Slow", 10_000_000, Origin.NONE)), Optional.empty(), Origin.NONE));

        assertThat(section("HQ1", "policy-map SHAPE-Slow-10000k"))
                .containsExactly(" class class-default", "  shape average 10000000");
        assertThat(section("HQ1", "interface Tunnel100")).contains(
                " ip nhrp map group Slow service-policy output SHAPE-Slow-10000k");
    }
}
