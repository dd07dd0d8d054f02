package dmvpn.dsl.ide.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.policy.Level;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesFileTextTest {

    private static final String TEXT = """
            # What our team agreed on.
            R-NH-15  error     # our spokes move
            r-nh-19  off       # the satellite hubs
            what is this
            R-MT-01  warning""";

    @Test
    void readsTheLevelsThatItUnderstands() {
        assertThat(RulesFileText.levels(TEXT)).containsOnly(
                Map.entry("R-NH-15", Level.ERROR), Map.entry("R-NH-19", Level.OFF), Map.entry("R-MT-01", Level.WARNING));
        assertThat(RulesFileText.levels("")).isEmpty();
    }

    @Test
    void changesALevelInItsLineAndKeepsTheReason() {
        assertThat(RulesFileText.with(TEXT, Map.of("R-NH-19", Optional.of(Level.INFO))))
                .isEqualTo(TEXT.replace("r-nh-19  off ", "r-nh-19  info "));
    }

    @Test
    void takesALineAwayWhenTheRuleIsLeftAsItIs() {
        assertThat(RulesFileText.with(TEXT, Map.of("R-NH-15", Optional.empty())))
                .isEqualTo(TEXT.replace("R-NH-15  error     # our spokes move\n", ""));
    }

    @Test
    void addsARuleOnALineOfItsOwn() {
        assertThat(RulesFileText.with(TEXT, Map.of("R-AD-01", Optional.of(Level.OFF)))).isEqualTo(TEXT + "\nR-AD-01  off\n");
        assertThat(RulesFileText.with("", Map.of("R-AD-01", Optional.of(Level.OFF)))).isEqualTo("R-AD-01  off\n");
        assertThat(RulesFileText.with(TEXT, Map.of("R-AD-01", Optional.empty()))).isEqualTo(TEXT);
    }
}
