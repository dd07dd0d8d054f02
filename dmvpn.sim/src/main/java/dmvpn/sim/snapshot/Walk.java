package dmvpn.sim.snapshot;

import java.util.Arrays;

/** A walk through objects that are known by their numbers: each is met once and waits for its turn, first in, first out. */
final class Walk {

    /** Per object: the walk that met it last. */
    private int[] metIn = new int[256];
    private int walk;
    private int[] waiting = new int[256];
    private int count;
    private int passed;

    void begin() {
        walk++;
        count = 0;
        passed = 0;
    }

    /** An object is met; answers true when it was not before. */
    boolean meet(int number) {
        if (number >= metIn.length) {
            metIn = Arrays.copyOf(metIn, 2 * number);
        }
        if (metIn[number] == walk) {
            return false;
        }
        metIn[number] = walk;
        return true;
    }

    /** An object is to be looked into. */
    void await(int number) {
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * count);
        }
        waiting[count++] = number;
    }

    boolean hasNext() {
        return passed < count;
    }

    int next() {
        return waiting[passed++];
    }

    /** Number of the objects that were to be looked into. */
    int count() {
        return count;
    }
}
