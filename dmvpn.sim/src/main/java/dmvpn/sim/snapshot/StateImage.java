package dmvpn.sim.snapshot;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What everything was at a lasting snapshot: objects with their numbers, and per object what it held. It can be moved to
 * any lasting snapshot of the same run.
 */
final class StateImage {

    private final Shapes shapes;
    private final ObjectNumbers objects = new ObjectNumbers();
    private Shape[] shapeOf = new Shape[256];
    private int knownObjects = 1;

    /** Row 0 stands for null. */
    private CellTable cells = new CellTable();
    private CellTable spare = new CellTable();
    private Snapshot snapshot;

    StateImage(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The snapshot whose state this is, or null before the first. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** Number of the objects that the snapshot knows; those behind them are somebody's who looks at another state. */
    int knownObjects() {
        return knownObjects;
    }

    int objects() {
        return objects.count();
    }

    CellTable cells() {
        return cells;
    }

    Object object(int number) {
        return objects.object(number);
    }

    Shape shape(int number) {
        return shapeOf[number];
    }

    /** The number of an object, a new one when it is not known. */
    int numberOf(Object object) {
        int number = objects.find(object);
        return number >= 0 ? number : add(object);
    }

    private int add(Object object) {
        Shape shape = shapes.of(object);
        int number = objects.add(object);
        if (number >= shapeOf.length) {
            shapeOf = Arrays.copyOf(shapeOf, 2 * number);
        }
        shapeOf[number] = shape;
        return number;
    }

    void addAll(Object[] added) {
        for (Object object : added) {
            add(object);
        }
    }

    /** The objects from a number on. */
    Object[] objectsFrom(int number) {
        return objects.from(number);
    }

    /** Forgets the objects that the snapshot does not know. */
    void forgetOthers() {
        objects.truncate(knownObjects);
    }

    /** Forgets everything. */
    void clear() {
        objects.truncate(1);
        knownObjects = 1;
        cells.clear();
        cells.endRow();
        snapshot = null;
    }

    /** From now on this is the state of a snapshot that knows all objects and has filled the cells. */
    void become(Snapshot whole) {
        knownObjects = objects.count();
        snapshot = whole;
    }

    /** Becomes the state of a lasting snapshot. */
    void moveTo(Snapshot target) {
        forgetOthers();
        Deque<Snapshot> way = new ArrayDeque<>();
        for (Snapshot step = target; step != null && step != snapshot; step = step.previous()) {
            way.addFirst(step);
        }
        for (Snapshot step : way) {
            if (step.previous() == null) {
                clear();
            }
            apply(step);
        }
    }

    private void apply(Snapshot next) {
        addAll(next.newObjects());
        ByteInput input = next.differences();
        if (next.previous() == null) {
            while (input.hasMore()) {
                Differences.readWhole(input, cells);
            }
        } else {
            spare.clear();
            int copied = 0;
            int number = 0;
            for (long gap = input.readUnsigned(); gap != 0; gap = input.readUnsigned()) {
                number += (int) gap;
                spare.addRows(cells, copied, number);
                Differences.read(input, cells, number, spare);
                copied = number + 1;
            }
            spare.addRows(cells, copied, knownObjects);
            for (number = knownObjects; number < objects.count(); number++) {
                Differences.readWhole(input, spare);
            }
            CellTable before = cells;
            cells = spare;
            spare = before;
        }
        become(next);
    }
}
