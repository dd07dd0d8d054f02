package dmvpn.sim.testing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;
import dmvpn.sim.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Keeps what was recorded as it came. */
public final class RecordedTrace implements TraceRecorder {

    /**
     * One recorded event.
     *
     * @param timeNanos when
     * @param node which router
     * @param event what
     */
    public record Entry(long timeNanos, int node, TraceEvent event) {
        /** Protocol and message, such as {@code NHRP: Registration Request sent}. */
        public String title() {
            return event.protocol() + ": " + event.message();
        }
    }

    private final LongSupplier clockNanos;
    private final List<Entry> entries = new ArrayList<>();

    /** @param clockNanos the instant that events are stamped with */
    public RecordedTrace(LongSupplier clockNanos) {
        this.clockNanos = clockNanos;
    }

    @Override
    public void record(int node, TraceEvent event, Origin origin) {
        entries.add(new Entry(clockNanos.getAsLong(), node, event));
    }

    @Override
    public boolean isRecording() {
        return true;
    }

    /** Everything so far. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Recorded events of a class. */
    public <T> List<T> events(Class<T> type) {
        return entries.stream().map(Entry::event).filter(type::isInstance).map(type::cast).toList();
    }

    /** Messages so far, without their protocol. */
    public List<String> messages() {
        return entries.stream().map(entry -> entry.event().message()).toList();
    }

    /** Forgets what was recorded. */
    public void clear() {
        entries.clear();
    }

    /** The fields of an event as {@code name=value}, in order. */
    public static List<String> fields(TraceEvent event) {
        List<String> fields = new ArrayList<>();
        event.describe(new FieldWriter() {
            @Override
            public void number(String name, long value) {
                fields.add(name + "=" + value);
            }

            @Override
            public void hex(String name, long value) {
                fields.add(name + "=0x" + Long.toHexString(value));
            }

            @Override
            public void flag(String name, boolean value) {
                fields.add(name + "=" + value);
            }

            @Override
            public void duration(String name, long nanos) {
                fields.add(name + "=" + nanos + "ns");
            }

            @Override
            public void address(String name, IpAddress value) {
                fields.add(name + "=" + value);
            }

            @Override
            public void prefix(String name, IpPrefix value) {
                fields.add(name + "=" + value);
            }

            @Override
            public void text(String name, String value) {
                fields.add(name + "=" + value);
            }
        });
        return fields;
    }
}
