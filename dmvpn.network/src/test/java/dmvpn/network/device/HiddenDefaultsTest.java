package dmvpn.network.device;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.origin.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a silent NHRP configuration means, by platform and release. */
class HiddenDefaultsTest {

    @ParameterizedTest
    @CsvSource({
            "CISCO_IOS_XE, '',       600,  true",
            "CISCO_IOS_XE, 17.12,    600,  true",
            "CISCO_IOS_XE, 15.9(3)M, 600,  true",
            "CISCO_IOS_XE, 15.4(2)T, 7200, false",
            "CISCO_IOS_XE, 12.4(24)T, 7200, false",
            "CISCO_IOS_XE, 16.9.1,   600,  true",
            "CISCO_IOS_XE, 3.16.5S,  7200, false",
            "CISCO_IOS_XE, 03.18.00.S, 7200, false",
            "CISCO_IOS_XE, 2.6,      7200, false",
            "CISCO_IOS_XE, 11.3,     7200, false",
            "FRR,          10.2,     7200, false"})
    void holdingTimeShortcutAndDynamicMulticastDependOnTheRelease(Vendor vendor, String release, int holdingTimeSeconds,
            boolean implicit) {
        HiddenDefaults defaults = HiddenDefaults.of(new Platform(vendor, release, Origin.NONE));

        assertThat(defaults.holdingTimeSeconds()).isEqualTo(holdingTimeSeconds);
        assertThat(defaults.shortcut()).isEqualTo(implicit);
        assertThat(defaults.dynamicMulticast()).isEqualTo(implicit);
    }
}
