package dmvpn.sim.ike.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeMismatchTest {

    /** IOS-XE 3.16 is built from IOS 15.5, and is before 16. */
    @ParameterizedTest
    @CsvSource({"12.4(24)T, TUNNEL_MODE_TAKEN", "15.9(3)M, TUNNEL_MODE_TAKEN", "3.16.5S, TUNNEL_MODE_TAKEN", "16.1, REFUSED", "17.15.1, REFUSED"})
    void releasesBefore16TakeTunnelMode(String release, ModeMismatch expected) {
        assertThat(ModeMismatch.of(new Platform(Vendor.CISCO_IOS_XE, release, Origin.NONE))).isEqualTo(expected);
    }
}
