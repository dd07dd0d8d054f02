package dmvpn.sim.snapshot;

import dmvpn.sim.snapshot.Shape.Change;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;

/**
 * Takes snapshots of everything that can be reached from one object, and puts it back to them. Objects keep their identity:
 * putting back writes what each one held into its fields, so that whoever looks at a router looks at what it was.
 *
 * <p>A snapshot is a difference: most of what a network holds does not change in a while, and what changes does so by small
 * numbers. Lasting snapshots form a chain, each the difference from the one before, the first one and now and then another
 * one a whole; the others count from the lasting one that was before them.
 *
 * <p>For one thread.
 */
public final class Snapshots {

    private static final int NOT_CHANGED = -1;

    /** So many times as many objects as are alive may be known before a snapshot is a whole again. */
    private static final int KNOWN_PER_LIVING = 3;

    private final Object root;
    private final StateImage image;
    private final Cells cells = new Cells();
    private final ByteOutput output = new ByteOutput();
    private int[] references = new int[64];

    private final Walk walk = new Walk();

    /** Objects that a walk found changed. */
    private final BitSet changed = new BitSet();

    /** What changed objects hold, while a snapshot is put back, and in which row. */
    private final CellTable changedCells = new CellTable();
    private int[] changedRow = new int[256];

    /**
     * @param root whatever can be reached from here is put back
     * @param timeless classes whose objects never change, besides those that are {@link Timeless}
     */
    public Snapshots(Object root, Predicate<Class<?>> timeless) {
        this.root = root;
        this.image = new StateImage(new Shapes(timeless));
    }

    /** Number of objects with something inside that the last snapshot or the last way back met: what it cost. */
    public int objectsMet() {
        return walk.count();
    }

    /**
     * The state of now, as a difference from the lasting snapshot that was taken or put back last.
     *
     * @throws IllegalStateException when the state holds something that cannot be put back
     */
    public Snapshot take() {
        return image.snapshot() == null ? takeLasting() : takeDifference(false);
    }

    /**
     * The state of now, which later ones may count from.
     *
     * @throws IllegalStateException when the state holds something that cannot be put back
     */
    public Snapshot takeLasting() {
        if (image.snapshot() != null) {
            Snapshot difference = takeDifference(true);
            boolean mostlyNew = difference.newObjects().length > walk.count() / 2;
            if (!mostlyNew && image.objects() <= KNOWN_PER_LIVING * walk.count()) {
                image.moveTo(difference);
                return difference;
            }
        }
        return takeWhole();
    }

    private Snapshot takeWhole() {
        image.clear();
        output.clear();
        image.numberOf(root);
        // Objects get their numbers in the order of the rows, so that a row's number is its object's.
        for (int number = 1; number < image.objects(); number++) {
            readCells(number);
            Differences.writeWhole(cells, references, output);
            image.cells().addRow(cells, references);
        }
        Snapshot whole = new Snapshot(null, true, output.toBytes(), image.objectsFrom(1));
        image.become(whole);
        return whole;
    }

    private Snapshot takeDifference(boolean lasting) {
        image.forgetOthers();
        int known = image.knownObjects();
        output.clear();
        changed.clear();
        beginWalk();
        while (walk.hasNext()) {
            int number = walk.next();
            if (number < known && image.shape(number).change() == Change.FIXED) {
                meetAll(image.cells(), number);
                continue;
            }
            readCells(number);
            for (int index = 0; index < cells.referenceCount; index++) {
                meet(references[index]);
            }
            if (number < known && Differences.differ(cells, references, image.cells(), number)) {
                changed.set(number);
            }
        }
        writeChanged();
        for (int number = known; number < image.objects(); number++) {
            readCells(number);
            Differences.writeWhole(cells, references, output);
        }
        return new Snapshot(image.snapshot(), lasting, output.toBytes(), image.objectsFrom(known));
    }

    /** Each with its distance from the one before, and a distance of 0 at the end. */
    private void writeChanged() {
        int last = 0;
        for (int number = changed.nextSetBit(0); number >= 0; number = changed.nextSetBit(number + 1)) {
            readCells(number);
            output.writeUnsigned(number - last);
            Differences.write(cells, references, image.cells(), number, output);
            last = number;
        }
        output.writeUnsigned(0);
    }

    /**
     * Makes everything what it was when a snapshot was taken.
     *
     * @param snapshot one that was taken here
     */
    public void putBack(Snapshot snapshot) {
        image.moveTo(snapshot.isLasting() ? snapshot : snapshot.previous());
        changedCells.clear();
        if (!snapshot.isLasting()) {
            image.addAll(snapshot.newObjects());
        }
        if (changedRow.length < image.objects()) {
            changedRow = new int[2 * image.objects()];
        }
        Arrays.fill(changedRow, 0, image.objects(), NOT_CHANGED);
        if (!snapshot.isLasting()) {
            readChanged(snapshot.differences());
        }
        beginWalk();
        while (walk.hasNext()) {
            putBack(walk.next());
        }
    }

    private void readChanged(ByteInput input) {
        int number = 0;
        for (long gap = input.readUnsigned(); gap != 0; gap = input.readUnsigned()) {
            number += (int) gap;
            changedRow[number] = changedCells.rows();
            Differences.read(input, image.cells(), number, changedCells);
        }
        for (number = image.knownObjects(); number < image.objects(); number++) {
            changedRow[number] = changedCells.rows();
            Differences.readWhole(input, changedCells);
        }
    }

    private void putBack(int number) {
        boolean isChanged = changedRow[number] != NOT_CHANGED;
        CellTable table = isChanged ? changedCells : image.cells();
        int row = isChanged ? changedRow[number] : number;
        meetAll(table, row);
        if (image.shape(number).change() != Change.CHANGEABLE) {
            return;
        }
        cells.clear();
        for (int index = 0; index < table.numberCount(row); index++) {
            cells.number(table.number(row, index));
        }
        for (int index = 0; index < table.referenceCount(row); index++) {
            cells.reference(image.object(table.reference(row, index)));
        }
        image.shape(number).write(image.object(number), cells);
    }

    private void beginWalk() {
        walk.begin();
        meet(image.numberOf(root));
    }

    private void meetAll(CellTable table, int row) {
        for (int index = 0; index < table.referenceCount(row); index++) {
            meet(table.reference(row, index));
        }
    }

    private void meet(int number) {
        if (number != 0 && walk.meet(number) && !image.shape(number).isLeaf()) {
            walk.await(number);
        }
    }

    /** Reads what an object holds now; objects that it refers to get numbers. */
    private void readCells(int number) {
        cells.clear();
        image.shape(number).read(image.object(number), cells);
        if (references.length < cells.referenceCount) {
            references = new int[cells.references.length];
        }
        CellTable before = image.cells();
        int known = number < image.knownObjects() ? before.referenceCount(number) : 0;
        for (int index = 0; index < cells.referenceCount; index++) {
            Object reference = cells.references[index];
            int same = index < known ? before.reference(number, index) : 0;
            // Most references are what they were, which spares the search.
            references[index] = same != 0 && image.object(same) == reference ? same : image.numberOf(reference);
        }
    }
}
