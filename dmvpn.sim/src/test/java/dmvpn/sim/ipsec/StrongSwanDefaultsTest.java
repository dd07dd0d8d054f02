package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelProtection;
import dmvpn.sim.fidelity.Shows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strongswan.conf does by default, and IOS does not, in both versions of IKE. */
class StrongSwanDefaultsTest {

    private static final Platform FRR = new Platform(Vendor.FRR, "10.5", Origin.NONE);
    private static final String INSIDE = "172.20.1.2";
    private static final String HUB = "203.0.113.1";

    private final CryptoLab lab = new CryptoLab();

    private LabRouter router(String address, Platform platform, IpsecProfile profile, long seed) {
        return lab.router(address, LabRouter.device("r" + seed, platform, profile, LabRouter.tunnel("Tunnel100", 1,
                Optional.of(new TunnelProtection(profile.name(), false, Origin.NONE)), profile.frontDoorVrf())), seed);
    }

    private static IpsecProfile profile(int version) {
        return version == 1 ? Profiles.version1(Profiles.usual()) : Profiles.usual();
    }

    private List<Long> transmissions(LabRouter router, String first) {
        return lab.story(router).stream().filter(event -> event.contains(first))
                .map(event -> Long.parseLong(event.substring(0, event.indexOf(' ')))).toList();
    }

    /** strongswan.conf: retransmit_timeout 4 s, retransmit_base 1.8, retransmit_tries 5. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Shows("IKE/1-on")
    void strongSwanSendsAgainFiveTimesAndGivesUpAfter165Seconds(int version) {
        LabRouter spoke = router("198.51.100.11", FRR, profile(version), 1);
        LabRouter hub = router(HUB, FRR, profile(version), 2);
        hub.powerOff();

        spoke.open(hub);
        lab.runUntilMillis(200_000);

        assertThat(transmissions(spoke, " sent")).containsExactly(0L, 4_000L, 11_200L, 24_160L, 47_488L, 89_478L);
        assertThat(transmissions(spoke, "no answer after all retransmissions")).containsExactly(165_060L);
        assertThat(lab.kernel().pendingCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Shows("IKE/1-off")
    void anotherPlatformGivesUpAfter30Seconds(int version) {
        LabRouter spoke = router("198.51.100.11", Platform.DEFAULT, profile(version), 1);
        LabRouter hub = router(HUB, FRR, profile(version), 2);
        hub.powerOff();

        spoke.open(hub);
        lab.runUntilMillis(200_000);

        assertThat(transmissions(spoke, " sent")).containsExactly(0L, 2_000L, 6_000L, 14_000L);
        assertThat(transmissions(spoke, "no answer after all retransmissions")).containsExactly(30_000L);
    }

    private List<Long> keepalives(Platform platform, IpsecProfile profile) {
        lab.translate(new LabTranslation(IpAddress.parse(INSIDE), IpAddress.parse("192.0.2.50"), 1024));
        LabRouter hub = router(HUB, platform, profile, 1);
        LabRouter spoke = router(INSIDE, platform, profile, 2);
        spoke.open(hub);
        lab.runUntilMillis(65_000);
        assertThat(transmissions(hub, "NAT keepalive sent")).as("of the end that is not behind NAT").isEmpty();
        return transmissions(spoke, "NAT keepalive sent");
    }

    /** strongswan.conf: charon.keep_alive 20 s. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Shows("IKE/2-on")
    void strongSwanBehindNatFillsTheSilenceWithoutBeingTold(int version) {
        assertThat(keepalives(FRR, profile(version))).hasSize(3).allMatch(millis -> millis % 20_000 < 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Shows("IKE/2-off")
    void anotherPlatformIsSilentUnlessToldOtherwise(int version) {
        assertThat(keepalives(Platform.DEFAULT, profile(version))).isEmpty();
    }

    @Test
    @Shows("IKE/2-on")
    void whatIsConfiguredComesFirst() {
        IpsecProfile profile = Profiles.withOptions(Profiles.usual(), new IpsecOptions(false, Optional.empty(),
                OptionalLong.empty(), OptionalInt.empty(), OptionalInt.of(30), false, Origin.NONE));

        assertThat(keepalives(FRR, profile)).hasSize(2);
    }
}
