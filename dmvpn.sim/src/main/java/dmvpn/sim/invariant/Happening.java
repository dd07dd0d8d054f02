package dmvpn.sim.invariant;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as it is reported.
 *
 * @param network the network as it is now
 * @param node index of the router or host
 * @param timeNanos instant since the start of the run
 * @param event what happened
 */
public record Happening(LiveNetwork network, int node, long timeNanos, TraceEvent event) {

    boolean is(String protocol, String message) {
        return event.protocol().equals(protocol) && event.message().equals(message);
    }

    boolean isPowerOn() {
        return is("Device", "power on");
    }

    boolean isPowerOff() {
        return is("Device", "power off");
    }

    /** The fields of the event by name, as text; absent ones are missing. */
    Map<String, String> fields() {
        Texts texts = new Texts(new LinkedHashMap<>());
        event.describe(texts);
        return texts.values;
    }

    /** Several fields as one key. */
    String key(String... names) {
        Map<String, String> fields = fields();
        StringBuilder key = new StringBuilder();
        for (String name : names) {
            key.append(key.isEmpty() ? "" : " ").append(fields.getOrDefault(name, "-"));
        }
        return key.toString();
    }

    private record Texts(Map<String, String> values) implements FieldWriter {

        @Override
        public void number(String name, long value) {
            values.put(name, Long.toString(value));
        }

        @Override
        public void hex(String name, long value) {
            values.put(name, Long.toHexString(value));
        }

        @Override
        public void flag(String name, boolean value) {
            values.put(name, Boolean.toString(value));
        }

        @Override
        public void duration(String name, long nanos) {
            values.put(name, Long.toString(nanos));
        }

        @Override
        public void address(String name, IpAddress value) {
            text(name, value == null ? null : value.toString());
        }

        @Override
        public void prefix(String name, IpPrefix value) {
            text(name, value == null ? null : value.toString());
        }

        @Override
        public void text(String name, String value) {
            if (value != null) {
                values.put(name, value);
            }
        }
    }
}
