package dmvpn.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.testing.ReferenceNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trace in a file says what the same trace in memory says, while it grows and when another process reads it. */
class TraceFileTest {

    private static final int EVENTS = 12_000;

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("run.dmvpntrace");
    }

    private RandomRun recorded(long seed, boolean finished) throws IOException {
        TraceFile file = TraceFile.create(path());
        RandomRun run = new RandomRun(seed, EVENTS, file);
        if (finished) {
            run.close();
            file.finish();
        }
        return run;
    }

    private static List<RecordedEvent> all(BinaryTrace trace) {
        List<RecordedEvent> read = new ArrayList<>();
        trace.forEach(read::add);
        return read;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anotherProcessReadsEveryEventAsItWasRecorded(long seed) throws Exception {
        RandomRun run = recorded(seed, true);

        try (BinaryTrace read = BinaryTrace.open(path())) {
            assertThat(read.isComplete()).isTrue();
            assertThat(read.nodeNames()).isEqualTo(RandomRun.NODES);
            assertThat(all(read)).as("seed %d", seed).isEqualTo(run.expected()).hasSizeGreaterThanOrEqualTo(EVENTS);
            assertThat(all(read)).extracting(event -> event.origin().line() + event.origin().element())
                    .isEqualTo(run.expected().stream().map(event -> event.origin().line() + event.origin().element()).toList());
            assertThat(read.hash()).isEqualTo(new RandomRun(seed, EVENTS).trace().hash());
            assertThat(read.eventsOf(2)).isEqualTo(run.trace().eventsOf(2));
        }
    }

    @Test
    void theRunItselfReadsWhatIsInTheFileAlready() throws IOException {
        RandomRun run = recorded(4, false);

        assertThat(all(run.trace())).isEqualTo(run.expected());
        assertThat(run.trace().hash()).isEqualTo(new RandomRun(4, EVENTS).trace().hash());
    }

    @Test
    void anyEventIsFoundByItsIndexThoughFewBlocksAreInMemory() throws Exception {
        RandomRun run = recorded(5, true);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        try (BinaryTrace read = BinaryTrace.open(path())) {
            TraceCursor cursor = read.cursor();
            for (int trial = 0; trial < 2_000; trial++) {
                int index = random.nextInt(run.expected().size());
                cursor.seek(index);
                assertThat(cursor.event()).as("event %d", index).isEqualTo(run.expected().get(index));
            }
        }
    }

    /** Killed: the block that was being filled is lost, and nothing else. */
    @Test
    void aRunThatWasKilledLeavesABeginningThatCanBeRead() throws Exception {
        RandomRun run = recorded(6, false);

        try (BinaryTrace read = BinaryTrace.open(path())) {
            assertThat(read.isComplete()).isFalse();
            assertThat(read.size()).isBetween(EVENTS / 2, run.expected().size() - 1);
            assertThat(all(read)).isEqualTo(run.expected().subList(0, read.size()));
        }
    }

    @ParameterizedTest(name = "{0} per mille")
    @ValueSource(ints = {50, 200, 333, 500, 750, 999})
    void aFileThatIsCutAnywhereIsReadUpToThere(int perMille) throws Exception {
        RandomRun run = recorded(7, true);
        byte[] whole = Files.readAllBytes(path());
        Files.write(path(), Arrays.copyOf(whole, (int) ((long) whole.length * perMille / 1000)));

        try (BinaryTrace read = BinaryTrace.open(path())) {
            assertThat(read.isComplete()).isFalse();
            assertThat(all(read)).isEqualTo(run.expected().subList(0, read.size()));
        }
    }

    /** A byte that changed on the disk ends what can be trusted. */
    @Test
    void aDamagedBlockEndsTheTrace() throws Exception {
        RandomRun run = recorded(8, true);
        byte[] bytes = Files.readAllBytes(path());
        bytes[bytes.length / 2] ^= 1;
        Files.write(path(), bytes);

        try (BinaryTrace read = BinaryTrace.open(path())) {
            assertThat(read.isComplete()).isFalse();
            assertThat(read.size()).isLessThan(run.expected().size());
            assertThat(all(read)).isEqualTo(run.expected().subList(0, read.size()));
        }
    }

    private void refused(String message) {
        assertThatThrownBy(() -> BinaryTrace.open(path()).close()).isInstanceOf(TraceFileException.class)
                .hasMessageContaining(path().toString()).hasMessageContaining(message);
    }

    @Test
    void whatIsNoTraceIsRefused() throws IOException {
        refused("There is no file");
        Files.writeString(path(), "hub HQ { }  // a model", StandardCharsets.UTF_8);
        refused("is no trace of a run: dmvpn simulate --trace writes one");
        Files.write(path(), new byte[0]);
        refused("is no trace of a run");
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        recorded(9, true);
        byte[] bytes = Files.readAllBytes(path());
        ByteBuffer.wrap(bytes).putInt(TraceFileFormat.MAGIC.length, 2);
        Files.write(path(), bytes);

        refused("is a trace of format version 2, and this reads version 1");
    }

    @Test
    void aFileThatEndsBeforeItsFirstEventIsRefused() throws IOException {
        recorded(10, true);
        Files.write(path(), Arrays.copyOf(Files.readAllBytes(path()), 22));

        refused("ends or is damaged before its first event");
    }

    private Simulation simulated(TraceFile file) {
        Simulation simulation = Simulation.create(new ReferenceNetwork().spokes(20).duration(60).build(),
                SimulationOptions.DEFAULT.withTraceFile(file));
        simulation.run();
        simulation.closeTrace();
        return simulation;
    }

    @Test
    void aRunHasTheSameHashWithItsTraceInAFile() throws Exception {
        Simulation inMemory = Simulation.create(new ReferenceNetwork().spokes(20).duration(60).build(), SimulationOptions.DEFAULT);
        inMemory.run();
        try (TraceFile file = TraceFile.create(path())) {
            assertThat(simulated(file).traceHash()).isEqualTo(inMemory.traceHash());
            assertThat(file.sizeInBytes()).isEqualTo(Files.size(path()));
        }
        try (BinaryTrace read = BinaryTrace.open(path())) {
            assertThat(read.hash()).isEqualTo(inMemory.traceHash());
            assertThat(read.isComplete()).isTrue();
        }
    }

    /** What a file may cost, tables included. */
    @Test
    void anEventTakesNoMoreThanFortyBytesOfTheFile() throws IOException {
        try (TraceFile file = TraceFile.create(path())) {
            Simulation simulation = simulated(file);
            assertThat(file.sizeInBytes() / (double) simulation.trace().size()).isLessThan(40);
        }
    }

    /** The memory of a trace in a file does not grow with its blocks. */
    @Test
    void filledBlocksAreNotKeptInMemory() throws IOException {
        RandomRun inFile = recorded(11, true);

        assertThat(inFile.trace().sizeInBytes()).isLessThan(new RandomRun(11, EVENTS).trace().sizeInBytes() / 4);
    }

    @Test
    void aFileThatCannotBeMadeIsAnError() {
        assertThatThrownBy(() -> TraceFile.create(folder.resolve("no such folder").resolve("run"))).isInstanceOf(IOException.class);
    }
}
