package dmvpn.sim.trace;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.EventKernel;
import dmvpn.sim.kernel.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Records random events of random shapes through a kernel, and keeps what a reader must find. */
final class RandomRun {

    /** The protocols of keep-alives end so. */
    static final String KEEP_ALIVE = "~";

    static final List<String> NODES = List.of("Hub1", "Branch1", "Branch2", "Branch3", "PC1");

    /** An event made of a list of fields. */
    record AnyEvent(String protocol, String message, String reason, List<RecordedField> fields) implements TraceEvent {
        @Override
        public boolean isKeepAlive() {
            return protocol.endsWith(KEEP_ALIVE);
        }

        @Override
        public void describe(FieldWriter writer) {
            for (RecordedField field : fields) {
                describe(writer, field.name(), field.value());
            }
        }

        private static void describe(FieldWriter writer, String name, FieldValue value) {
            switch (value) {
                case FieldValue.Number number -> writer.number(name, number.value());
                case FieldValue.Hex hex -> writer.hex(name, hex.value());
                case FieldValue.Flag flag -> writer.flag(name, flag.value());
                case FieldValue.Duration duration -> writer.duration(name, duration.nanos());
                case FieldValue.Address address -> writer.address(name, address.value());
                case FieldValue.Prefix prefix -> writer.prefix(name, prefix.value());
                case FieldValue.Text text -> writer.text(name, text.text());
                case FieldValue.Absent absent -> {
                    if (name.startsWith("address")) {
                        writer.address(name, null);
                    } else if (name.startsWith("prefix")) {
                        writer.prefix(name, null);
                    } else {
                        writer.text(name, null);
                    }
                }
            }
        }
    }

    private final RandomGenerator random;
    private final EventKernel kernel = new EventKernel();
    private final BinaryTraceRecorder recorder;
    private final UnaryOperator<Origin> origins;
    private final UnaryOperator<AnyEvent> mutation;
    private final List<RecordedEvent> expected = new ArrayList<>();
    private final int events;

    RandomRun(long seed, int events) {
        this(seed, events, origin -> origin, event -> event);
    }

    /** Recorded into a file, whose last block is written by {@link #close}. */
    RandomRun(long seed, int events, TraceFile file) {
        this(seed, events, origin -> origin, event -> event, Optional.of(file));
    }

    /**
     * @param origins replaces each origin
     * @param mutation replaces each event
     */
    RandomRun(long seed, int events, UnaryOperator<Origin> origins, UnaryOperator<AnyEvent> mutation) {
        this(seed, events, origins, mutation, Optional.empty());
    }

    private RandomRun(long seed, int events, UnaryOperator<Origin> origins, UnaryOperator<AnyEvent> mutation,
            Optional<TraceFile> file) {
        this.recorder = file.map(taker -> new BinaryTraceRecorder(kernel, kernel.causality(), NODES, taker))
                .orElseGet(() -> new BinaryTraceRecorder(kernel, kernel.causality(), NODES));
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.events = events;
        this.origins = origins;
        this.mutation = mutation;
        kernel.schedule(0, Order.TIMER, this::call, 0, null);
        while (kernel.step()) {
            // runs until the handler schedules no more
        }
    }

    /** No more events come. */
    void close() {
        recorder.close();
    }

    BinaryTrace trace() {
        return recorder.trace();
    }

    List<RecordedEvent> expected() {
        return expected;
    }

    private void call(int kind, Object payload) {
        for (int count = random.nextInt(4); count > 0; count--) {
            record();
        }
        if (expected.size() < events) {
            kernel.after(random.nextBoolean() ? 0 : random.nextLong(1L << random.nextInt(1, 40)), this::call, 0, null);
            if (random.nextInt(10) == 0) {
                kernel.after(random.nextLong(1_000_000_000), this::call, 0, null);
            }
        }
    }

    private void record() {
        int node = random.nextInt(NODES.size());
        int schema = random.nextInt(40);
        List<RecordedField> fields = new ArrayList<>();
        for (int field = 0; field < schema % 11; field++) {
            fields.add(field(schema * 31 + field * 7, field));
        }
        if (random.nextInt(20) == 0) {
            fields.add(new RecordedField("extra", new FieldValue.Number(random.nextLong())));
        }
        String reason = random.nextInt(3) == 0 ? "reason " + random.nextInt(5) : "";
        AnyEvent event = mutation.apply(new AnyEvent("P" + schema % 4 + (random.nextInt(3) == 0 ? KEEP_ALIVE : ""), "message " + schema, reason, fields));
        Origin origin = origins.apply(Origin.of("model.dmvpn", 1 + random.nextInt(20), 1, 0, 1, "node " + node));
        expected.add(new RecordedEvent(expected.size(), kernel.nowNanos(), node, NODES.get(node), event.protocol(),
                event.message(), event.isKeepAlive(), event.fields(), event.reason(), kernel.causality().cause(), origin));
        recorder.record(node, event, origin);
    }

    private RecordedField field(int shape, int place) {
        boolean absent = random.nextInt(8) == 0;
        return switch (shape % 7) {
            case 0 -> new RecordedField("number" + place, new FieldValue.Number(number()));
            case 1 -> new RecordedField("hex" + place, new FieldValue.Hex(number()));
            case 2 -> new RecordedField("flag" + place, new FieldValue.Flag(random.nextBoolean()));
            case 3 -> new RecordedField("duration" + place, new FieldValue.Duration(number()));
            case 4 -> new RecordedField("address" + place, absent ? new FieldValue.Absent() : new FieldValue.Address(address()));
            case 5 -> new RecordedField("prefix" + place, absent ? new FieldValue.Absent()
                    : new FieldValue.Prefix(IpPrefix.containing(address(), random.nextInt(33))));
            default -> new RecordedField("text" + place, absent ? new FieldValue.Absent()
                    : new FieldValue.Text("text " + random.nextInt(50)));
        };
    }

    private long number() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(100);
            case 2 -> random.nextLong();
            default -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
        };
    }

    private IpAddress address() {
        return random.nextBoolean() ? new Ipv4Address(0x0a000000 + random.nextInt(200))
                : new Ipv6Address(0x20010db8L << 32, random.nextInt(200));
    }
}
