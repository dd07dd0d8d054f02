package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import org.junit.jupiter.api.Test;

/** What FRRouting's tables tell of protection by IPsec. */
class FrrConnectionsTest {

    private final FinishedRun run = FinishedRun.of(new ReferenceNetwork().staticRouting()
            .platform(new Platform(Vendor.FRR, "10.5", Origin.NONE)).duration(60).build());

    @Test
    void aConnectionHasItsSecurityAssociationsAndTheIdentityOfThePeer() {
        assertThat(run.show("S1", "show dmvpn")).contains("198.51.100.11            203.0.113.1              n      1    203.0.113.1");
        assertThat(run.show("H1", "show dmvpn json")).contains("{\"src\":\"203.0.113.1\",\"dst\":\"198.51.100.11\",\"notifierActive\":true,"
                + "\"sas\":1,\"identity\":\"198.51.100.11\"}");
    }

    @Test
    void theCacheHasTheIdentityOfThePeer() {
        assertThat(run.show("H1", "show ip nhrp cache")).containsPattern("dynamic +10\\.0\\.0\\.11 +198\\.51\\.100\\.11 +198\\.51\\.100\\.11 +T +198\\.51\\.100\\.11");
    }
}
