package dmvpn.sim.trace.json;

import dmvpn.network.origin.Origin;
import dmvpn.sim.trace.FieldValue;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.RecordedField;
import dmvpn.sim.trace.TimeText;

/**
 * Recorded events as JSON, one object a line. Numbers and truth values are JSON's own; durations are numbers of
 * nanoseconds under the field's name with {@code Nanos} behind it; all else is text.
 */
public final class JsonLines {

    private JsonLines() {
    }

    /** The object of an event, without a line end. */
    public static String format(RecordedEvent event) {
        StringBuilder line = new StringBuilder(256);
        JsonWriter json = new JsonWriter(line).beginObject();
        json.name("index").value(event.index());
        json.name("timeNanos").value(event.timeNanos());
        json.name("time").value(TimeText.instant(event.timeNanos()));
        json.name("router").value(event.nodeName());
        json.name("protocol").value(event.protocol());
        json.name("message").value(event.message());
        if (event.keepAlive()) {
            json.name("keepAlive").value(true);
        }
        json.name("fields").beginObject();
        event.fields().forEach(field -> write(json, field));
        json.endObject();
        json.name("reason").value(event.reason());
        if (event.causeIndex() != RecordedEvent.NO_CAUSE) {
            json.name("cause").value(event.causeIndex());
        }
        if (event.origin().isKnown()) {
            write(json, event.origin());
        }
        json.endObject();
        return line.toString();
    }

    private static void write(JsonWriter json, RecordedField field) {
        switch (field.value()) {
            case FieldValue.Number number -> json.name(field.name()).value(number.value());
            case FieldValue.Flag flag -> json.name(field.name()).value(flag.value());
            case FieldValue.Duration duration -> json.name(field.name() + "Nanos").value(duration.nanos());
            case FieldValue.Absent absent -> json.name(field.name()).nullValue();
            case FieldValue.Hex hex -> json.name(field.name()).value(hex.text());
            case FieldValue.Address address -> json.name(field.name()).value(address.text());
            case FieldValue.Prefix prefix -> json.name(field.name()).value(prefix.text());
            case FieldValue.Text text -> json.name(field.name()).value(text.text());
        }
    }

    private static void write(JsonWriter json, Origin origin) {
        json.name("origin").beginObject();
        json.name("file").value(origin.file());
        json.name("line").value(origin.line());
        json.name("column").value(origin.column());
        json.name("element").value(origin.element());
        json.endObject();
    }
}
