package dmvpn.app.designs;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.load.ModelLoader;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.scenario.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Policy routing: what it moves, and what it leaves alone (Cisco IOS IP Routing: Protocol-Independent Configuration Guide,
 * Policy-Based Routing; ipSpace.net, "Redundant DMVPN Designs", for packets of tunnels).
 */
class PolicyRoutingTest {

    private static final String MODEL = """
            network Sites
            transport Left { latency 10ms }
            transport Right { latency 10ms }
            router One {
              wan Left 203.0.113.1/24  wan Right 198.51.100.1/24  lan 192.168.1.0/24
              route 192.168.2.0/24 via 203.0.113.2
              %s
            }
            router Two {
              wan Left 203.0.113.2/24  wan Right 198.51.100.2/24  lan 192.168.2.0/24
              route 192.168.1.0/24 via 203.0.113.1
            }
            host Chosen { behind One  address 192.168.1.77 }
            scenario Run { seed 1  duration 30s
              at 1s ping from Chosen to Two.lan
              at 1s ping own from One.Left to Two.lan
              expect at 5s path %s to Two.lan is over %s
              expect loss of ping at most 0
              expect loss of own at most 0 }
            """;

    @ParameterizedTest(name = "{0}: {1} over {2}")
    @CsvSource(delimiter = '|', textBlock = """
            policy-route on lan next-hop 198.51.100.2                                    | Chosen  | Right
            policy-route on lan from 192.168.1.77/32 next-hop 198.51.100.2               | Chosen  | Right
            policy-route on lan from 192.168.1.77/32 next-hop 198.51.100.2               | One.lan | Left
            policy-route on lan to 192.168.2.0/24 next-hop 198.51.100.2                  | Chosen  | Right
            policy-route on lan to 192.168.3.0/24 next-hop 198.51.100.2                  | Chosen  | Left
            policy-route on lan protocol icmp next-hop 198.51.100.2                      | Chosen  | Right
            policy-route on lan protocol tcp next-hop 198.51.100.2                       | Chosen  | Left
            policy-route on lan next-hop 198.51.100.2                                    | One.Left | Left
            policy-route local next-hop 198.51.100.2                                     | One.Left | Right
            policy-route local next-hop 198.51.100.2                                     | Chosen  | Left
            policy-route on lan next-hop 10.9.9.9                                        | Chosen  | Left
            policy-route on lan from 192.168.1.77/32 next-hop 203.0.113.2 policy-route on lan next-hop 198.51.100.2 | Chosen | Left
            """)
    void packetsThatMatchGoToTheNextHopAndOthersByTheRoutes(String policy, String source, String transport) {
        Simulation run = run(MODEL.formatted(policy, source, transport));

        assertThat(run.verdicts()).hasSize(3).filteredOn(verdict -> !verdict.passed()).extracting(Verdict::explanation).isEmpty();
    }

    private static Simulation run(String text) {
        Simulation simulation = Simulation.create(ModelLoader.create().parse("sites.dmvpn", text).network().orElseThrow(),
                SimulationOptions.DEFAULT.withScenario("Run"));
        simulation.run();
        return simulation;
    }

    /** The trap: local policy does not see what a tunnel encapsulated, so it cannot lock a tunnel to a provider. */
    @ParameterizedTest
    @CsvSource({"true, protocol gre", "true, to 203.0.113.2/32", "false, protocol esp", "false, to 203.0.113.2/32"})
    void localPolicyDoesNotMovePacketsOfTunnels(boolean inClear, String match) {
        Simulation run = run("""
                network Tunnels
                transport Left { latency 10ms }
                transport Right { latency 20ms }
                crypto Suite { ike v2  esp aes-gcm-256  mode transport  psk secret "k" }
                cloud Corp { overlay 10.0.0.0/24  phase 3  network-id 1  %s  routing eigrp 1 { default from hubs } }
                hub HQ { wan Left 203.0.113.2/24  wan Right 198.51.100.2/24  lan 192.168.2.0/24  join Corp as 10.0.0.2 over Left }
                spoke Branch { wan Left 203.0.113.1/24  wan Right 198.51.100.1/24  lan 192.168.1.0/24
                  policy-route local %s next-hop 198.51.100.2
                  join Corp as 10.0.0.1 over Left via HQ }
                scenario Run { seed 1  duration 60s
                  at 30s ping every 1s count 5 from Branch.lan to HQ.lan
                  expect at 30s path Branch.lan to HQ.lan is over Left }
                """.formatted(inClear ? "unprotected" : "crypto Suite", match));

        assertThat(run.verdicts()).allMatch(Verdict::passed);
        assertThat(run.pings().getFirst().requests()).allSatisfy(
                request -> assertThat(request.roundTripNanos()).hasValue(20_000_000));
    }
}
