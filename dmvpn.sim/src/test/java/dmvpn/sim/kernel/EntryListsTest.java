package dmvpn.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryListsTest {

    private static final int LISTS = 5;

    private record Entry(long time, long key) {
    }

    private final EntryLists lists = new EntryLists(LISTS);

    @Test
    void aListBeginsAChunkWithItsFirstEntryAndWithEachThatFindsItFull() {
        List<Boolean> begins = IntStream.range(0, 2 * EntryLists.CHUNK_ENTRIES + 1).mapToObj(entry -> lists.add(1, entry, entry)).toList();

        assertThat(IntStream.range(0, begins.size()).filter(begins::get))
                .containsExactly(0, EntryLists.CHUNK_ENTRIES, 2 * EntryLists.CHUNK_ENTRIES);
    }

    @Test
    void aListIsOneChunkUntilThatIsFull() {
        lists.add(0, 1, 1);
        for (int entry = 0; entry < EntryLists.CHUNK_ENTRIES; entry++) {
            lists.add(1, entry, entry);
        }
        assertThat(lists.isOneChunk(1)).isTrue();

        lists.add(1, 99, 99);
        assertThat(lists.isOneChunk(1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsDoneListsHoldWhatListsOfTheLibraryHold(long seed) {
        Random random = new Random(seed);
        List<List<Entry>> expected = Stream.generate(() -> (List<Entry>) new ArrayList<Entry>()).limit(LISTS).toList();
        for (int operation = 0; operation < 20_000; operation++) {
            int list = random.nextInt(LISTS);
            change(list, expected.get(list), random);
            assertThat(entries(list)).as("seed %d, operation %d", seed, operation).isEqualTo(expected.get(list));
        }
        lists.clear();
        assertThat(IntStream.range(0, LISTS)).allMatch(lists::isEmpty);
    }

    private void change(int list, List<Entry> expected, Random random) {
        switch (random.nextInt(100)) {
            case 0 -> {
                if (!lists.isEmpty(list)) {
                    lists.clear(list);
                    expected.clear();
                }
            }
            case 1 -> {
                if (!lists.isEmpty(list)) {
                    long rest = random.nextInt(3);
                    int dropped = lists.retain(list, key -> key % 3 == rest);
                    assertThat(expected.stream().filter(entry -> entry.key % 3 != rest)).hasSize(dropped);
                    expected.removeIf(entry -> entry.key % 3 != rest);
                }
            }
            default -> {
                Entry entry = new Entry(random.nextLong(), random.nextLong(Long.MAX_VALUE));
                lists.add(list, entry.time, entry.key);
                expected.add(entry);
            }
        }
    }

    private List<Entry> entries(int list) {
        List<Entry> found = new ArrayList<>();
        for (int place = lists.first(list); place != EntryLists.NONE; place = lists.after(place, lists.end(list))) {
            found.add(new Entry(lists.time(place), lists.key(place)));
        }
        return found;
    }
}
