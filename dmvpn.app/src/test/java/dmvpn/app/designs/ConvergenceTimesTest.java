package dmvpn.app.designs;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.load.ModelLoader;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.FieldValue;
import dmvpn.sim.trace.RecordedEvent;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How long a spoke believes in a hub that lost its power, by what notices first: hold, dead and invalid times of the protocols with the
 * defaults of IOS, and what is faster (Cisco IOS command references; RFC 2328 appendix C.3, RFC 2453 section 3.8, RFC 4271 section 10).
 */
class ConvergenceTimesTest {

    private static final String MODEL = """
            dmvpn 1
            network Cell
            transport Internet { latency 10ms }
            crypto Suite { ike v2  encryption aes-gcm-256  prf sha384  group 19
                           esp aes-gcm-256  mode transport  %s  psk secret "wan-psk" }
            cloud Corp { overlay 10.0.0.0/24  phase %d  network-id 1  tunnel-key 100  holdtime 10min
                         mtu 1400  mss 1360  bandwidth 100Mbps  crypto Suite  %s }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  vrf INET
                     lan 192.168.1.0/24  join Corp as 10.0.0.1 }
            spoke Branch { wan Internet 198.51.100.11/24 gateway 198.51.100.254  vrf INET
                           lan 192.168.11.0/24  join Corp as 10.0.0.11 via HQ }
            scenario Loss { seed 1  duration 10min  at 300s fail HQ }
            """;
    private static final double FAILURE_SECONDS = 300;

    /** From the failure to the instant at which the spoke has no route to the hub's network any more. */
    @ParameterizedTest(name = "{0}: {4} to {5} s")
    @CsvSource(delimiter = '|', textBlock = """
            EIGRP, hold time 15 s after a hello of up to 5 s ago     | 3 | routing eigrp 1                                                     |       | 10 | 15
            EIGRP, hold time 6 s                                     | 3 | routing eigrp 1 { hello 2s  hold 6s }                               |       |  4 |  6
            OSPF broadcast, dead interval 40 s                       | 2 | routing ospf 1                                                      |       | 30 | 40
            OSPF point-to-multipoint, dead interval 120 s            | 3 | routing ospf 1                                                      |       | 90 | 121
            OSPF with 5 s and 20 s                                   | 3 | routing ospf 1 { hello 5s  dead 20s }                               |       | 15 | 20.02
            BGP, hold time 180 s after a message of up to 60 s ago   | 3 | routing bgp 65000                                                   |       | 120 | 180
            BGP with 10 s and 30 s                                   | 3 | routing bgp 65000 { hello 10s  hold 30s }                           |       | 20 | 30
            RIP, flushed 240 s after the last update                 | 3 | routing rip                                                         |       | 210 | 240
            EIGRP with BFD each second, 5 of them                    | 3 | routing eigrp 1 { bfd 1s multiplier 5 }                             |       |  4 |  5.02
            EIGRP with BFD each 300 ms, 3 of them                    | 3 | routing eigrp 1 { bfd 300ms multiplier 3 }                          |       | 0.5 | 0.92
            OSPF with BFD each 300 ms, 3 of them                     | 2 | routing ospf 1 { bfd 300ms multiplier 3 }                           |       | 0.5 | 5.92
            BGP with BFD each 300 ms, 3 of them                      | 3 | routing bgp 65000 { bfd 300ms multiplier 3 }                        |       | 0.5 | 0.92
            dead peer detection and the state of the interface       | 3 | if-state on  routing static { default from hubs }                   | dpd 30s retry 5s periodic | 25 | 65
            state of the interface from NHRP, registration each 10 s | 3 | registration every 10s  if-state on  routing static { default from hubs } |    |  7 | 20
            """)
    void aLostHubIsNoticed(String mechanism, int phase, String settings, String suite, double earliest, double latest) {
        Simulation run = Simulation.create(ModelLoader.create()
                .parse("cell.dmvpn", MODEL.formatted(suite == null ? "" : suite, phase, settings)).network().orElseThrow(),
                SimulationOptions.DEFAULT.withScenario("Loss"));
        run.run();

        String lost = settings.contains("static") ? "0.0.0.0/0" : "192.168.1.0/24";
        double seconds = StreamSupport.stream(run.trace().spliterator(), false)
                .filter(event -> event.nodeName().equals("Branch") && event.protocol().equals("RIB")
                        && event.message().equals("route removed") && prefix(event).equals(lost))
                .mapToDouble(event -> event.timeNanos() / 1e9).filter(instant -> instant >= FAILURE_SECONDS)
                .findFirst().orElse(Double.POSITIVE_INFINITY);
        assertThat(seconds - FAILURE_SECONDS).as(mechanism).isBetween(earliest, latest);
    }

    private static String prefix(RecordedEvent event) {
        return event.field("prefix").map(FieldValue::text).orElse("");
    }
}
