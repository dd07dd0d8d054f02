package dmvpn.network.rules.membership;

import java.util.function.Supplier;

/** A handful of values that are computed at the first question. A short row is faster than a table. */
final class Derived {

    private static final int ROOM = 4;

    private Object[] entries = {};
    private int used;

    @SuppressWarnings("unchecked")
    <T> T get(Class<?> key, Supplier<T> compute) {
        for (int index = 0; index < used; index += 2) {
            if (entries[index] == key) {
                return (T) entries[index + 1];
            }
        }
        T value = compute.get();
        if (used == entries.length) {
            entries = java.util.Arrays.copyOf(entries, used + 2 * ROOM);
        }
        entries[used++] = key;
        entries[used++] = value;
        return value;
    }
}
