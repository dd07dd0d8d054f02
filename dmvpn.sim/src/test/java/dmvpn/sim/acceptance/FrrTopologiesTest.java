package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.Secret;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.TunnelChange;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.DraftNetwork;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.RouterDraft;
import dmvpn.sim.testing.TunnelDraft;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * The networks of FRRouting's topology tests for NHRP, without IPsec and with a holding time of 10 s, and the tables that they
 * expect (FRRouting, tests/topotests: nhrp_topo, nhrp_redundancy, nhrp_nhs_priority).
 */
class FrrTopologiesTest {

    private static final Platform FRR = new Platform(Vendor.FRR, "10.5", Origin.NONE);

    private final DraftNetwork network = new DraftNetwork().withoutProtection();

    private static TunnelDraft tunnel(String name, String address) {
        return new TunnelDraft(name, address + "/32").cloud(42).withoutKey().password(null).holdingTime(10).notUnique();
    }

    // nhrp_topo: clients r1 and r4, server r2

    private DraftNetwork topo(boolean answers) {
        network.router("r1", "10.1.1.1", "192.168.1.0/24").platform(FRR).underlay("10.2.1.0/24")
                .tunnel(tunnel("r1-gre0", "10.255.255.1").password("secret").shortcut().server("10.255.255.2", "10.2.1.2"))
                .route("0.0.0.0/0", "10.255.255.2", 1);
        network.router("r2", "10.2.1.2", "192.168.2.0/24").platform(FRR).underlay("10.1.1.0/24")
                .tunnel(tunnel("r2-gre0", "10.255.255.2").password("secret").redirect())
                .route("192.168.1.0/24", "10.255.255.1", 1).route("192.168.4.0/24", "10.255.255.4", 1);
        TunnelDraft far = tunnel("r4-gre0", "10.255.255.4").password("secret").server("10.255.255.2", "10.2.1.2");
        RouterDraft r4 = network.router("r4", "10.1.1.4", "192.168.4.0/24").platform(FRR).underlay("10.2.1.0/24")
                .tunnel(answers ? far.shortcut() : far);
        r4.route("0.0.0.0/0", "10.255.255.2", 1);
        return network;
    }

    private static String row(String tunnel, String type, String protocol, String nbma, boolean used) {
        return "{\"interface\":\"" + tunnel + "\",\"type\":\"" + type + "\",\"protocol\":\"" + protocol + "\",\"nbma\":\""
                + nbma + "\",\"claimed_nbma\":\"" + nbma + "\",\"used\":" + used + ",\"timeout\":" + !type.equals("local")
                + ",\"auth\":false,\"identity\":\"" + (type.equals("local") ? "-" : "") + "\"}";
    }

    private static String table(String... rows) {
        return "{\"attr\":{\"entriesCount\":" + rows.length + "},\"table\":[" + String.join(",", rows) + "]}\n";
    }

    private static FinishedRun at(DraftNetwork network, long second) {
        return FinishedRun.until(network.duration(200).build(), Duration.ofSeconds(second));
    }

    @Test
    @Shows("NHRP/13-on")
    void topoConvergesToTheExpectedCaches() {
        FinishedRun run = at(topo(true), 20);

        assertThat(run.show("r1", "show ip nhrp cache json")).isEqualTo(table(
                row("r1-gre0", "local", "10.255.255.1", "10.1.1.1", false),
                row("r1-gre0", "nhs", "10.255.255.2", "10.2.1.2", false)));
        assertThat(run.show("r2", "show ip nhrp cache json")).isEqualTo(table(
                row("r2-gre0", "local", "10.255.255.2", "10.2.1.2", false),
                row("r2-gre0", "dynamic", "10.255.255.1", "10.1.1.1", false),
                row("r2-gre0", "dynamic", "10.255.255.4", "10.1.1.4", false)));
    }

    @Test
    @Shows("NHRP/14-on")
    void topoHasAHostRouteOfDistance10ToEachPeer() {
        FinishedRun run = at(topo(true), 20);

        assertThat(run.show("r1", "show ip route")).contains("N>* 10.255.255.2/32 [10/0] is directly connected, r1-gre0, weight 1, 00:00:1");
        assertThat(run.show("r2", "show ip route")).contains("N>* 10.255.255.1/32 [10/0] is directly connected, r2-gre0,",
                "N>* 10.255.255.4/32 [10/0] is directly connected, r2-gre0,");
    }

