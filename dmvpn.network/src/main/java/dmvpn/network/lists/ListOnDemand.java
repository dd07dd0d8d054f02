package dmvpn.network.lists;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * An immutable list whose elements are made when somebody first asks for them, and then kept. Safe for use by several
 * threads when the maker is.
 *
 * @param <T> what is in the list
 */
public final class ListOnDemand<T> extends AbstractList<T> implements RandomAccess {

    private final AtomicReferenceArray<T> made;
    private final IntFunction<T> maker;

    /**
     * @param size number of elements
     * @param maker makes the element at an index; asked again for the same index it makes an equal one
     */
    public ListOnDemand(int size, IntFunction<T> maker) {
        this.made = new AtomicReferenceArray<>(size);
        this.maker = maker;
    }

    @Override
    public T get(int index) {
        T known = made.get(index);
        if (known != null) {
            return known;
        }
        T element = maker.apply(index);
        return made.compareAndSet(index, null, element) ? element : made.get(index);
    }

    @Override
    public int size() {
        return made.length();
    }
}
