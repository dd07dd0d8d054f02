package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.nhrp.NhrpLab.Node;
import org.junit.jupiter.api.Test;

/** FRRouting's choice of servers by priority (nhrpd/nhrp_nhs.c), with a holding time of 40 s: checks are 10 s apart. */
class PriorityChoiceTest {

    private static Node server(NhrpLab lab, int number) {
        return lab.node("H" + number, "203.0.113." + number, "10.0.0." + number, "192.168." + number + ".1/24",
                LabOptions.hub().platform(Platforms.FRR));
    }

    /** A client that has H1 with priority 0 and H2 with priority 50. */
    private static Node client(NhrpLab lab) {
        return lab.spoke(1, LabOptions.spoke().platform(Platforms.FRR).holdingTimeSeconds(40).servers(
                NhrpLab.server("10.0.0.1", "203.0.113.1", 0, 0), NhrpLab.server("10.0.0.2", "203.0.113.2", 50, 0)));
    }

    @Test
    void theWorseServerIsAskedWhenTheBetterOneHasNotAnsweredThreeRequests() {
        NhrpLab lab = NhrpLab.clearCloud();
        server(lab, 1).powered = false;
        server(lab, 2);
        Node client = client(lab);
        lab.start();
        lab.runTo(30);

        assertThat(client.timesOf("NHS down")).containsExactly(8.05);
        assertThat(client.timesOf("NHS activated")).containsExactly(10.0);
        assertThat(client.timesOf("NHS up")).containsExactly(10.02);
    }

    @Test
    void afterARestartOfTheTunnelRequestsWithoutAnswerAreCountedAnew() {
        NhrpLab lab = NhrpLab.clearCloud();
        server(lab, 1).powered = false;
        server(lab, 2);
        Node client = client(lab);
        lab.start();
        lab.runTo(100);
        client.tunnel.setUp(false);
        lab.runTo(105);
        client.tunnel.setUp(true);
        lab.runTo(140);

        assertThat(client.timesOf("NHS down")).as("H1, H2 with the tunnel, H1 again").containsExactly(8.05, 100.0, 105 + 8.05);
        assertThat(client.timesOf("NHS activated")).containsExactly(10.0, 105 + 10.0);
        assertThat(client.timesOf("NHS up")).containsExactly(10.02, 105 + 10.02);
    }

    /** The first look is 1.05 s after the start, further ones a quarter of the holding time apart. */
    @Test
    void aServerToWhichNoSocketComesUpIsDownAtTheThirdLookInVainAndTheNextOneIsAsked() {
        NhrpLab lab = NhrpLab.protectedCloud();
        server(lab, 1).powered = false;
        server(lab, 2);
        Node client = client(lab);
        lab.start();
        lab.runTo(45);

        assertThat(client.timesOf("IPsec socket requested")).containsExactly(1.05, 11.05, 21.05, 31.05, 40.01, 41.05);
        assertThat(client.events()).anyMatch(event -> event.startsWith("31.050 NHS down [no IPsec socket"));
        assertThat(client.timesOf("NHS activated")).containsExactly(40.0);
        assertThat(client.timesOf("NHS up")).as("after the exchange of 40 ms and 60 ms for the socket to settle")
                .containsExactly(40.13);
    }

    @Test
    void aBetterServerThatGetsItsSocketLaterTakesOver() {
        NhrpLab lab = NhrpLab.protectedCloud();
        Node first = server(lab, 1);
        first.powered = false;
        server(lab, 2);
        Node client = client(lab);
        lab.start();
        lab.runTo(45);
        first.powered = true;
        lab.runTo(60);

        assertThat(client.timesOf("NHS up")).containsExactly(40.13, 51.17);
        assertThat(client.events()).anyMatch(event -> event.contains("NHS down [a server of a better priority answers"));
    }
}
