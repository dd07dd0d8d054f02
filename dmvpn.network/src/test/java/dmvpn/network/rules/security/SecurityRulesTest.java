package dmvpn.network.rules.security;

import static dmvpn.network.rules.RuleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.testing.NetworkBuilder;
import dmvpn.network.tunnel.Phase;
import dmvpn.network.underlay.TransportKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityRulesTest {

    private final NetworkBuilder network = NetworkBuilder.phase3();

    @Test
    void aSpokeWithoutProtectionAtAProtectedHub() {
        network.device("Branch2").tunnel().unprotected();

        assertThat(check(new ProtectionOnBothEnds(), network)).containsExactly(
                "Branch2 | Branch2 has no tunnel protection in cloud Corp but HQ1 has: protect Branch2 too");
        assertThat(check(new ProtectionOnInternet(), network)).as("nothing of it is readable").isEmpty();
    }

    @Test
    void aHubWithoutProtection() {
        network.device("HQ1").tunnel().unprotected();

        assertThat(check(new ProtectionOnBothEnds(), network)).hasSize(2).allMatch(text -> text.startsWith("HQ1 |"));
    }

    @Test
    void noProtectionOnTheInternet() {
        network.devices().forEach(device -> device.tunnel().unprotected());

        assertThat(check(new ProtectionOnBothEnds(), network)).isEmpty();
        assertThat(check(new ProtectionOnInternet(), network)).containsExactly("cloud Corp | Traffic of HQ1 in cloud Corp"
                + " crosses Internet unencrypted: protect the cloud with crypto (all 3 members of cloud Corp)");
    }

    @Test
    void noProtectionInAnMplsVpnIsFine() {
        network.transport(TransportKind.MPLS_VPN).devices().forEach(device -> device.tunnel().unprotected());

        assertThat(check(new ProtectionOnInternet(), network)).isEmpty();
    }

    @Test
    void twoProtectedTunnelsWithOneSource() {
        network.cloud("Backup", Phase.PHASE_3).device("Branch1").addTunnel("Backup", "10.254.0.11/16").key(200);

        assertThat(check(new SharedProtection(), network)).singleElement().asString().contains(
                "Tunnels Tunnel100 and Tunnel200 of Branch1 share the source GigabitEthernet1 but not their protection");
    }

    @Test
    void sharedProtectionOnBothIsFine() {
        network.device("Branch1").tunnel().protection("Suite", true);
        network.cloud("Backup", Phase.PHASE_3).device("Branch1").addTunnel("Backup", "10.254.0.11/16")
                .key(200).protection("Suite", true);

        assertThat(check(new SharedProtection(), network)).isEmpty();
        assertThat(check(new SharedProfile(), network)).isEmpty();
    }

    @Test
    void unsharedProtectionOfPointToPointTunnelsIsFine() {
        network.device("Branch1").tunnel().pointToPoint("203.0.113.1");
        network.cloud("Backup", Phase.PHASE_1).device("Branch1").addTunnel("Backup", "10.254.0.11/16")
                .pointToPoint("203.0.113.2");

        assertThat(check(new SharedProtection(), network)).isEmpty();
    }

    @Test
    void sharedProtectionWithTwoProfiles() {
        network.device("Branch1").tunnel().protection("Suite", true);
        network.cloud("Backup", Phase.PHASE_3).device("Branch1").addTunnel("Backup", "10.254.0.11/16")
                .key(200).protection("Other", true);

        assertThat(check(new SharedProfile(), network)).singleElement().asString().contains("use profile Suite on both");
    }

    @Test
    void noCommonIkeProposal() {
        network.device("Branch2").profile().ike(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256).group(14);

        assertThat(check(new CommonIkeProposal(), network)).containsExactly(
                "Branch2 | Branch2 and HQ1 have no common IKE proposal (encryption aes-cbc-256 against aes-gcm-256,"
                        + " integrity sha256 against none, group 14 against 20): use the same algorithms on both");
    }

    @Test
    void ikeVersionsMustAgree() {
        network.device("Branch2").profile().version(IkeVersion.IKEV1);

        assertThat(check(new CommonIkeProposal(), network)).singleElement().asString()
                .contains("version IKEV1 against IKEV2");
    }

    @Test
    void ikeLifetimesNeedNotAgree() {
        network.device("Branch2").profile().ikeLifetime(Duration.ofHours(1));

        assertThat(check(new CommonIkeProposal(), network)).isEmpty();
    }

    @Test
    void integrityBesideAnAeadCipherDoesNotCount() {
        network.device("Branch2").profile().ike(EncryptionAlgorithm.AES_GCM_256, HashAlgorithm.SHA256);

        assertThat(check(new CommonIkeProposal(), network)).isEmpty();
    }

    @Test
    void noCommonTransform() {
        network.device("Branch2").profile()
                .esp(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256, EncapsulationMode.TRANSPORT);

        assertThat(check(new CommonTransform(), network)).singleElement().asString()
                .contains("Branch2 and HQ1 have no common IPsec transform (encryption aes-cbc-256 against aes-gcm-256");
    }

    @Test
    void differentModesSettleOnTunnelMode() {
        network.device("Branch2").profile()
                .esp(EncryptionAlgorithm.AES_GCM_256, null, EncapsulationMode.TUNNEL);

        assertThat(check(new CommonTransform(), network)).as("traffic flows").isEmpty();
        assertThat(check(new SameMode(), network)).singleElement().asString().contains("will settle on tunnel mode");
        assertThat(check(new TransportMode(), network)).containsExactly("Branch2 | Crypto Suite of Branch2 uses tunnel"
                + " mode, which adds 20 bytes to each packet: use transport mode");
    }

    @Test
    void overIpv6TunnelModeAddsFortyBytes() {
        network.device("Branch2").wan("2001:db8:2::1/64", "2001:db8:2::ffff").profile()
                .esp(EncryptionAlgorithm.AES_GCM_256, null, EncapsulationMode.TUNNEL);

        assertThat(check(new TransportMode(), network)).singleElement().asString().contains("adds 40 bytes to each packet");
    }

    @Test
    void transportModeOnBothIsFine() {
        assertThat(check(new SameMode(), network)).isEmpty();
        assertThat(check(new TransportMode(), network)).isEmpty();
    }

    @Test
    void forwardSecrecyOnOneSideBreaksIkev2AtRekeying() {
        network.device("HQ1").profile().pfs(20);

        assertThat(check(new SameForwardSecrecy(), network)).hasSize(2).first().asString().contains(
                "Branch1 uses no PFS and HQ1 PFS group 20, so rekeying after 3600 s fails: use the same on both");
    }

    @Test
    void forwardSecrecyOnOneSideBreaksIkev1AtOnce() {
        network.devices().forEach(device -> device.profile().version(IkeVersion.IKEV1));
        network.device("Branch1").profile().pfs(14);

        assertThat(check(new SameForwardSecrecy(), network)).singleElement().asString()
                .contains("so no security association appears");
    }

    @Test
    void forwardSecrecyOnBothSidesIsFine() {
        network.devices().forEach(device -> device.profile().pfs(20));

        assertThat(check(new SameForwardSecrecy(), network)).isEmpty();
    }

    @Test
    void anotherSecret() {
        network.device("Branch2").profile().secret(new Secret("other-psk", Optional.empty(), Origin.NONE));

        assertThat(check(new SamePreSharedKey(), network)).containsExactly(
                "Branch2 | Branch2 and HQ1 have different pre-shared keys: use the same secret on both");
    }

    @Test
    void anotherValueIsNotShown() {
        network.devices().forEach(device -> device.profile().secret(new Secret("", Optional.of("one"), Origin.NONE)));
        network.device("Branch2").profile().secret(new Secret("", Optional.of("two"), Origin.NONE));

        assertThat(check(new SamePreSharedKey(), network)).singleElement().asString()
                .doesNotContain("one ").doesNotContain("two");
    }

    @Test
    void aValueInPlaceMayBeThatOfTheNamedSecret() {
        network.device("Branch2").profile().secret(new Secret("", Optional.of("two"), Origin.NONE));

        assertThat(check(new SamePreSharedKey(), network)).isEmpty();
    }

    @Test
    void spokesWithoutDeadPeerDetection() {
        network.devices().forEach(device -> device.profile().noDpd());

        assertThat(check(new SpokeDetectsDeadPeers(), network)).hasSize(2).first().asString().isEqualTo(
                "Branch1 | Crypto Suite of spoke Branch1 has no dead peer detection, so a broken path stays a black hole:"
                        + " add dpd 30s retry 5s");
    }

    @Test
    void deadPeerDetectionOnSpokesOnlyIsFine() {
        network.device("HQ1").profile().noDpd();

        assertThat(check(new SpokeDetectsDeadPeers(), network)).isEmpty();
    }

    @Test
    void detectionThatTakesMoreThanAMinute() {
        network.device("Branch2").profile().dpd(40, 5);

        assertThat(check(new DetectionWithinAMinute(), network)).singleElement().asString()
                .contains("takes 65 s to detect a dead peer");
    }

    @Test
    void detectionWithinAMinuteIsFine() {
        network.device("Branch2").profile().dpd(10, 10);

        assertThat(check(new DetectionWithinAMinute(), network)).isEmpty();
    }

    @Test
    void aWeakGroup() {
        network.device("Branch2").profile().group(5).pfs(2);

        assertThat(check(new StrongAlgorithms(), network)).singleElement().asString().contains(
                "Crypto Suite of Branch2 uses the weak Diffie-Hellman group 5, the weak Diffie-Hellman group 2: use AES");
    }

    @Test
    void weakCiphersAndHashesOfKeyExchangeAndPackets() {
        network.device("Branch2").profile().group(14).ike(EncryptionAlgorithm.TRIPLE_DES, HashAlgorithm.MD5)
                .esp(EncryptionAlgorithm.DES, HashAlgorithm.MD5, EncapsulationMode.TRANSPORT);

        assertThat(check(new StrongAlgorithms(), network)).singleElement().asString().contains(
                "Crypto Suite of Branch2 uses the weak cipher 3des, the weak hash md5, the weak cipher des: use AES");
    }

    @Test
    void group14IsFine() {
        network.devices().forEach(device -> device.profile().group(14));

        assertThat(check(new StrongAlgorithms(), network)).isEmpty();
    }
}
