package dmvpn.network.device;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.origin.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of releases as Cisco writes them. */
class IosReleaseTest {

    private static IosRelease of(String release) {
        return IosRelease.of(new Platform(Vendor.CISCO_IOS_XE, release, Origin.NONE));
    }

    @ParameterizedTest
    @CsvSource({
            "12.4(24)T,      12, 4,  false, true",
            "15.9(3)M,       15, 9,  false, false",
            "16.9.1,         16, 9,  true,  false",
            "Amsterdam-17.3.1, 17, 3, true, false",
            "17.12,          17, 12, true,  false",
            "3.1S,           15, 0,  true,  false",
            "3.4S,           15, 1,  true,  false",
            "3.7S,           15, 2,  true,  false",
            "03.16.05.S,     15, 5,  true,  false",
            "3.18S,          15, 6,  true,  false",
            "2.6,            12, 2,  true,  false"})
    void iosXe2And3StandWhereTheirIosReleaseIs(String text, int major, int minor, boolean isIosXe, boolean isTechnologyTrain) {
        assertThat(of(text)).isEqualTo(new IosRelease(major, minor, isIosXe, isTechnologyTrain));
    }

    @Test
    void withoutANumberItIsTheNewestAndWithoutTheSecondOneTheNewestOfItsKind() {
        assertThat(of("").isBefore(99, 0)).isFalse();
        assertThat(of("").isIosXe()).isTrue();
        assertThat(of("16").isBefore(16, 12)).isFalse();
        assertThat(of("16").isBefore(17, 0)).isTrue();
    }
}
