package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.ClusterLimit;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.tunnel.FarEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Groups of next-hop servers of which a client uses some (Cisco, "DMVPN Tunnel Health Monitoring and Recovery (Backup
 * NHS)"): priorities, clusters, the number of connections, and the way back to the better server.
 */
class NextHopServerClusterTest {

    private static final String SENT = "Registration Request sent";

    private static Node server(NhrpLab lab, int number) {
        return lab.node("H" + number, "203.0.113." + number, "10.0.0." + number, "192.168." + number + ".1/24",
                LabOptions.hub());
    }

    private static NextHopServer use(int number, int priority, int cluster) {
        return NhrpLab.server("10.0.0." + number, "203.0.113." + number, priority, cluster);
    }

    private static ClusterLimit limit(int cluster, int connections) {
        return new ClusterLimit(cluster, connections, Origin.NONE);
    }

    private static Node client(NhrpLab lab, int fallback, List<ClusterLimit> limits, NextHopServer... servers) {
        return lab.spoke(1, LabOptions.spoke().servers(servers).selection(fallback, limits.toArray(ClusterLimit[]::new)));
    }

    /** {@code H1 UP}, {@code H2 WAITING}, ... in configuration order. */
    private static List<String> states(Node client) {
        List<String> states = new ArrayList<>();
        client.nhrp.stateTables().stream().filter(table -> table.name().equals("NHRP next-hop servers")).findFirst()
                .orElseThrow().rows().forEach(row -> states.add("H" + row.get(0).substring("10.0.0.".length()) + " "
                        + row.get(3).toUpperCase(Locale.ROOT)));
        return states;
    }

    @Test
    @Shows({"RFC2332/4-client", "NHRP/15-off"})
    void withoutALimitAllServersAreInUse() {
        NhrpLab lab = NhrpLab.protectedCloud();
        server(lab, 1);
        server(lab, 2);
        Node client = client(lab, 30, List.of(), use(1, 1, 1), use(2, 2, 1));
        lab.start();
        lab.runTo(10);

        assertThat(states(client)).containsExactly("H1 UP", "H2 UP");
    }

    @Test
    void onlyTheBestServersOfAClusterAreUsedAndTheOthersAreNotProbed() {
        NhrpLab lab = NhrpLab.protectedCloud();
        server(lab, 1);
        Node second = server(lab, 2);
        Node client = client(lab, 30, List.of(limit(1, 1)), use(2, 2, 1), use(1, 1, 1));
        lab.start();
        lab.runTo(300);

        assertThat(states(client)).containsExactly("H2 WAITING", "H1 UP");
        assertThat(client.timesOf("NHS up")).containsExactly(1.02);
        assertThat(second.events()).isEmpty();
        assertThat(client.sockets.state(second.nbmaAddress)).isEqualTo(dmvpn.sim.tunnel.CryptoSockets.SocketState.NONE);
    }

    @Test
    void serversOfEqualPriorityAreUsedInConfigurationOrder() {
        NhrpLab lab = NhrpLab.protectedCloud();
        server(lab, 1);
        server(lab, 2);
        Node client = client(lab, 0, List.of(limit(0, 1)), use(2, 0, 0), use(1, 0, 0));
        lab.start();
        lab.runTo(5);

        assertThat(states(client)).containsExactly("H2 UP", "H1 WAITING");
    }

    /** Scenario with IPsec and liveness checks: the loss of the socket is noticed at 554. */
    @Test
    void theLossOfTheSocketActivatesTheNextBestServerAtOnce() {
        NhrpLab lab = NhrpLab.protectedCloud();
        Node first = server(lab, 1);
        server(lab, 2);
        Node client = client(lab, 30, List.of(limit(1, 1)), use(1, 1, 1), use(2, 2, 1));
        lab.start();
        lab.runTo(500);
        first.powerOff();
        lab.runTo(554);
        client.sockets.lose(NhrpLab.HUB_NBMA);
        lab.runTo(560);

        assertThat(states(client)).containsExactly("H1 DOWN", "H2 UP");
        assertThat(client.timesOf("NHS activated")).containsExactly(554.0);
        assertThat(client.timesOf(SENT)).endsWith(555.0);
        assertThat(client.timesOf("NHS up")).containsExactly(1.02, 555.02);
    }