    @Test
    void topoRegistersAfter1050MillisecondsAndThenEachThirdOfTheHoldingTime() {
        FinishedRun run = at(topo(true), 12);

        assertThat(run.times("r1", "NHRP", "Registration Request sent")).containsExactly("1.050", "4.050", "7.050", "10.050");
    }

    @Test
    void topoShortcutIsTheConnectedPrefixOfTheFarEnd() {
        FinishedRun run = at(topo(true).ping(30, "r1", "r4", OptionalInt.of(10)), 40);

        assertThat(run.show("r1", "show ip nhrp shortcut json")).isEqualTo(table(
                "{\"type\":\"dynamic\",\"prefix\":\"192.168.4.0/24\",\"via\":\"10.255.255.4\",\"identity\":\"\"}"));
        assertThat(run.show("r1", "show ip route")).contains("N>* 192.168.4.0/24 [10/0] via 10.255.255.4, r1-gre0 onlink, weight 1,");
        assertThat(run.lostAtSeconds()).isEmpty();
    }

    private static Action password(long atSeconds, String value) {
        return new Action.ChangeTunnel(Duration.ofSeconds(atSeconds), "r2", "r2-gre0", List.of(new TunnelChange.Authentication(
                new Secret("", Optional.of(value), Origin.NONE), Origin.NONE)), Origin.NONE);
    }

    @Test
    void topoAnotherPasswordOfTheServerTakesMappingsAndRoutesWithinTheHoldingTime() {
        DraftNetwork changed = topo(true).action(password(30, "secret12")).action(password(60, "secret"));
        FinishedRun run = at(changed, 45);
        assertThat(run.show("r1", "show ip nhrp cache json")).isEqualTo(table(
                row("r1-gre0", "local", "10.255.255.1", "10.1.1.1", false)));
        assertThat(run.show("r2", "show ip nhrp cache json")).isEqualTo(table(
                row("r2-gre0", "local", "10.255.255.2", "10.2.1.2", false)));
        assertThat(run.show("r1", "show ip route")).as("unreachable, not by the hub").doesNotContain("r1-gre0, 00")
                .doesNotContain("via 10.255.255.2");

        FinishedRun later = at(changed, 130);
        assertThat(later.show("r1", "show ip nhrp cache json")).contains("\"protocol\":\"10.255.255.2\"");
    }

    @Test
    @Shows({"RFC2332/5.2.1-again", "NHRP/4-on"})
    void topoAnUnansweredResolutionIsRepeatedSixTimesAndGivenUpAfter30Seconds() {
        FinishedRun run = at(topo(false).ping(30, "r1", "r4", OptionalInt.of(1)), 80);

        assertThat(run.times("r1", "NHRP", "Resolution Request sent"))
                .containsExactly("30.020", "31.020", "33.020", "37.020", "44.020", "51.020", "58.020");
        assertThat(run.times("r1", "NHRP", "resolution given up")).containsExactly("60.020");
        assertThat(run.show("r1", "show ip nhrp shortcut json")).isEqualTo(table());
    }

    @Test
    @Shows("NHRP/13-on")
    void withoutAMappingOfTheServerItsHostRouteAndAllThatItCarriesAreGone() {
        FinishedRun run = at(topo(true).failPath(30, "r1", "r2"), 60);

        assertThat(run.show("r1", "show ip nhrp cache json")).isEqualTo(table(
                row("r1-gre0", "local", "10.255.255.1", "10.1.1.1", false)));
        assertThat(run.show("r1", "show ip route")).doesNotContain("10.255.255.2").doesNotContain("0.0.0.0/0 [");
    }

    /** The first request goes out at 1.050; waits are 1, 2, 4 ... 64 s, and then 2 again (nhrpd/nhrp_nhs.c). */
    @Test
    void aServerThatIsUnreachableAtBootIsAskedWithDoublingWaits() {
        FinishedRun run = FinishedRun.of(topo(true).duration(140).fail(0, "r2").restore(100, "r2").build());

        assertThat(run.times("r1", "NHRP", "Registration Request sent").subList(0, 8)).containsExactly("1.050", "2.050",
                "4.050", "8.050", "16.050", "32.050", "64.050", "128.050");
        assertThat(run.times("r1", "NHRP", "NHS down")).containsExactly("8.050");
        assertThat(run.times("r1", "NHRP", "NHS up")).containsExactly("128.070");
    }

