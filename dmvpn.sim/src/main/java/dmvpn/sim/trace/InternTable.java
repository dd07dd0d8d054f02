package dmvpn.sim.trace;

import java.util.Arrays;

/**
 * Numbers for objects in the order of their first use, from 1; null is 0. Written by the recorder's thread, read by any
 * thread for numbers that it got after the recorder published them.
 *
 * @param <T> type of the objects
 */
final class InternTable<T> {

    private static final int INITIAL_CAPACITY = 64;

    private final Sameness<T> sameness;
    private int[] numberByHash = new int[2 * INITIAL_CAPACITY];
    private volatile Object[] published = new Object[INITIAL_CAPACITY];
    private Object[] objects = published;
    private int[] hashes = new int[INITIAL_CAPACITY];
    private int count;

    /**
     * Which objects are one entry. The numbers follow the order of use, never the hash.
     *
     * @param <T> type of the objects
     */
    interface Sameness<T> {

        /** The same for objects that are the same. */
        int hash(T object);

        /** True when two different objects are the same. */
        boolean same(T one, T other);
    }

    /** Objects that are equal are the same. */
    InternTable() {
        this(new Sameness<>() {
            @Override
            public int hash(T object) {
                return object.hashCode();
            }

            @Override
            public boolean same(T one, T other) {
                return one.equals(other);
            }
        });
    }

    /** @param sameness tells which objects are the same */
    InternTable(Sameness<T> sameness) {
        this.sameness = sameness;
    }

    /** The number of an object, a new one at its first use. */
    @SuppressWarnings("unchecked")
    int number(T object) {
        if (object == null) {
            return 0;
        }
        int mask = numberByHash.length - 1;
        int hash = spread(object);
        int place = hash & mask;
        int number = numberByHash[place];
        while (number != 0) {
            Object candidate = objects[number - 1];
            if (candidate == object || hashes[number - 1] == hash && sameness.same((T) candidate, object)) {
                return number;
            }
            place = place + 1 & mask;
            number = numberByHash[place];
        }
        return add(object, hash, place);
    }

    /** The object of a number; null for 0. */
    @SuppressWarnings("unchecked")
    T object(int number) {
        return number == 0 ? null : (T) published[number - 1];
    }

    int size() {
        return count;
    }

    /** Gives the next number to an object that somebody else has numbered, whatever it is the same as. */
    void append(T object) {
        int mask = numberByHash.length - 1;
        int hash = spread(object);
        int place = hash & mask;
        while (numberByHash[place] != 0) {
            place = place + 1 & mask;
        }
        add(object, hash, place);
    }

    private int add(T object, int hash, int place) {
        if (count == objects.length) {
            objects = Arrays.copyOf(objects, 2 * count);
            published = objects;
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count] = hash;
        objects[count++] = object;
        numberByHash[place] = count;
        if (4 * count > 2 * numberByHash.length) {
            rehash();
        }
        return count;
    }

    private void rehash() {
        int[] larger = new int[2 * numberByHash.length];
        for (int number = 1; number <= count; number++) {
            int place = hashes[number - 1] & larger.length - 1;
            while (larger[place] != 0) {
                place = place + 1 & larger.length - 1;
            }
            larger[place] = number;
        }
        numberByHash = larger;
    }

    private int spread(T object) {
        int hash = sameness.hash(object) * 0x9e3779b9;
        return hash ^ hash >>> 15;
    }
}
