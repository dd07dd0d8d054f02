package dmvpn.app.debug.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Breakpoints as lines of text. */
class BreakpointTextTest {

    private static final Path MODEL = Path.of("/models/net.dmvpn");

    @ParameterizedTest
    @ValueSource(strings = {
        "line 26",
        "line hubs.dmvpn:26 of HQ",
        "event",
        "event NHRP",
        "event NHRP received",
        "event NHRP \"Registration Request\" sent of Branch1 hits 3",
        "event any \"went away\"",
        "change Branch1.nhrp[10.255.0.2].nbma tell \"now {Branch1.nhrp[10.255.0.2].nbma}\"",
        "change event.message == \"Registration Request received\" of HQ",
        "event any \"disabled\"",
        "time 12500ms disabled",
        "expectation",
        "event NHRP \"Purge Request\" received of HQ hits 2 tell \"a when b\" disabled when HQ.nhrp.count > 2 and time < 30s"})
    void aBreakpointIsReadAsItIsWritten(String text) throws RequestException {
        assertThat(BreakpointText.of(BreakpointText.parse(text, MODEL), MODEL)).isEqualTo(text);
    }

    @Test
    void linesWithoutAFileAreOfTheModelAndOthersBesideIt() throws RequestException {
        assertThat(BreakpointText.parse("line 3", MODEL).trigger()).isEqualTo(new Trigger.Line(MODEL, 3));
        assertThat(BreakpointText.parse("line hubs.dmvpn:3", MODEL).trigger())
                .isEqualTo(new Trigger.Line(Path.of("/models/hubs.dmvpn"), 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | A breakpoint is one of: line [FILE:]N",
        "lines 3 | 'lines' is no kind of breakpoint; there are line [FILE:]N",
        "line | Behind 'line' stands one word, as in: line [FILE:]N",
        "line x | 'x' is not the number of a line",
        "line 0 | '0' is not the number of a line",
        "change | Behind 'change' something is missing",
        "time soon | 'soon' is no duration",
        "line 3 hits none | 'none' is not the number of a hit",
        "line 3 of | 'of' cannot stand here",
        "event NHRP \"Registration | A text has no end",
        "expectation NHRP | Behind 'expectation' stands no 'NHRP'",
    })
    void whatIsNoneSaysWhatIs(String text, String message) {
        assertThatThrownBy(() -> BreakpointText.parse(text, MODEL)).isInstanceOf(RequestException.class)
                .hasMessageStartingWith(message);
    }
}