    @Test
    void aBetterServerThatReturnsReplacesTheWorseOneAfterTheFallbackTime() {
        NhrpLab lab = NhrpLab.protectedCloud();
        Node first = server(lab, 1);
        Node second = server(lab, 2);
        Node client = client(lab, 30, List.of(limit(1, 1)), use(1, 1, 1), use(2, 2, 1));
        lab.start();
        lab.runTo(500);
        first.powerOff();
        lab.runTo(554);
        client.sockets.lose(NhrpLab.HUB_NBMA);
        lab.runTo(1000);
        first.powered = true;
        lab.runTo(1032);
        assertThat(states(client)).as("both answer for the fallback time").containsExactly("H1 UP", "H2 UP");
        lab.runTo(1040);

        assertThat(client.timesOf("NHS up")).containsExactly(1.02, 555.02, 1002.02);
        assertThat(states(client)).containsExactly("H1 UP", "H2 WAITING");
        assertThat(client.events()).anyMatch(event -> event.startsWith("1032.020 NHS down [a better server of cluster 1"));
        assertThat(second.timesOf("NHC down")).as("the client withdraws its registration").containsExactly(1032.03);
    }

    @Test
    void withoutIpsecTheNextBestServerIsAskedAtOnceWhenTheBetterOneIsDown() {
        NhrpLab lab = NhrpLab.clearCloud();
        Node first = server(lab, 1);
        server(lab, 2);
        Node client = client(lab, 30, List.of(limit(1, 1)), use(1, 1, 1), use(2, 2, 1));
        lab.start();
        lab.runTo(500);
        first.powered = false;
        lab.runTo(1000);
        first.powered = true;
        lab.runTo(1100);

        assertThat(client.timesOf("NHS up")).containsExactly(1.02, 608.02, 1048.02);
        assertThat(client.timesOf("NHS down")).containsExactly(608.0, 1078.02);
        assertThat(states(client)).containsExactly("H1 UP", "H2 WAITING");
        assertThat(client.tunnel.sentNhrp).filteredOn(PurgeRequest.class::isInstance).hasSize(1);
    }

    /** The clusterless example of Cisco's guide: two replacements may come from one data centre. */
    @Test
    void withoutClustersTheReplacementIsTheNextServerInOrder() {
        NhrpLab lab = NhrpLab.clearCloud();
        Node[] servers = new Node[7];
        for (int number = 1; number <= 6; number++) {
            servers[number] = server(lab, number);
        }
        Node client = client(lab, 0, List.of(limit(0, 3)), use(1, 1, 0), use(2, 1, 0), use(3, 1, 0), use(4, 2, 0),
                use(5, 2, 0), use(6, 2, 0));
        lab.start();
        lab.runTo(10);
        assertThat(states(client)).containsExactly("H1 UP", "H2 UP", "H3 UP", "H4 WAITING", "H5 WAITING", "H6 WAITING");
        servers[2].powered = false;
        lab.runTo(250);

        assertThat(states(client)).containsExactly("H1 UP", "H2 DOWN", "H3 UP", "H4 UP", "H5 WAITING", "H6 WAITING");
    }

    @Test
    void eachClusterReplacesItsOwnServers() {
        NhrpLab lab = NhrpLab.clearCloud();
        Node[] servers = new Node[5];
        for (int number = 1; number <= 4; number++) {
            servers[number] = server(lab, number);
        }
        Node client = client(lab, 0, List.of(limit(1, 1), limit(2, 1)), use(1, 1, 1), use(2, 1, 2), use(3, 2, 1),
                use(4, 2, 2));
        lab.start();
        lab.runTo(10);
        servers[2].powered = false;
        lab.runTo(250);

        assertThat(states(client)).containsExactly("H1 UP", "H2 DOWN", "H3 WAITING", "H4 UP");
    }

