package dmvpn.network.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListsTest {

    private final List<Integer> made = new ArrayList<>();
    private final ListOnDemand<String> squares = new ListOnDemand<>(5, index -> {
        made.add(index);
        return "square " + index * index;
    });

    @Test
    void anElementIsMadeWhenItIsAskedForAndThenKept() {
        String third = squares.get(3);

        assertThat(third).isEqualTo("square 9").isSameAs(squares.get(3));
        assertThat(made).containsExactly(3);
    }

    @Test
    void theSizeAndAJoinedListMakeNothing() {
        JoinedList<String> joined = JoinedList.of(List.of(List.of("a"), squares, List.of("b", "c")));

        assertThat(joined).hasSize(8);
        assertThat(made).isEmpty();
        assertThat(joined.get(2)).isEqualTo("square 1");
        assertThat(made).containsExactly(1);
    }

    @Test
    void severalThreadsGetTheSameElement() {
        Set<Object> seen = ConcurrentHashMap.newKeySet();
        ListOnDemand<Object> objects = new ListOnDemand<>(1, index -> new Object());

        IntStream.range(0, 1_000).parallel().forEach(time -> seen.add(objects.get(0)));

        assertThat(seen).hasSize(1);
    }

    @Test
    void joinedListsFollowEachOther() {
        List<String> changing = new ArrayList<>(List.of("a", "b"));
        JoinedList<String> joined = JoinedList.of(List.of(List.of(), changing, new ListOnDemand<>(0, index -> "never"), squares,
                List.of("z"), new ListOnDemand<String>(0, index -> "never")));
        changing.clear();

        assertThat(joined).containsExactly("a", "b", "square 0", "square 1", "square 4", "square 9", "square 16", "z");
        assertThatThrownBy(() -> joined.get(8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> joined.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> joined.add("more")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anImmutableListStaysAndAnyOtherIsCopied() {
        List<String> changing = new ArrayList<>(List.of("a"));

        assertThat(JoinedList.immutable(squares)).isSameAs(squares);
        assertThat(JoinedList.immutable(changing)).isNotSameAs(changing).containsExactly("a");
    }
}
