package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication.Certificates;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.SignatureAlgorithm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CryptoSuitesTest {

    private static final String SUITE = "ike v2 encryption aes-gcm-256 prf sha384 group 19\n  esp aes-gcm-256 mode transport";

    private static String with(String suite) {
        return Models.SOUND.replace(SUITE, suite);
    }

    private static String withKeys(String keys) {
        return Models.SOUND.replace("psk secret \"wan-psk\"", keys);
    }

    private static IpsecProfile profile(String text, String router) {
        return Models.device(text, router).crypto().profiles().getFirst();
    }

    private static List<String> notSimulated(String text) {
        return Models.findings(text).stream().filter(finding -> finding.contains("L-NOT-SIMULATED"))
                .map(finding -> finding.substring(finding.indexOf("L-NOT-SIMULATED ") + 16)).toList();
    }

    private static List<String> others(String text) {
        return Models.findings(text).stream().filter(finding -> !finding.contains("L-NOT-SIMULATED")).toList();
    }

    @Test
    void severalProposalsAreInOrderOfPreference() {
        String text = with("ike v2 encryption aes-gcm-256 group 20\n ike v2 encryption aes-cbc-256 group 14\n"
                + "esp aes-gcm-256 lifetime 30min\n esp aes-cbc-128 integrity sha1");
        IpsecProfile profile = profile(text, "HQ");

        assertThat(profile.ikeProposals()).extracting(IkeProposal::diffieHellmanGroup).containsExactly(20, 14);
        assertThat(profile.transforms()).extracting(EspTransform::encryption)
                .containsExactly(EncryptionAlgorithm.AES_GCM_256, EncryptionAlgorithm.AES_CBC_128);
        assertThat(profile.ike()).isEqualTo(profile.ikeProposals().getFirst());
        assertThat(profile.lifetime()).isEqualTo(java.time.Duration.ofMinutes(30));
        assertThat(others(text)).isEmpty();
        assertThat(notSimulated(text)).isEmpty();
    }

    @Test
    void aLifetimeHoldsForAllTransforms() {
        assertThat(others(with("esp aes-gcm-256 lifetime 1h esp aes-cbc-256 lifetime 2h"))).singleElement().asString()
                .contains("L-SETTING-TWICE").contains("the first one counts");
    }

    @Test
    void aSuiteSpeaksOneVersionOfIke() {
        assertThat(others(with("ike v2 group 19 ike v1 group 14 esp aes-gcm-256"))).singleElement().asString()
                .contains("L-VALUE").contains("put this into a suite of its own");
    }

    @Test
    void aggressiveModeBelongsToIkev1() {
        assertThat(others(with("ike v2 aggressive esp aes-gcm-256"))).singleElement().asString().contains("RFC 7296");
        assertThat(profile(with("ike v1 aggressive group 14 esp aes-cbc-256"), "HQ").options().aggressiveMode()).isTrue();
        assertThat(profile(with("ike v1 main group 14 esp aes-cbc-256"), "HQ").options().aggressiveMode()).isFalse();
    }

    @Test
    void whatAProfileSaysBeyondAlgorithmsIsKeptAndReported() {
        String text = with("esp aes-gcm-256 volume 4GB ah sha256 replay-window 1024 nat-keepalive 20s responder-only hubs");
        IpsecProfile hub = profile(text, "HQ");

        assertThat(hub.options().lifetimeKilobytes()).hasValue(4L * 1024 * 1024);
        assertThat(hub.options().authenticationHeader()).contains(HashAlgorithm.SHA256);
        assertThat(hub.options().replayWindowPackets()).hasValue(1024);
        assertThat(hub.options().natKeepaliveSeconds()).hasValue(20);
        assertThat(hub.options().responderOnly()).isTrue();
        assertThat(profile(text, "Branch1").options().responderOnly()).isFalse();
        assertThat(notSimulated(text)).isEmpty();
    }

    /** RFC 4302: an Authentication Header protects alone. */
    @Test
    void withoutEspTheHeaderIsAlone() {
        String text = with("esp none mode tunnel ah sha256");
        IpsecProfile profile = profile(text, "HQ");

        assertThat(profile.esp().isEsp()).isFalse();
        assertThat(profile.esp().integrity()).isEmpty();
        assertThat(profile.esp().mode()).isEqualTo(EncapsulationMode.TUNNEL);
        assertThat(others(text)).allMatch(finding -> finding.contains(" R-SEC-"))
                .anyMatch(finding -> finding.contains("R-SEC-21") && finding.contains("does not encrypt"))
                .noneMatch(finding -> finding.contains("R-SEC-12"));
        assertThat(notSimulated(text)).isEmpty();
    }

    @Test
    void somethingHasToProtect() {
        assertThat(others(with("esp none"))).singleElement().asString()
                .contains("Without ESP nothing protects the packets: add an Authentication Header");
        assertThat(others(with("esp none integrity sha1 ah sha256")))
                .anyMatch(finding -> finding.contains("L-VALUE") && finding.contains("remove integrity sha1"));
        assertThat(others(with("ike v2 encryption none esp aes-gcm-256"))).singleElement().asString()
                .contains("'none' is not a cipher");
    }

    @Test
    void valuesOutOfRangeAreReported() {
        assertThat(others(with("esp aes-gcm-256 volume 1kB replay-window 100 nat-keepalive 1s"))).hasSize(3)
                .anyMatch(finding -> finding.contains("'1kB' is not an amount of traffic such as 500MB or 4GB, from 2560kB"))
                .anyMatch(finding -> finding.contains("'100' is not a window in packets: expected one of 64, 128"))
                .anyMatch(finding -> finding.contains("'1s' is not a duration from 5s to 3600s"));
    }

    @Test
    void certificatesStandInPlaceOfKeys() {
        String text = withKeys("certificates \"CA\" signature ecdsa");

        assertThat(profile(text, "Branch1").authentication()).isInstanceOfSatisfying(Certificates.class, certificates -> {
            assertThat(certificates.trustpoint()).isEqualTo("CA");
            assertThat(certificates.signature()).isEqualTo(SignatureAlgorithm.ECDSA);
        });
        assertThat(others(text)).isEmpty();
        assertThat(notSimulated(text)).isEmpty();
        assertThat(others(withKeys("psk secret \"x\" certificates \"CA\""))).singleElement().asString().contains("L-SETTING-TWICE");
    }

    @Test
    void aKeyForAHubIsTheKeyBetweenTheHubAndEverybody() {
        String text = withKeys("psk secret \"hub-psk\" for HQ psk secret \"wan-psk\"");
        PreSharedKeys spoke = (PreSharedKeys) profile(text, "Branch1").authentication();
        PreSharedKeys hub = (PreSharedKeys) profile(text, "HQ").authentication();

        assertThat(spoke.keyFor(IpAddress.parse("203.0.113.1")).orElseThrow().name()).isEqualTo("hub-psk");
        assertThat(spoke.keyFor(IpAddress.parse("198.51.100.1")).orElseThrow().name()).isEqualTo("wan-psk");
        assertThat(hub.peers()).isEmpty();
        assertThat(hub.keyFor(IpAddress.parse("198.51.100.1")).orElseThrow().name()).isEqualTo("hub-psk");
        assertThat(Models.findings(text)).isEmpty();
    }

    @Test
    void aKeyForAnAddress() {
        String text = withKeys("psk secret \"wan-psk\" psk secret \"other\" for 192.0.2.9");

        assertThat(((PreSharedKeys) profile(text, "Branch1").authentication()).keyFor(IpAddress.parse("192.0.2.9")).orElseThrow()
                .name()).isEqualTo("other");
        assertThat(Models.findings(text)).isEmpty();
    }

    @Test
    void aKeyIsFoundByTheAddressOfItsPeer() {
        assertThat(Models.findings(withKeys("psk secret \"wan-psk\" psk secret \"x\" for Branch[1]"))).singleElement().asString()
                .contains("L-TARGET Branch[1] has no fixed address");
        assertThat(Models.findings(withKeys("psk secret \"wan-psk\" psk secret \"x\" for Branch"))).singleElement().asString()
                .contains("L-TARGET Branch is a family");
    }

    @Test
    void aTunnelMayHaveASuiteOfItsOwnOrNone() {
        String text = Models.SOUND.replace("cloud Corp {", "crypto Other { psk secret \"wan-psk\" dpd 30s retry 5s }\ncloud Corp {")
                .replace("via HQ", "via HQ protected by Other");

        assertThat(profile(text, "Branch1").name()).isEqualTo("Other");
        assertThat(profile(text, "HQ").name()).isEqualTo("Suite");
        assertThat(Models.findings(text)).anyMatch(finding -> finding.contains("R-SEC-04"));
        String bare = Models.SOUND.replace("via HQ", "via HQ unprotected");
        assertThat(Models.device(bare, "Branch1").tunnels().getFirst().protection()).isEmpty();
        assertThat(Models.findings(bare)).anyMatch(finding -> finding.contains("R-SEC-01"));
    }

    @Test
    void sharedMayBeSaid() {
        String text = Models.SOUND.replace("via HQ", "via HQ shared on");

        assertThat(Models.device(text, "Branch1").tunnels().getFirst().protection().orElseThrow().shared()).isTrue();
        assertThat(Models.device(text, "HQ").tunnels().getFirst().protection().orElseThrow().shared()).isFalse();
    }

    /** Both versions of IKE get through a translation in a run (RFC 3947, RFC 7296 section 2.23). */
    @ParameterizedTest
    @CsvSource({"v1, behind pat", "v1, ''", "v2, behind pat"})
    void neitherVersionOfIkeIsStoppedByATranslation(String version, String access) {
        String model = Models.sound("wan Internet dhcp", "wan Internet dhcp " + access)
                .replace("ike v2 encryption aes-gcm-256 prf sha384 group 19", "v1".equals(version)
                        ? "ike v1 encryption aes-cbc-256 integrity sha256 group 14" : "ike v2 encryption aes-gcm-256 prf sha384 group 19");

        assertThat(notSimulated(model)).isEmpty();
    }
}
