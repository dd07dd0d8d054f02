package dmvpn.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.EventKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryTraceTest {

    private static final int EVENTS = 12_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyEventIsReadAsItWasRecorded(long seed) {
        RandomRun run = new RandomRun(seed, EVENTS);

        List<RecordedEvent> read = new ArrayList<>();
        run.trace().forEach(read::add);

        assertThat(read).as("seed %d", seed).isEqualTo(run.expected()).hasSizeGreaterThanOrEqualTo(EVENTS);
        assertThat(read).as("seed %d", seed).extracting(event -> event.origin().line())
                .isEqualTo(run.expected().stream().map(event -> event.origin().line()).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {6, 7, 8})
    void anyEventIsFoundByItsIndex(long seed) {
        RandomRun run = new RandomRun(seed, EVENTS);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        TraceCursor cursor = run.trace().cursor();

        for (int trial = 0; trial < 2_000; trial++) {
            int index = random.nextInt(run.expected().size());
            cursor.seek(index);

            assertThat(cursor.event()).as("seed %d, event %d", seed, index).isEqualTo(run.expected().get(index));
            assertThat(cursor.timeNanos()).isEqualTo(run.expected().get(index).timeNanos());
        }
        assertThat(run.trace().event(0)).isEqualTo(run.expected().getFirst());
        assertThat(run.trace().event(run.trace().size() - 1)).isEqualTo(run.expected().getLast());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {9, 10})
    void theEventsOfARouterAreAllItsEventsInOrder(long seed) {
        RandomRun run = new RandomRun(seed, EVENTS);

        for (int node = 0; node < RandomRun.NODES.size(); node++) {
            int wanted = node;
            assertThat(run.trace().eventsOf(node)).as("seed %d, node %d", seed, node).isEqualTo(run.expected().stream()
                    .filter(event -> event.node() == wanted).mapToInt(RecordedEvent::index).toArray());
        }
    }

    @Test
    void equalRunsHaveEqualHashes() {
        assertThat(new RandomRun(1, EVENTS).trace().hash()).isEqualTo(new RandomRun(1, EVENTS).trace().hash())
                .hasSize(64).isNotEqualTo(new RandomRun(2, EVENTS).trace().hash());
    }

    @Test
    void theHashIsTheSameOnEveryMachine() {
        EventKernel kernel = new EventKernel();
        BinaryTraceRecorder recorder = new BinaryTraceRecorder(kernel, kernel.causality(), List.of("Hub1", "Branch1"));
        for (int number = 0; number < 2_000; number++) {
            kernel.runUntil(number * 1_000_003L);
            recorder.record(number % 2, new RandomRun.AnyEvent("NHRP", "message " + number % 3, "reason " + number % 5,
                    List.of(new RecordedField("number", new FieldValue.Number(number * 7919L)),
                            new RecordedField("address", new FieldValue.Address(new Ipv4Address(number))))), Origin.NONE);
        }

        // Recorded once: another value means that hashes of earlier releases can no longer be compared with new ones.
        assertThat(recorder.trace().hash()).isEqualTo("e3f4f0fae66a6836c21c0d4232b4f3195be5a37e60ebf7650140b933bdb61ff2");
    }

    @Test
    void theHashDoesNotDependOnOrigins() {
        RandomRun moved = new RandomRun(3, EVENTS, origin -> Origin.of("other.dmvpn", 999, 1, 0, 1, ""), event -> event);

        assertThat(moved.trace().hash()).isEqualTo(new RandomRun(3, EVENTS).trace().hash());
    }

    @ParameterizedTest(name = "field {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void theHashChangesWhenOneFieldOfOneEventDiffers(int place) {
        int[] left = {1};
        RandomRun changed = new RandomRun(4, EVENTS, origin -> origin, event -> {
            if (event.fields().size() > place && event.fields().get(place).isPresent() && left[0]-- == 1) {
                List<RecordedField> fields = new ArrayList<>(event.fields());
                fields.set(place, new RecordedField(fields.get(place).name(), other(fields.get(place).value())));
                return new RandomRun.AnyEvent(event.protocol(), event.message(), event.reason(), fields);
            }
            return event;
        });

        assertThat(changed.trace().hash()).isNotEqualTo(new RandomRun(4, EVENTS).trace().hash());
    }

    private static FieldValue other(FieldValue value) {
        return switch (value) {
            case FieldValue.Number number -> new FieldValue.Number(number.value() ^ 1);
            case FieldValue.Hex hex -> new FieldValue.Hex(hex.value() ^ 1);
            case FieldValue.Duration duration -> new FieldValue.Duration(duration.nanos() ^ 1);
            case FieldValue.Flag flag -> new FieldValue.Flag(!flag.value());
            case FieldValue.Address address -> new FieldValue.Address(address.value().plus(1));
            case FieldValue.Prefix prefix -> new FieldValue.Prefix(
                    IpPrefix.host(prefix.value().network().plus(1)));
            case FieldValue.Text text -> new FieldValue.Text(text.text() + " not");
            case FieldValue.Absent absent -> absent;
        };
    }

    @Test
    void theHashChangesWithTheReason() {
        RandomRun changed = new RandomRun(5, EVENTS, origin -> origin, event -> event.reason().equals("reason 1")
                ? new RandomRun.AnyEvent(event.protocol(), event.message(), "reason one", event.fields()) : event);

        assertThat(changed.trace().hash()).isNotEqualTo(new RandomRun(5, EVENTS).trace().hash());
    }

    @Test
    void keepAlivesAreFoundWithoutMakingTheEvent() {
        RandomRun run = new RandomRun(6, EVENTS);
        TraceCursor cursor = run.trace().cursor();

        List<Boolean> read = new ArrayList<>();
        while (cursor.next()) {
            read.add(cursor.isKeepAlive());
        }

        assertThat(read).isEqualTo(run.expected().stream().map(RecordedEvent::keepAlive).toList()).contains(true, false);
    }

    private record Greeting(boolean isKeepAlive) implements TraceEvent {
        @Override
        public String protocol() {
            return "EIGRP";
        }

        @Override
        public String message() {
            return "Hello sent";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.number("holdTime", 15);
        }
    }

    @Test
    void aMessageIsAKeepAliveInOneEventAndNoneInAnother() {
        EventKernel kernel = new EventKernel();
        BinaryTraceRecorder recorder = new BinaryTraceRecorder(kernel, kernel.causality(), List.of("Hub1"));
        for (boolean keepAlive : new boolean[] {true, false, true, true, false}) {
            recorder.record(0, new Greeting(keepAlive), Origin.NONE);
        }

        assertThat(recorder.trace()).extracting(RecordedEvent::keepAlive).containsExactly(true, false, true, true, false);
    }

    @Test
    void aTraceCanBeReadWhileItGrows() {
        EventKernel kernel = new EventKernel();
        BinaryTraceRecorder recorder = new BinaryTraceRecorder(kernel, kernel.causality(), List.of("Hub1"));
        TraceCursor cursor = recorder.trace().cursor();

        for (int number = 0; number < 3 * Layout.FRAME_EVENTS; number++) {
            assertThat(cursor.next()).isFalse();
            recorder.record(0, new RandomRun.AnyEvent("P", "m", "", List.of(
                    new RecordedField("n", new FieldValue.Number(number)))), Origin.NONE);
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.event().field("n")).contains(new FieldValue.Number(number));
        }
    }

    @Test
    void anIndexBeyondTheTraceIsRefused() {
        BinaryTrace trace = new RandomRun(1, 10).trace();

        assertThatThrownBy(() -> trace.event(trace.size())).isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining(Integer.toString(trace.size()));
        assertThatThrownBy(() -> trace.event(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void anOrdinaryEventTakesFewBytes() {
        EventKernel kernel = new EventKernel();
        List<String> nodes = IntStream.rangeClosed(1, 1001).mapToObj(number -> "Router" + number).toList();
        BinaryTraceRecorder recorder = new BinaryTraceRecorder(kernel, kernel.causality(), nodes);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        int events = 200_000;
        for (int number = 0; number < events; number++) {
            kernel.runUntil(kernel.nowNanos() + random.nextInt(2_000_000));
            int node = random.nextInt(nodes.size());
            recorder.record(node, new RandomRun.AnyEvent("NHRP", "Registration Request " + number % 4, "", List.of(
                    new RecordedField("source", new FieldValue.Address(new Ipv4Address(node))),
                    new RecordedField("server", new FieldValue.Address(new Ipv4Address(-node))),
                    new RecordedField("requestId", new FieldValue.Number(number)),
                    new RecordedField("holdingTime", new FieldValue.Duration(600_000_000_000L)))), Origin.NONE);
        }

        assertThat(recorder.trace().sizeInBytes() / (double) events).isLessThan(24);
    }
}