    // nhrp_redundancy and nhrp_nhs_priority: servers nhs1 to nhs3, clients nhc1 and nhc2

    private DraftNetwork threeServers(int[] ofFirst, int[] ofSecond) {
        for (int number = 1; number <= 3; number++) {
            network.router("nhs" + number, "192.168.1." + number, "10.10." + number + ".0/24").platform(FRR)
                    .underlay("192.168.2.0/24").tunnel(tunnel("nhs" + number + "-gre0", "172.16.1." + number).redirect())
                    .route("10.4.4.0/24", "172.16.1.4", 1).route("10.5.5.0/24", "172.16.1.5", 1);
        }
        client("nhc1", 4, ofFirst);
        client("nhc2", 5, ofSecond);
        return network;
    }

    private void client(String name, int number, int[] priorities) {
        TunnelDraft tunnel = tunnel(name + "-gre0", "172.16.1." + number).shortcut();
        RouterDraft client = network.router(name, "192.168.2." + number, "10." + number + "." + number + ".0/24")
                .platform(FRR).underlay("192.168.1.0/24");
        for (int server = 1; server <= 3; server++) {
            tunnel.server("172.16.1." + server, "192.168.1." + server, priorities[server - 1], 0);
            client.route("0.0.0.0/0", "172.16.1." + server, 40 + 10 * server);
        }
        client.tunnel(tunnel);
    }

    private static String server(String client, int number, boolean used) {
        return row(client + "-gre0", "nhs", "172.16.1." + number, "192.168.1." + number, used);
    }

    private static String local(String client, int number) {
        return row(client + "-gre0", "local", "172.16.1." + number, "192.168.2." + number, false);
    }

    private static String atServer(int server, int... clients) {
        String[] rows = new String[clients.length + 1];
        rows[0] = row("nhs" + server + "-gre0", "local", "172.16.1." + server, "192.168.1." + server, false);
        for (int index = 0; index < clients.length; index++) {
            rows[index + 1] = row("nhs" + server + "-gre0", "dynamic", "172.16.1." + clients[index],
                    "192.168.2." + clients[index], false);
        }
        return table(rows);
    }

    private static final int[] EQUAL = {0, 0, 0};

    @Test
    @Shows("RFC2332/4-client")
    void redundancyRegistersWithAllServers() {
        FinishedRun run = at(threeServers(EQUAL, EQUAL), 20);

        assertThat(run.show("nhc1", "show ip nhrp cache json")).isEqualTo(table(local("nhc1", 4), server("nhc1", 1, false),
                server("nhc1", 2, false), server("nhc1", 3, false)));
        for (int number = 1; number <= 3; number++) {
            assertThat(run.show("nhs" + number, "show ip nhrp cache json")).isEqualTo(atServer(number, 4, 5));
        }
        assertThat(run.show("nhc1", "show ip route")).contains("[50/0] via 172.16.1.1");
    }

    @Test
    void redundancyShortcutComesWithTrafficAndExpiresWithoutIt() {
        DraftNetwork pinged = threeServers(EQUAL, EQUAL).ping(30, "nhc1", "nhc2", OptionalInt.of(5));
        FinishedRun run = at(pinged, 36);
        assertThat(run.show("nhc1", "show ip nhrp shortcut json")).isEqualTo(table(
                "{\"type\":\"dynamic\",\"prefix\":\"10.5.5.0/24\",\"via\":\"172.16.1.5\",\"identity\":\"\"}"));
        assertThat(run.show("nhc1", "show ip route")).contains("N>* 10.5.5.0/24 [10/0] via 172.16.1.5, ");

        FinishedRun later = at(pinged, 56);
        assertThat(later.show("nhc1", "show ip nhrp shortcut json")).isEqualTo(table());
    }

