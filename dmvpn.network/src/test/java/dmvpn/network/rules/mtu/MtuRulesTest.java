package dmvpn.network.rules.mtu;

import static dmvpn.network.rules.RuleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.rules.Severity;
import dmvpn.network.testing.NetworkBuilder;
import org.junit.jupiter.api.Test;

class MtuRulesTest {

    private final NetworkBuilder network = NetworkBuilder.phase3();

    @Test
    void protectionWithoutMtuWorksAndIsOnlyWorthKnowing() {
        network.device("Branch2").tunnel().mtu(0).mss(0);

        assertThat(new MtuWithProtection().rule().severity()).isEqualTo(Severity.INFO);
        assertThat(check(new MtuWithProtection(), network)).containsExactly(
                "Branch2 | Branch2 has no mtu in cloud Corp, so packets above 1438 bytes are fragmented after encryption:"
                        + " set mtu 1400");
        assertThat(check(new MssFitsMtu(), network)).isEmpty();
    }

    @Test
    void withoutProtectionTheDefaultMtuFits() {
        network.devices().forEach(device -> device.tunnel().mtu(0).mss(0).unprotected());

        assertThat(check(new MtuWithProtection(), network)).isEmpty();
    }

    @Test
    void anMtuThatDoesNotFitTheCipher() {
        network.device("Branch2").profile()
                .esp(EncryptionAlgorithm.AES_CBC_256, HashAlgorithm.SHA256, EncapsulationMode.TRANSPORT);
        network.device("Branch2").tunnel().mtu(1431);

        assertThat(check(new MtuFitsPath(), network)).containsExactly("Branch2 | Tunnel mtu 1431 of Branch2 in cloud Corp"
                + " exceeds 1430, the most that fits a path of 1500 bytes: set mtu 1430 or less");
    }

    @Test
    void theLargestMtuThatFitsIsFine() {
        network.device("Branch2").tunnel().mtu(1438);

        assertThat(check(new MtuFitsPath(), network)).isEmpty();
    }

    @Test
    void theTransportNarrowsThePath() {
        network.transportMtu(1400);

        assertThat(check(new MtuFitsPath(), network)).singleElement().asString().startsWith("cloud Corp |")
                .contains("fits a path of 1400 bytes").endsWith("(all 3 members of cloud Corp)");
    }

    @Test
    void theInterfaceNarrowsThePath() {
        network.device("Branch2").wanMtu(1400);

        assertThat(check(new MtuFitsPath(), network)).hasSize(1);
    }

    @Test
    void anMssThatIsTooLarge() {
        network.device("Branch2").tunnel().mss(1400);

        assertThat(check(new MssFitsMtu(), network)).containsExactly(
                "Branch2 | Branch2 has mss 1400, too large for a tunnel mtu of 1400 in cloud Corp: set mss 1360");
    }

    @Test
    void anMssThatIsMissing() {
        network.device("Branch2").tunnel().mss(0);

        assertThat(check(new MssFitsMtu(), network)).containsExactly(
                "Branch2 | Branch2 has an mtu but no mss in cloud Corp: set mss 1360");
    }

    @Test
    void anIpv6OverlayNeedsAnMssOfSixtyLess() {
        network.device("Branch2").tunnel().address("2001:db8::11/64").mss(1341);

        assertThat(check(new MssFitsMtu(), network)).singleElement().asString().contains("set mss 1340");
    }

    /** RFC 8200 section 5. */
    @Test
    void anIpv6TunnelCarries1280Bytes() {
        network.device("Branch2").tunnel().address("2001:db8::11/64").mtu(1279);

        assertThat(check(new Ipv6MinimumMtu(), network)).containsExactly("Branch2 | Tunnel100 of Branch2 has a mtu of 1279 in "
                + "cloud Corp, too small for IPv6: set mtu 1280 or more");
        network.device("Branch2").tunnel().mtu(1280);
        assertThat(check(new Ipv6MinimumMtu(), network)).isEmpty();
        network.device("Branch2").tunnel().address("10.255.0.12/16").mtu(1279);
        assertThat(check(new Ipv6MinimumMtu(), network)).isEmpty();
    }

    /** RFC 8200 section 3: the delivery header has 20 bytes more than that of IPv4. */
    @Test
    void anIpv6UnderlayLeavesTwentyBytesLess() {
        network.device("Branch2").wan("2001:db8:2::1/64", "2001:db8:2::ffff").tunnel().mtu(1419);

        assertThat(check(new MtuFitsPath(), network)).singleElement().asString().contains("Tunnel mtu 1419 of Branch2")
                .contains("exceeds 1418");
        network.device("Branch2").tunnel().mtu(1418);
        assertThat(check(new MtuFitsPath(), network)).isEmpty();
    }

    @Test
    void aFaultOfTheWholeCloudIsReportedOnceAtTheCloud() {
        network.devices().forEach(device -> device.tunnel().mss(1500));

        assertThat(check(new MssFitsMtu(), network)).singleElement().asString()
                .startsWith("cloud Corp | HQ1 has mss 1500").endsWith("(all 3 members of cloud Corp)");
    }

    @Test
    void anMssOfFortyLessIsFine() {
        assertThat(check(new MssFitsMtu(), network)).isEmpty();
    }
}
