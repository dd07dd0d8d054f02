package dmvpn.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineFormatterTest {

    private final TimelineFormatter formatter = new TimelineFormatter(List.of("Hub1", "Branch1"));

    private static RecordedEvent event(long timeNanos, String reason, RecordedField... fields) {
        return new RecordedEvent(0, timeNanos, 0, "Hub1", "NHRP", "Registration Request received", false,
                List.of(fields), reason,
                RecordedEvent.NO_CAUSE, Origin.NONE);
    }

    @Test
    void aLineHasTimeRouterProtocolMessageFieldsAndReason() {
        assertThat(formatter.format(event(1_010_000_000, "first of this client",
                new RecordedField("client", new FieldValue.Address(IpAddress.parse("10.0.0.11"))),
                new RecordedField("holdingTime", new FieldValue.Duration(600_000_000_000L)),
                new RecordedField("unique", new FieldValue.Flag(true)),
                new RecordedField("spi", new FieldValue.Hex(0xc0ffee)))))
                .isEqualTo("    1.010  Hub1     NHRP       Registration Request received  client=10.0.0.11"
                        + "  holdingTime=600s  unique=true  spi=0xc0ffee  (first of this client)");
    }

    @Test
    void absentValuesAndEmptyTextsAreLeftOutAndTextsWithBlanksQuoted() {
        assertThat(formatter.format(event(0, "",
                new RecordedField("nextHop", new FieldValue.Absent()),
                new RecordedField("flags", new FieldValue.Text("")),
                new RecordedField("state", new FieldValue.Text("not up")))))
                .endsWith("Registration Request received  state=\"not up\"");
    }

    @Test
    void nanosecondsShowOnlyWhenTheyMatter() {
        assertThat(TimeText.instant(100_080_000_000L)).isEqualTo("100.080");
        assertThat(TimeText.instant(1_000_250_000L)).isEqualTo("1.000250000");
        assertThat(TimeText.instant(7)).isEqualTo("0.000000007");
    }

    @Test
    void durationsAreExactInTheLargestUnitThatFits() {
        assertThat(TimeText.duration(0)).isEqualTo("0s");
        assertThat(TimeText.duration(600_000_000_000L)).isEqualTo("600s");
        assertThat(TimeText.duration(1_500_000_000L)).isEqualTo("1500ms");
        assertThat(TimeText.duration(20_000)).isEqualTo("20us");
        assertThat(TimeText.duration(1_000_000_007L)).isEqualTo("1000000007ns");
    }
}
