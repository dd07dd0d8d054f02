package dmvpn.sim.snapshot;

import java.util.Arrays;

/** Numbers for objects in the order in which they are met, from 1; 0 is null. Objects are told apart by identity. */
final class ObjectNumbers {

    private Object[] objects = new Object[256];
    private Object[] keys = new Object[512];
    private int[] numbers = new int[512];
    private int count = 1;

    /** Number of the objects, null included. */
    int count() {
        return count;
    }

    Object object(int number) {
        return objects[number];
    }

    /** The number of an object that is known, or -1. */
    int find(Object object) {
        if (object == null) {
            return 0;
        }
        int mask = keys.length - 1;
        for (int place = place(object, mask);; place = place + 1 & mask) {
            Object key = keys[place];
            if (key == object) {
                return numbers[place];
            } else if (key == null) {
                return -1;
            }
        }
    }

    /** Gives an object that is not known the next number. */
    int add(Object object) {
        if (count == objects.length) {
            objects = Arrays.copyOf(objects, 2 * count);
        }
        if (2 * count >= keys.length) {
            grow();
        }
        objects[count] = object;
        enter(object, count);
        return count++;
    }

    /** Forgets the objects from a number on. */
    void truncate(int newCount) {
        if (newCount < count) {
            Arrays.fill(objects, newCount, count, null);
            count = newCount;
            Arrays.fill(keys, null);
            enterAll();
        }
    }

    /** The objects from a number on. */
    Object[] from(int number) {
        return Arrays.copyOfRange(objects, number, count);
    }

    private void grow() {
        keys = new Object[2 * keys.length];
        numbers = new int[keys.length];
        enterAll();
    }

    private void enterAll() {
        for (int number = 1; number < count; number++) {
            enter(objects[number], number);
        }
    }

    private void enter(Object object, int number) {
        int mask = keys.length - 1;
        int place = place(object, mask);
        while (keys[place] != null) {
            place = place + 1 & mask;
        }
        keys[place] = object;
        numbers[place] = number;
    }

    /** Where the search begins; it decides how long it takes and nothing else. */
    private static int place(Object object, int mask) {
        int hash = System.identityHashCode(object) * 0x9e3779b9;
        return (hash ^ hash >>> 15) & mask;
    }
}
