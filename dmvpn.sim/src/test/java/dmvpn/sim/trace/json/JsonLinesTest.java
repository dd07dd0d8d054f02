package dmvpn.sim.trace.json;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.sim.trace.FieldValue;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.RecordedField;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    @Test
    void anEventIsOneObject() {
        RecordedEvent event = new RecordedEvent(3, 1_010_000_000, 0, "Hub1", "NHRP", "Registration Reply sent", false, List.of(
                new RecordedField("client", new FieldValue.Address(IpAddress.parse("10.0.0.11"))),
                new RecordedField("requestId", new FieldValue.Number(1)),
                new RecordedField("unique", new FieldValue.Flag(false)),
                new RecordedField("holdingTime", new FieldValue.Duration(7)),
                new RecordedField("next", new FieldValue.Absent())),
                "asked", 2, Origin.of("a.dmvpn", 4, 5, 0, 1, "hub Hub1"));

        assertThat(JsonLines.format(event)).isEqualTo("{\"index\":3,\"timeNanos\":1010000000,\"time\":\"1.010\","
                + "\"router\":\"Hub1\",\"protocol\":\"NHRP\",\"message\":\"Registration Reply sent\",\"fields\":{"
                + "\"client\":\"10.0.0.11\",\"requestId\":1,\"unique\":false,\"holdingTimeNanos\":7,\"next\":null},"
                + "\"reason\":\"asked\",\"cause\":2,"
                + "\"origin\":{\"file\":\"a.dmvpn\",\"line\":4,\"column\":5,\"element\":\"hub Hub1\"}}");
    }

    @Test
    void aKeepAliveSaysSo() {
        RecordedEvent event = new RecordedEvent(3, 5_000_000_000L, 0, "Hub1", "EIGRP", "Hello sent", true, List.of(),
                "hello interval", RecordedEvent.NO_CAUSE, Origin.NONE);

        assertThat(JsonLines.format(event)).isEqualTo("{\"index\":3,\"timeNanos\":5000000000,\"time\":\"5.000\","
                + "\"router\":\"Hub1\",\"protocol\":\"EIGRP\",\"message\":\"Hello sent\",\"keepAlive\":true,"
                + "\"fields\":{},\"reason\":\"hello interval\"}");
    }

    @Test
    void whatJsonForbidsIsEscaped() {
        StringBuilder out = new StringBuilder();

        new JsonWriter(out).beginArray().value("\"\\\n\r\t\u0001\u007f\u2028\ud800x\ud83d\ude00").nullValue()
                .beginObject().endObject().value(-5).endArray();

        assertThat(out).hasToString("[\"\\\"\\\\\\n\\r\\t\\u0001\\u007f\\u2028\\ud800x\ud83d\ude00\",null,{},-5]");
    }
}
