package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.TwoCloudNetwork;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A primary tunnel with {@code if-state nhrp} and a backup interface (Cisco, "DMVPN Tunnel Health Monitoring and Recovery";
 * ipSpace.net, "NHRP Convergence Issues in Multi-Hub DMVPN Networks"): registration each 10 s, the primary's servers are
 * unreachable from 500 on.
 */
class BackupTunnelTest {

    private static final String PRIMARY = "Tunnel100";
    private static final String BACKUP = "Tunnel200";

    private final TwoCloudNetwork network = new TwoCloudNetwork();

    private FinishedRun cut() {
        return FinishedRun.of(network.duration(560).ping(400, 1, 2).cutFromPrimary(500, 1).cutFromPrimary(500, 2).build());
    }

    private static boolean isUp(FinishedRun run, String router, String name) {
        return run.simulation().routerNamed(router).orElseThrow().interfaces().stream()
                .filter(each -> each.name().equals(name)).findFirst().orElseThrow().up();
    }

    @Test
    void theLineProtocolIsDownUntilTheFirstServerHasAnswered() {
        FinishedRun run = FinishedRun.until(network.duration(20).build(), Duration.ofMillis(1010));
        assertThat(isUp(run, "S1", PRIMARY)).isFalse();
        assertThat(run.show("S1", "show ip route")).doesNotContain(PRIMARY);

        FinishedRun later = FinishedRun.until(network.duration(20).build(), Duration.ofMillis(1020));
        assertThat(isUp(later, "S1", PRIMARY)).isTrue();
        assertThat(later.show("S1", "show ip route")).contains("10.0.0.0/24 is directly connected, Tunnel100");
    }

    @Test
    void aTunnelThatHasNotFailedYetDoesNotStartItsBackup() {
        FinishedRun run = FinishedRun.of(network.duration(60).build());

        assertThat(isUp(run, "S1", BACKUP)).isFalse();
        assertThat(run.times("S1", "Interface", "line protocol up", "interface", BACKUP)).isEmpty();
        assertThat(run.show("S1", "show ip interface brief")).containsPattern("Tunnel100 +10\\.0\\.0\\.11 +YES NVRAM +up +up")
                .containsPattern("Tunnel200 +10\\.0\\.1\\.11 +YES NVRAM +standby mode +down");
    }

    @Test
    void whenTheLastServerIsDownTheLineProtocolGoesDownAndTheBackupIsUsed() {
        FinishedRun run = cut();

        assertThat(run.times("S1", "NHRP", "NHS down")).containsExactly("508.000", "508.000");
        assertThat(run.times("S1", "Interface", "line protocol down", "interface", PRIMARY)).endsWith("508.000");
        assertThat(run.times("S1", "Interface", "line protocol up", "interface", BACKUP)).containsExactly("508.000");
        assertThat(run.times("S1", "IPsec", "socket is UP", "peer", "203.0.113.2")).containsOnly("508.040");
        assertThat(run.times("S1", "NHRP", "NHS up", "tunnel", BACKUP)).containsExactly("509.020");
        assertThat(run.times("S1", "EIGRP", "neighbor discovered", "interface", BACKUP)).containsExactly("509.020");
    }

    @Test
    void routesAndNeighborsOfTheTunnelGoWithItsLineProtocol() {
        FinishedRun run = cut();

        assertThat(run.times("S1", "EIGRP", "neighbor down", "interface", PRIMARY)).contains("508.000");
        assertThat(run.show("S1", "show ip route")).doesNotContain(PRIMARY).contains("via 10.0.1.1", BACKUP);
        assertThat(run.lostAtSeconds()).as("the direct tunnel works until its routes go, then the backup's come")
                .allMatch(second -> second >= 508 && second <= 509);
    }

    @Test
    void oneOfTwoServersThatIsDownChangesNothing() {
        FinishedRun run = FinishedRun.of(network.duration(560).failPath(500, "S1", "H1").build());

        assertThat(run.times("S1", "NHRP", "NHS down")).containsExactly("508.000");
        assertThat(isUp(run, "S1", PRIMARY)).isTrue();
        assertThat(isUp(run, "S1", BACKUP)).isFalse();
    }

    @Test
    void theFirstAnswerOfAServerBringsThePrimaryBackAndTheBackupStandsByAtOnce() {
        FinishedRun run = FinishedRun.of(network.withoutDeadPeerDetection().duration(660)
                .cutFromPrimary(500, 1)
                .restorePath(600, "S1", "H1").restorePath(600, "S1", "H3").build());

        assertThat(run.times("S1", "Interface", "line protocol up", "interface", PRIMARY)).containsExactly("1.020", "628.020");
        assertThat(run.times("S1", "Interface", "line protocol down", "interface", BACKUP)).endsWith("628.020");
        assertThat(isUp(run, "S1", PRIMARY)).isTrue();
        assertThat(isUp(run, "S1", BACKUP)).isFalse();
        assertThat(run.show("S1", "show ip route")).contains("via 10.0.0.1").doesNotContain(BACKUP);
    }

    @Test
    void theBackupIsUsedWhenThePrimaryHasBeenDownForTheConfiguredDelay() {
        FinishedRun run = FinishedRun.of(network.backupDelay(20).duration(560)
                .cutFromPrimary(500, 1).build());

        assertThat(run.times("S1", "Interface", "line protocol up", "interface", BACKUP)).containsExactly("528.000");
    }

    @Test
    void thePrimaryThatReturnsWithinTheDelayKeepsTheBackupOut() {
        FinishedRun run = FinishedRun.of(network.withoutDeadPeerDetection().backupDelay(60).duration(600)
                .cutFromPrimary(500, 1)
                .restorePath(510, "S1", "H1").restorePath(510, "S1", "H3").build());

        assertThat(run.times("S1", "Interface", "line protocol up", "interface", PRIMARY)).containsExactly("1.020", "516.020");
        assertThat(run.times("S1", "Interface", "line protocol up", "interface", BACKUP)).isEmpty();
    }

    @Test
    void withoutInterfaceStateTheTunnelStaysUpAndTheBackupIsNeverUsed() {
        FinishedRun run = FinishedRun.of(network.withoutInterfaceState().duration(560)
                .cutFromPrimary(500, 1).build());

        assertThat(isUp(run, "S1", PRIMARY)).isTrue();
        assertThat(isUp(run, "S1", BACKUP)).isFalse();
    }

    @Test
    void aStaticRouteIntoTheTunnelIsWithdrawnWithItsLineProtocol() {
        FinishedRun run = FinishedRun.of(network.staticRouting().duration(560)
                .cutFromPrimary(500, 1).build());

        assertThat(run.show("S1", "show ip route")).doesNotContain("via 10.0.0.1").contains("via 10.0.1.1");
    }
}
