package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The hub has no power until 100 (observed on IOS: tries after 1, 2, 4 ... 64 s; the server is down 7 s after the first). */
class ServerUnreachableAtBootTest {

    private final ReferenceNetwork network = new ReferenceNetwork().duration(140).fail(0, "H1").restore(100, "H1");

    @Test
    void eachTickAsksForTheSocketAndTheServerIsDownAfterSevenSeconds() {
        FinishedRun run = FinishedRun.of(network.build());

        assertThat(run.times("S1", "NHRP", "IPsec socket requested"))
                .containsExactly("0.000", "1.000", "3.000", "7.000", "15.000", "31.000", "63.000", "127.000");
        assertThat(run.times("S1", "NHRP", "NHS down")).containsExactly("7.000");
    }

    @Test
    void theFirstTickAfterTheHubIsUpRegisters() {
        FinishedRun run = FinishedRun.of(network.build());

        assertThat(run.times("S1", "IPsec", "socket is UP")).containsExactly("127.040");
        assertThat(run.times("S1", "NHRP", "Registration Request sent")).containsExactly("128.000");
        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("128.020");
    }

    @Test
    void tablesShowWhichLayerFails() {
        FinishedRun run = FinishedRun.until(network.build(), Duration.ofSeconds(99));

        assertThat(run.show("S1", "show dmvpn")).containsPattern("1 203\\.0\\.113\\.1 +10\\.0\\.0\\.1 +IKE +\\S+ +S");
        assertThat(run.show("S1", "show ip nhrp nhs detail"))
                .contains("10.0.0.1   E ", "Registration Request: Reqid", "Ret 64", "expired");
    }
}
