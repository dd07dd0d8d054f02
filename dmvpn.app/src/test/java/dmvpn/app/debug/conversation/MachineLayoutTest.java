package dmvpn.app.debug.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.conversation.MachineLayout.Line;
import dmvpn.app.debug.conversation.StateMachine.State;
import dmvpn.app.debug.conversation.StateMachine.Transition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the states of a machine stand. */
class MachineLayoutTest {

    static Stream<StateMachine> machines() {
        return StateMachines.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void eachStateStandsOnce(StateMachine machine) {
        List<String> standing = MachineLayout.of(machine).rows().stream().flatMap(List::stream).toList();

        assertThat(standing).containsExactlyInAnyOrderElementsOf(machine.states().stream().map(State::name).toList());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void eachTransitionIsOnOneLine(StateMachine machine) {
        List<Line> lines = MachineLayout.lines(machine);

        assertThat(machine.transitions()).allSatisfy(transition -> assertThat(lines.stream().filter(line -> isOn(line, transition))).hasSize(1));
    }

    private static boolean isOn(Line line, Transition transition) {
        return line.first().equals(transition.from()) && line.second().equals(transition.to())
                || line.both() && line.first().equals(transition.to()) && line.second().equals(transition.from());
    }

    @Test
    void theUsualWayLeadsDownwards() {
        MachineLayout layout = MachineLayout.of(StateMachines.EIGRP_NEIGHBOR);

        assertThat(layout.rows()).containsExactly(List.of("DOWN"), List.of("PENDING"), List.of("UP"));
        assertThat(layout.rowOf("UP")).isEqualTo(2);
    }

    @Test
    void aWayAroundTheUsualOneMovesNoState() {
        MachineLayout layout = MachineLayout.of(StateMachines.IKE_VERSION_2);

        assertThat(layout.rowOf("ESTABLISHED")).isGreaterThan(layout.rowOf("AUTH SENT"));
    }
}
