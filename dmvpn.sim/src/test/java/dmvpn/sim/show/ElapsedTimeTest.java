package dmvpn.sim.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTimeTest {

    /** Forms seen in outputs of IOS-XE: 00:07:52, 6d12h, 3w5d. */
    @ParameterizedTest
    @CsvSource({"PT0S,00:00:00", "PT7M52.999S,00:07:52", "PT23H59M59S,23:59:59", "PT24H,1d00h", "PT156H,6d12h",
        "P26D,3w5d", "P364D,1y0w", "PT-1S,00:00:00"})
    void isPrintedAsIosPrintsIt(Duration span, String text) {
        assertThat(ElapsedTime.format(span.toNanos())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT9M58S,00:09:58", "PT168H,168:00:00"})
    void aClockCountsHoursOn(Duration span, String text) {
        assertThat(ElapsedTime.clock(span.toNanos())).isEqualTo(text);
    }
}
