package dmvpn.network.lists;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Immutable lists one behind the other, without a copy of their elements.
 *
 * @param <T> what is in the lists
 */
public final class JoinedList<T> extends AbstractList<T> implements RandomAccess {

    private final List<List<T>> parts;
    /** Where each part begins; behind them the size of all. */
    private final int[] starts;

    private JoinedList(List<List<T>> parts) {
        this.parts = parts;
        this.starts = new int[parts.size() + 1];
        for (int index = 0; index < parts.size(); index++) {
            starts[index + 1] = starts[index] + parts.get(index).size();
        }
    }

    /**
     * Joins lists. Those that make their elements on demand stay as they are, of others a copy is kept; neighbours of the
     * latter kind become one.
     */
    public static <T> JoinedList<T> of(List<? extends List<T>> lists) {
        List<List<T>> parts = new ArrayList<>();
        List<T> copied = new ArrayList<>();
        for (List<T> list : lists) {
            if (isImmutable(list)) {
                addCopy(copied, parts);
                parts.add(list);
            } else {
                copied.addAll(list);
            }
        }
        addCopy(copied, parts);
        return new JoinedList<>(List.copyOf(parts));
    }

    private static <T> void addCopy(List<T> copied, List<List<T>> parts) {
        if (!copied.isEmpty()) {
            parts.add(List.copyOf(copied));
            copied.clear();
        }
    }

    /** The list itself when it is one of this package, else a copy that never changes. */
    public static <T> List<T> immutable(List<T> list) {
        return isImmutable(list) ? list : List.copyOf(list);
    }

    private static boolean isImmutable(List<?> list) {
        return list instanceof JoinedList || list instanceof ListOnDemand;
    }

    @Override
    public T get(int index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(starts, index);
        // A part without elements begins where the next one does, which the search may find first.
        int part = found < 0 ? -found - 2 : found;
        while (starts[part + 1] == index) {
            part++;
        }
        return parts.get(part).get(index - starts[part]);
    }

    @Override
    public int size() {
        return starts[parts.size()];
    }
}
