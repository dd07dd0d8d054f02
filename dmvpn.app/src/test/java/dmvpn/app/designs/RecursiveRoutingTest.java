package dmvpn.app.designs;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.load.ModelLoader;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.RecordedEvent;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A way to the far end of a tunnel that leads into a tunnel again, by whatever kind of route: the packet is dropped with that
 * reason, and the run goes on (RFC 2784 section 3.1 gives the encapsulated packet a way of its own).
 */
class RecursiveRoutingTest {

    private static final String THROUGH_ONE_TUNNEL = """
            network Recursive
            transport I { latency 10ms }
            cloud C { overlay 10.1.0.0/24 phase 3 network-id 101 tunnel-key 101 mtu 1400 mss 1360 routing %s }
            hub H1 { wan I 203.0.113.1/24 gateway 203.0.113.254  lan 192.168.1.0/24  join C as 10.1.0.1 }
            spoke S1 { wan I 198.51.100.11/24 gateway 198.51.100.254  lan 192.168.11.0/24 join C as 10.1.0.11 via H1 %s }
            spoke S2 { wan I 198.51.100.12/24 gateway 198.51.100.254  lan 192.168.12.0/24 join C as 10.1.0.12 via H1 }
            scenario X { seed 1 duration 80s  at 20s ping a every 1s count 50 from S1.lan to %s.lan }
            """;

    private static final String THROUGH_EACH_OTHER = """
            network Recursive
            transport I { latency 10ms }
            cloud A { overlay 10.1.0.0/24 phase 3 network-id 101 tunnel-key 101 mtu 1400 routing static }
            cloud B { overlay 10.2.0.0/24 phase 3 network-id 102 tunnel-key 102 mtu 1400 routing static }
            hub H1 { wan I 203.0.113.1/24 gateway 203.0.113.254  lan 192.168.1.0/24  join A as 10.1.0.1 }
            hub H2 { wan I 203.0.113.130/25 gateway 203.0.113.254  lan 192.168.2.0/24  join B as 10.2.0.1 }
            spoke S1 { wan I 198.51.100.11/24 gateway 198.51.100.254  lan 192.168.11.0/24
              join A as 10.1.0.11 via H1  join B as 10.2.0.11 via H2
              route 203.0.113.1/32 via 10.2.0.1  route 203.0.113.130/32 via 10.1.0.1 }
            scenario X { seed 1 duration 80s  at 20s ping a every 1s count 50 from S1.lan to H1.lan }
            """;

    @Test
    void aRouteThatBgpLearnsDropsWhatTheTunnelSends() {
        assertThat(drops(run(THROUGH_ONE_TUNNEL.formatted("bgp 65000 { redistribute connected }", "", "H1"))))
                .anyMatch(reason -> reason.startsWith("recursive routing"));
    }

    @Test
    void aStaticRouteWithANextHopInTheTunnelDropsWhatTheTunnelSends() {
        assertThat(drops(run(THROUGH_ONE_TUNNEL.formatted("static", "route 198.51.100.12/32 via 10.1.0.1", "S2"))))
                .anyMatch(reason -> reason.startsWith("recursive routing"));
    }

    @Test
    void twoTunnelsWhoseFarEndsAreBehindEachOtherCarryNothing() {
        assertThat(drops(run(THROUGH_EACH_OTHER))).anyMatch(reason -> reason.contains("leads into Tunnel"));
    }

    private static Stream<String> drops(Simulation run) {
        return IntStream.range(0, run.trace().size()).mapToObj(run.trace()::event)
                .filter(event -> event.nodeName().equals("S1")).map(RecordedEvent::reason);
    }

    private static Simulation run(String model) {
        Simulation simulation = Simulation.create(ModelLoader.create().parse("recursive.dmvpn", model).network().orElseThrow(),
                SimulationOptions.DEFAULT.withScenario("X"));
        simulation.run();
        assertThat(simulation.violation()).isEmpty();
        return simulation;
    }
}