    @Test
    void redundancyTheLossOfAServerTakesItsMappingAndRouteAndTheNextDefaultRouteIsUsed() {
        DraftNetwork failing = threeServers(EQUAL, EQUAL).failInterface(40, "nhs1", "nhs1-gre0")
                .ping(70, "nhc1", "nhc2", OptionalInt.of(5));
        FinishedRun run = at(failing, 60);

        assertThat(run.show("nhc1", "show ip nhrp cache json")).isEqualTo(table(local("nhc1", 4), server("nhc1", 2, false),
                server("nhc1", 3, false)));
        assertThat(run.show("nhs2", "show ip nhrp cache json")).isEqualTo(atServer(2, 4, 5));
        assertThat(run.show("nhc1", "show ip route")).contains("[60/0] via 172.16.1.2").doesNotContain("172.16.1.1");
        assertThat(run.times("nhc1", "NHRP", "cache entry removed", "target", "172.16.1.1/32"))
                .as("one holding time after the last answer").allMatch(time -> Double.parseDouble(time) <= 50);

        FinishedRun later = at(failing, 77);
        assertThat(later.lostAtSeconds()).isEmpty();
        assertThat(later.show("nhc1", "show ip nhrp shortcut json")).contains("\"prefix\":\"10.5.5.0/24\"");
        assertThat(later.show("nhc1", "show ip route")).contains("via 172.16.1.5").doesNotContain("172.16.1.1");
    }

    @Test
    void redundancyAShortcutInUseSurvivesTheLossOfTheServer() {
        FinishedRun run = FinishedRun.of(threeServers(EQUAL, EQUAL).duration(80).ping(30, "nhc1", "nhc2")
                .failInterface(40, "nhs1", "nhs1-gre0").build());

        assertThat(run.lostAtSeconds()).isEmpty();
    }

    private DraftNetwork prioritized() {
        return threeServers(new int[] {0, 50, 255}, new int[] {10, 100, 100});
    }

    @Test
    @Shows("NHRP/15-on")
    void priorityUsesTheBestServerOnly() {
        FinishedRun run = at(prioritized(), 20);

        assertThat(run.show("nhc1", "show ip nhrp cache json")).isEqualTo(table(local("nhc1", 4), server("nhc1", 1, false)));
        assertThat(run.show("nhc2", "show ip nhrp cache json")).isEqualTo(table(local("nhc2", 5), server("nhc2", 1, false)));
        assertThat(run.show("nhs1", "show ip nhrp cache json")).isEqualTo(atServer(1, 4, 5));
        assertThat(run.show("nhs2", "show ip nhrp cache json")).isEqualTo(atServer(2));
        assertThat(run.show("nhs3", "show ip nhrp cache json")).isEqualTo(atServer(3));
        assertThat(run.show("nhc1", "show ip nhrp nhs json")).contains("\"entriesCount\":3",
                "\"fqdn\":\"192.168.1.2\",\"nbma\":\"192.168.1.2\",\"protocol\":\"172.16.1.2\",\"priority\":50");
    }

    @Test
    void priorityOnTheLossOfTheBestServerTheNextOnesAreUsedEqualOnesTogether() {
        FinishedRun run = at(prioritized().failInterface(40, "nhs1", "nhs1-gre0"), 100);

        assertThat(run.show("nhc1", "show ip nhrp cache json")).isEqualTo(table(local("nhc1", 4), server("nhc1", 2, false)));
        assertThat(run.show("nhc2", "show ip nhrp cache json")).isEqualTo(table(local("nhc2", 5), server("nhc2", 2, false),
                server("nhc2", 3, false)));
        assertThat(run.show("nhs2", "show ip nhrp cache json")).isEqualTo(atServer(2, 4, 5));
        assertThat(run.show("nhs3", "show ip nhrp cache json")).isEqualTo(atServer(3, 5));
        assertThat(run.show("nhc1", "show ip route")).doesNotContain("172.16.1.1");
    }

    @Test
    void priorityTheClientsReturnToTheBestServerAlone() {
        FinishedRun run = at(prioritized().failInterface(40, "nhs1", "nhs1-gre0").restoreInterface(100, "nhs1", "nhs1-gre0"),
                190);

        assertThat(run.show("nhc1", "show ip nhrp cache json")).isEqualTo(table(local("nhc1", 4), server("nhc1", 1, false)));
        assertThat(run.show("nhc2", "show ip nhrp cache json")).isEqualTo(table(local("nhc2", 5), server("nhc2", 1, false)));
        assertThat(run.show("nhs3", "show ip nhrp cache json")).isEqualTo(atServer(3));
    }
}
