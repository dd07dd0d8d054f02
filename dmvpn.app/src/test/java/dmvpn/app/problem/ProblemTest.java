package dmvpn.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static Problem problem(Severity severity, String id, int line, int column, String message) {
        return Problem.of("named.dmvpn", new Finding(new Rule(id, severity, "", "", ""), message,
                Origin.of("a.dmvpn", line, column, 0, 1, "")));
    }

    @Test
    void aProblemReadsLikeACompilersMessage() {
        assertThat(problem(Severity.ERROR, "R-AD-01", 3, 14, "wrong").text())
                .isEqualTo("a.dmvpn:3:14: error [R-AD-01] wrong");
    }

    @Test
    void aMessageIsOneLine() {
        assertThat(problem(Severity.INFO, "R", 1, 1, "one\n  two\r\nthree").message()).isEqualTo("one two three");
    }

    @Test
    void aProblemWithoutPlaceIsAtTheStartOfItsFile() {
        assertThat(Problem.of("named.dmvpn", new Finding(new Rule("R", Severity.WARNING, "", "", ""), "m", Origin.NONE)).text())
                .isEqualTo("named.dmvpn:1:1: warning [R] m");
    }

    @Test
    void problemsAreSortedByPlaceAsNumbersNotAsText() {
        Problem second = problem(Severity.ERROR, "A", 10, 1, "m");
        Problem first = problem(Severity.ERROR, "B", 9, 12, "m");
        Problem zeroth = problem(Severity.ERROR, "B", 9, 2, "m");

        assertThat(List.of(second, first, zeroth).stream().sorted()).containsExactly(zeroth, first, second);
    }
}
