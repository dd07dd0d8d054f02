package dmvpn.app.debug.value;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.show.StateTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How rows of a table are called. */
class RowNamesTest {

    private static final StateTable TABLE = new StateTable("EIGRP topology", List.of("prefix", "uptime", "state", "via", "interface"), List.of(
            List.of("10.1.0.0/16", "00:01:00", "passive", "10.255.0.1", "Tunnel100"),
            List.of("10.2.0.0/16", "00:01:00", "passive", "10.255.0.1", "Tunnel100"),
            List.of("10.2.0.0/16", "00:02:00", "passive", "10.255.0.2", "Tunnel100"),
            List.of("10.2.0.0/16", "00:03:00", "passive", "10.255.0.2", "Tunnel200")));

    @Test
    void aRowIsCalledByItsKeyWhileThatIsItsOwn() {
        assertThat(RowNames.of(TABLE).get(0)).isEqualTo("10.1.0.0/16");
    }

    @Test
    void rowsThatShareAKeyAreToldApartByTheColumnsInWhichTheyDiffer() {
        assertThat(RowNames.of(TABLE).subList(1, 4)).containsExactly("10.2.0.0/16, via=10.255.0.1",
                "10.2.0.0/16, via=10.255.0.2, interface=Tunnel100", "10.2.0.0/16, via=10.255.0.2, interface=Tunnel200");
    }

    @Test
    void variablesOfATableHaveNamesOfTheirOwn() {
        assertThat(StateVariables.of(TABLE).children()).extracting(DebugVariable::name).doesNotHaveDuplicates()
                .isEqualTo(RowNames.of(TABLE));
    }
}