    @Test
    void aReplacementThatFailsTooIsProbedAndTheNextOneIsActivated() {
        NhrpLab lab = NhrpLab.clearCloud();
        server(lab, 1).powered = false;
        server(lab, 2).powered = false;
        server(lab, 3);
        Node client = client(lab, 0, List.of(limit(0, 1)), use(1, 0, 0), use(2, 1, 0), use(3, 2, 0));
        lab.start();
        lab.runTo(30);

        assertThat(client.timesOf("NHS activated")).containsExactly(7.0, 14.0);
        assertThat(states(client)).containsExactly("H1 DOWN", "H2 DOWN", "H3 UP");
    }

    @Test
    void aServerThatIsWorseThanTheOneThatAnswersIsNotProbedAnyMore() {
        NhrpLab lab = NhrpLab.clearCloud();
        Node first = server(lab, 1);
        first.powered = false;
        server(lab, 2).powered = false;
        server(lab, 3);
        Node client = client(lab, 10, List.of(limit(0, 1)), use(1, 0, 0), use(2, 1, 0), use(3, 2, 0));
        lab.start();
        lab.runTo(30);
        first.powered = true;
        lab.runTo(60);

        assertThat(states(client)).containsExactly("H1 UP", "H2 WAITING", "H3 WAITING");
        assertThat(client.events()).anyMatch(event -> event.contains("NHS released [enough better servers"));
    }

    @Test
    void aBetterServerThatFailsDuringTheFallbackTimeReleasesNobody() {
        NhrpLab lab = NhrpLab.protectedCloud();
        Node first = server(lab, 1);
        first.powered = false;
        server(lab, 2);
        Node client = client(lab, 60, List.of(limit(0, 1)), use(1, 0, 0), use(2, 1, 0));
        lab.start();
        lab.runTo(20);
        first.powered = true;
        lab.runTo(40);
        assertThat(states(client)).containsExactly("H1 UP", "H2 UP");
        first.powerOff();
        client.sockets.lose(NhrpLab.HUB_NBMA);
        lab.runTo(200);

        assertThat(states(client)).containsExactly("H1 DOWN", "H2 UP");
        assertThat(client.timesOf("NHS down")).containsExactly(7.0, 40.0);
    }

    @Test
    void aServerThatWaitsGetsNoMulticastAndItsDataGoesByAServerInUse() {
        NhrpLab lab = NhrpLab.protectedCloud();
        server(lab, 1);
        server(lab, 2);
        Node client = client(lab, 0, List.of(limit(0, 1)), use(1, 0, 0), use(2, 1, 0));
        lab.start();
        lab.runTo(10);

        assertThat(client.tunnel.resolver().multicastTargets()).containsExactly(FarEnd.of(NhrpLab.HUB_NBMA));
        assertThat(client.tunnel.resolver().peek(dmvpn.network.address.IpAddress.parse("10.0.0.2"), null))
                .contains(FarEnd.of(NhrpLab.HUB_NBMA));
    }

    @Test
    void showNhsDetailMarksServersThatWait() {
        NhrpLab lab = NhrpLab.protectedCloud();
        server(lab, 1);
        server(lab, 2);
        Node client = client(lab, 0, List.of(limit(1, 1)), use(1, 1, 1), use(2, 2, 1));
        lab.start();
        lab.runTo(10);

        assertThat(client.show("show ip nhrp nhs detail"))
                .contains("10.0.0.1  RE  NBMA Address: 203.0.113.1 priority = 1 cluster = 1  req-sent 1")
                .contains("10.0.0.2   W  NBMA Address: 203.0.113.2 priority = 2 cluster = 1  req-sent 0");
    }
}
