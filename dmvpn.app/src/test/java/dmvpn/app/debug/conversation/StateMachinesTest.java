package dmvpn.app.debug.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.conversation.StateMachine.ByEvents;
import dmvpn.app.debug.conversation.StateMachine.ByTable;
import dmvpn.app.debug.conversation.StateMachine.State;
import dmvpn.app.debug.conversation.StateMachine.Transition;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.RecordedEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The machines are those of the simulator: each of its states is a node, and each of its steps an edge. */
class StateMachinesTest {

    /** Tables with a state that is that of a machine. */
    private static final Map<String, StateMachine> TABLES = Map.of(
            "ISAKMP security associations", StateMachines.IKE_VERSION_1, "NHRP next-hop servers", StateMachines.REGISTRATION,
            "EIGRP neighbors", StateMachines.EIGRP_NEIGHBOR, "BGP neighbors", StateMachines.BGP_SESSION,
            "OSPF neighbors", StateMachines.OSPF_NEIGHBOR, "OSPFv3 neighbors", StateMachines.OSPF_NEIGHBOR);

    @TempDir
    private Path folder;

    private final Set<String> wrong = new TreeSet<>();

    static Stream<StateMachine> machines() {
        return StateMachines.ALL.stream();
    }

    static Stream<String> examples() {
        File[] folders = Models.EXAMPLES.toFile().listFiles(file -> file.isDirectory() && !file.getName().equals("shared-files"));
        return Stream.of(folders).map(File::getName).sorted();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aMachineIsWhole(StateMachine machine) {
        Set<String> names = new HashSet<>();
        machine.states().forEach(state -> assertThat(names.add(state.name())).as("two states %s", state.name()).isTrue());
        Set<String> edges = new HashSet<>();
        for (Transition transition : machine.transitions()) {
            assertThat(names).contains(transition.from(), transition.to());
            assertThat(edges.add(transition.from() + ">" + transition.to())).as("%s twice", transition).isTrue();
        }
        assertThat(machine.source()).isNotBlank();
        Set<String> reached = new HashSet<>(Set.of(machine.initial().name()));
        for (int round = 0; round < machine.states().size(); round++) {
            machine.transitions().stream().filter(each -> reached.contains(each.from())).map(Transition::to).forEach(reached::add);
        }
        assertThat(reached).as("states that can be reached").isEqualTo(names);
        if (machine.reading() instanceof ByEvents reading) {
            assertThat(names).containsAll(reading.stateAfter().values());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theRunsOfTheExamplesGoAlongEdges(String example) {
        CompiledNetwork network = Models.example(example);
        List<Optional<String>> scenarios = network.scenarios().isEmpty() ? List.of(Optional.empty())
                : network.scenarios().stream().map(Scenario::name).map(Optional::of).toList();

        scenarios.forEach(scenario -> run(network, scenario));

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ike v1", "ike v1 aggressive"})
    void theRunsOfIkeVersion1GoAlongEdges(String version) throws Exception {
        CompiledNetwork network = ModelReader.standalone().read(List.of(Models.write(folder, "old.dmvpn", """
                network Old
                transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
                crypto Suite { IKE  encryption aes-cbc-256  integrity sha256  group 14
                               esp aes-cbc-256 integrity sha256  mode transport  dpd 10s retry 2s periodic  psk secret "old" }
                cloud Corp { overlay 10.0.0.0/24  phase 3  network-id 1  crypto Suite }
                hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 192.168.1.0/24  join Corp as 10.0.0.1 }
                spoke Branch { wan Internet dhcp  lan 192.168.11.0/24  join Corp as 10.0.0.11 via HQ }
                scenario Cut { duration 90s  at 40s fail HQ  at 60s restore HQ }
                """.replace("IKE", version))), ProgressMonitor.NONE).getFirst().soundNetwork().orElseThrow();

        run(network, Optional.of("Cut"));

        assertThat(wrong).isEmpty();
    }

    private void run(CompiledNetwork network, Optional<String> scenario) {
        Simulation simulation = Simulation.create(network, new SimulationOptions(scenario, OptionalLong.empty(), Optional.empty(), true, List.of()));
        Map<String, String> states = new HashMap<>();
        Map<Integer, RouterView> routers = new HashMap<>();
        simulation.routers().forEach(router -> routers.put(router.node(), router));
        boolean more = true;
        while (more) {
            int before = simulation.trace().size();
            more = simulation.step();
            Set<Integer> nodes = new HashSet<>();
            for (int event = before; event < simulation.trace().size(); event++) {
                RecordedEvent each = simulation.trace().event(event);
                byEvent(each, states);
                if (each.protocol().equals("NHRP") || each.protocol().equals("IKEv1")) {
                    nodes.add(each.node());
                }
            }
            nodes.stream().filter(routers::containsKey).forEach(node -> byTables(routers.get(node), states));
        }
        simulation.routers().forEach(this::namesInTables);
    }

    private void byEvent(RecordedEvent event, Map<String, String> states) {
        if (MachineState.isPowerChange(event.protocol())) {
            states.keySet().removeIf(subject -> subject.startsWith(event.node() + " "));
        }
        StateMachines.of(event).ifPresent(machine -> {
            if (machine.reading() instanceof ByEvents reading && reading.stateAfter().containsKey(event.message())) {
                String subject = MachineState.subject(machine, event).orElseThrow(() -> new AssertionError(event + " does not say what it is about"));
                String before = states.getOrDefault(event.node() + " " + machine.title() + subject, machine.initial().name());
                moved(machine, event.node(), subject, reading.next(before, event.message()), states);
            }
        });
    }

    private void byTables(RouterView router, Map<String, String> states) {
        for (StateMachine machine : List.of(StateMachines.REGISTRATION, StateMachines.IKE_VERSION_1)) {
            ByTable reading = (ByTable) machine.reading();
            router.stateTable(reading.table()).ifPresent(table -> {
                int key = table.columns().indexOf(reading.keyColumn());
                for (List<String> row : table.rows()) {
                    moved(machine, router.node(), row.get(key), MachineState.stateOf(table, reading, row.get(key)).orElseThrow(), states);
                }
            });
        }
    }

    private void moved(StateMachine machine, int node, String subject, String state, Map<String, String> states) {
        String before = states.getOrDefault(node + " " + machine.title() + subject, machine.initial().name());
        if (!state.equals(before) && !machine.leads(before, state)) {
            wrong.add(machine.title() + ": " + before + " to " + state);
        }
        states.put(node + " " + machine.title() + subject, state);
    }

    private void namesInTables(RouterView router) {
        for (StateTable table : router.stateTables()) {
            StateMachine machine = TABLES.get(table.name());
            int column = table.columns().indexOf("state");
            if (machine != null && column >= 0) {
                Set<String> names = new HashSet<>(machine.states().stream().map(State::name).map(name -> name.toLowerCase(Locale.ROOT)).toList());
                table.rows().stream().map(row -> row.get(column)).filter(name -> !names.contains(normal(name)))
                        .forEach(name -> wrong.add(machine.title() + " has no state " + name));
            }
        }
    }

    /** Tables of OSPF write {@code 2WAY}. */
    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace("2way", "two_way");
    }

    @Test
    void eventsOfNoMachineHaveNone() {
        Simulation simulation = Simulation.create(Models.example("phase3-eigrp"), SimulationOptions.DEFAULT);
        simulation.run();

        assertThat(simulation.trace()).anySatisfy(event -> assertThat(StateMachines.of(event)).isEmpty());
        assertThat(simulation.trace()).filteredOn(event -> event.protocol().equals("RIB")).allSatisfy(event ->
                assertThat(StateMachines.of(event)).isEmpty());
    }
}
