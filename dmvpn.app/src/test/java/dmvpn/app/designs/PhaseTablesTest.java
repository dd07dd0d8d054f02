package dmvpn.app.designs;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.load.ModelLoader;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.scenario.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each cell of the tables of routing over DMVPN: which next hop a spoke has for another spoke's network, and the path that packets
 * take for good, by protocol, setting and phase (ipSpace.net, "DMVPN Phase 2 Fundamentals", "Changes in IBGP Next Hop Processing
 * Drastically Improve BGP-based DMVPN Designs", "Scaling BGP-Based DMVPN Networks", "Configuring OSPF in Phase 2 DMVPN").
 */
class PhaseTablesTest {

    private static final String MODEL = """
            dmvpn 1
            network Cell
            transport Internet { latency 10ms }
            crypto Suite { ike v2  encryption aes-gcm-256  prf sha384  group 19
                           esp aes-gcm-256  mode transport  psk secret "wan-psk" }
            cloud Corp { overlay 10.0.0.0/24  phase %d  network-id 1  tunnel-key 100  holdtime 10min
                         mtu 1400  mss 1360  bandwidth 100Mbps  crypto Suite  %s }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  vrf INET
                     lan 192.168.1.0/24  join Corp as 10.0.0.1 }
            spoke Branch[1..2] { wan Internet 198.51.100.{10+n}/24 gateway 198.51.100.254  vrf INET
                                 lan 192.168.{10+n}.0/24  join Corp as 10.0.0.{10+n} via HQ %s }
            scenario Cell { seed 1  duration 4min
                at 200s ping every 1s count 20 from Branch[1].lan to Branch[2].lan
                expect at 199s Branch[1] %s
                expect at 230s %s }
            """;

    private static void holds(int phase, String routing, String ofSpokes, String nextHop, String path) {
        CompiledNetwork network = ModelLoader.create()
                .parse("cell.dmvpn", MODEL.formatted(phase, routing, ofSpokes, route(nextHop), path(path))).network().orElseThrow();
        Simulation simulation = Simulation.create(network, SimulationOptions.DEFAULT.withScenario("Cell"));
        simulation.run();

        assertThat(simulation.verdicts()).hasSize(2).filteredOn(verdict -> !verdict.passed()).extracting(Verdict::explanation)
                .as("%s", routing).isEqualTo(List.of());
    }

    /** What Branch1 has for the network of Branch2. */
    private static String route(String nextHop) {
        return switch (nextHop) {
            case "spoke" -> "has route 192.168.12.0/24 via 10.0.0.12";
            case "hub" -> "has route 192.168.12.0/24 via 10.0.0.1";
            case "default" -> "has route 0.0.0.0/0 via 10.0.0.1";
            case "summary" -> "has route 192.168.0.0/16 via 10.0.0.1";
            case "none" -> "has no route 192.168.12.0/24";
            default -> throw new IllegalArgumentException(nextHop);
        };
    }

    private static String path(String path) {
        return switch (path) {
            case "direct" -> "path Branch[1].lan to Branch[2].lan is direct";
            case "hub" -> "path Branch[1].lan to Branch[2].lan is via HQ";
            case "lost" -> "Branch[1].lan does not reach Branch[2].lan";
            default -> throw new IllegalArgumentException(path);
        };
    }

    @ParameterizedTest(name = "{0}, phase {1}: {3}, {4}")
    @CsvSource(delimiter = '|', textBlock = """
            static default to the hub                 | 1 | static { default from hubs }                   | default | hub
            static default to the hub                 | 2 | static { default from hubs }                   | default | hub
            static default to the hub                 | 3 | static { default from hubs }                   | default | direct
            static, each network                      | 1 | static                                         | hub     | hub
            static, each network                      | 2 | static                                         | spoke   | direct
            static, each network                      | 3 | static                                         | hub     | direct
            RIP, split horizon                        | 1 | rip { split-horizon on }                       | none    | lost
            RIP, split horizon                        | 2 | rip { split-horizon on }                       | none    | lost
            RIP, split horizon                        | 3 | rip { split-horizon on }                       | none    | lost
            RIP, split horizon and default            | 1 | rip { split-horizon on  default from hubs }    | default | hub
            RIP, split horizon and default            | 3 | rip { split-horizon on  default from hubs }    | default | direct
            RIP, no split horizon                     | 1 | rip { split-horizon off }                      | spoke   | hub
            RIP, no split horizon                     | 2 | rip { split-horizon off }                      | spoke   | direct
            RIP, no split horizon                     | 3 | rip { split-horizon off }                      | spoke   | direct
            ODR                                       | 1 | odr                                            | default | hub
            ODR                                       | 2 | odr                                            | default | hub
            ODR                                       | 3 | odr                                            | default | direct
            EIGRP, split horizon                      | 1 | eigrp 1 { split-horizon on  next-hop-self on } | none    | lost
            EIGRP, split horizon                      | 2 | eigrp 1 { split-horizon on  next-hop-self on } | none    | lost
            EIGRP, split horizon                      | 3 | eigrp 1 { split-horizon on  next-hop-self on } | none    | lost
            EIGRP, split horizon and default          | 1 | eigrp 1 { default from hubs }                  | default | hub
            EIGRP, split horizon and default          | 3 | eigrp 1 { default from hubs }                  | default | direct
            EIGRP, summary                            | 1 | eigrp 1 { summary 192.168.0.0/16 from hubs }   | summary | hub
            EIGRP, summary                            | 2 | eigrp 1 { summary 192.168.0.0/16 from hubs }   | summary | hub
            EIGRP, summary                            | 3 | eigrp 1 { summary 192.168.0.0/16 from hubs }   | summary | direct
            EIGRP, no split horizon                   | 1 | eigrp 1 { split-horizon off  next-hop-self on }| hub     | hub
            EIGRP, no split horizon                   | 2 | eigrp 1 { split-horizon off  next-hop-self on }| hub     | hub
            EIGRP, no split horizon                   | 3 | eigrp 1 { split-horizon off  next-hop-self on }| hub     | direct
            EIGRP, no split horizon, no next-hop-self | 1 | eigrp 1 { split-horizon off next-hop-self off }| spoke   | hub
            EIGRP, no split horizon, no next-hop-self | 2 | eigrp 1 { split-horizon off next-hop-self off }| spoke   | direct
            EIGRP, no split horizon, no next-hop-self | 3 | eigrp 1 { split-horizon off next-hop-self off }| spoke   | direct
            OSPF, broadcast at the hub alone          | 1 | ospf 1 { network-type broadcast by hubs  network-type point-to-point by spokes  priority hubs 255 } | none | lost
            OSPF, broadcast                           | 2 | ospf 1 { network-type broadcast  priority hubs 255  priority spokes 0 } | spoke | direct
            OSPF, broadcast                           | 3 | ospf 1 { network-type broadcast  priority hubs 255  priority spokes 0 } | spoke | direct
            OSPF, point-to-multipoint                 | 1 | ospf 1 { network-type point-to-multipoint }    | hub     | hub
            OSPF, point-to-multipoint                 | 2 | ospf 1 { network-type point-to-multipoint }    | hub     | hub
            OSPF, point-to-multipoint                 | 3 | ospf 1 { network-type point-to-multipoint }    | hub     | direct
            IBGP, reflector                           | 1 | bgp 65000 { next-hop-self off }                | spoke   | hub
            IBGP, reflector                           | 2 | bgp 65000 { next-hop-self off }                | spoke   | direct
            IBGP, reflector                           | 3 | bgp 65000 { next-hop-self off }                | spoke   | direct
            IBGP, reflector, plain next-hop-self      | 2 | bgp 65000 { next-hop-self on }                 | spoke   | direct
            IBGP, reflector, next-hop-self all        | 1 | bgp 65000 { next-hop-self all }                | hub     | hub
            IBGP, reflector, next-hop-self all        | 2 | bgp 65000 { next-hop-self all }                | hub     | hub
            IBGP, reflector, next-hop-self all        | 3 | bgp 65000 { next-hop-self all }                | hub     | direct
            EBGP                                      | 1 | bgp 65000 { hubs as 65000  spokes as 65000+n  next-hop-self off } | spoke | hub
            EBGP                                      | 2 | bgp 65000 { hubs as 65000  spokes as 65000+n  next-hop-self off } | spoke | direct
            EBGP                                      | 3 | bgp 65000 { hubs as 65000  spokes as 65000+n  next-hop-self off } | spoke | direct
            EBGP, next-hop-self                       | 1 | bgp 65000 { hubs as 65000  spokes as 65000+n  next-hop-self on }  | hub   | hub
            EBGP, next-hop-self                       | 2 | bgp 65000 { hubs as 65000  spokes as 65000+n  next-hop-self on }  | hub   | hub
            EBGP, next-hop-self                       | 3 | bgp 65000 { hubs as 65000  spokes as 65000+n  next-hop-self on }  | hub   | direct
            EBGP, all spokes in one system            | 1 | bgp 65000 { hubs as 65000  spokes as 65001  next-hop-self off }   | none  | lost
            EBGP, all spokes in one system            | 2 | bgp 65000 { hubs as 65000  spokes as 65001  next-hop-self off }   | none  | lost
            EBGP, all spokes in one system            | 3 | bgp 65000 { hubs as 65000  spokes as 65001  next-hop-self off }   | none  | lost
            EBGP, one system, default                 | 1 | bgp 65000 { hubs as 65000  spokes as 65001  default from hubs }   | default | hub
            EBGP, one system, default                 | 3 | bgp 65000 { hubs as 65000  spokes as 65001  default from hubs }   | default | direct
            EBGP, one system, allowas-in              | 2 | bgp 65000 { hubs as 65000  spokes as 65001  next-hop-self off  allowas-in spokes } | spoke | direct
            EBGP, one system, as-override             | 2 | bgp 65000 { hubs as 65000  spokes as 65001  next-hop-self off  as-override hubs }  | spoke | direct
            """)
    void theNextHopDecidesThePath(String setting, int phase, String routing, String nextHop, String path) {
        holds(phase, "routing " + routing, "", nextHop, path);
    }

    @ParameterizedTest(name = "{0}, phase {1}: {4}, {5}")
    @CsvSource(delimiter = '|', textBlock = """
            multicast is not copied by the hub  | 1 | multicast off  routing eigrp 1 { default from hubs } |              | none    | lost
            multicast is not copied by the hub  | 2 | multicast off  routing eigrp 1                       |              | none    | lost
            multicast is not copied by the hub  | 3 | multicast off  routing eigrp 1 { default from hubs } |              | none    | lost
            spokes' one hub, whatever their map | 1 | routing eigrp 1 { default from hubs }                | no-multicast | default | hub
            spokes send no multicast to the hub | 2 | routing eigrp 1                                      | no-multicast | none    | lost
            spokes send no multicast to the hub | 3 | routing eigrp 1 { default from hubs }                | no-multicast | none    | lost
            no redirect at the hub              | 3 | redirect off  routing eigrp 1 { default from hubs }  |              | default | hub
            no shortcut at the spokes           | 3 | shortcut off  routing eigrp 1 { default from hubs }  |              | default | hub
            redirects that no spoke acts on     | 2 | redirect on   routing eigrp 1 { split-horizon off  next-hop-self on } | | hub | hub
            a spoke may be designated router    | 2 | routing ospf 1 { network-type broadcast  priority hubs 1  priority spokes 255 } | | none | lost
            """)
    void aWrongSettingBreaksWhatTheTableSays(String fault, int phase, String settings, String ofSpokes, String nextHop, String path) {
        holds(phase, settings, ofSpokes == null ? "" : ofSpokes, nextHop, path);
    }
}
