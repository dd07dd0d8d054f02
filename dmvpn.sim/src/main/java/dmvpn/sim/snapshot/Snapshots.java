package dmvpn.sim.snapshot;

import dmvpn.sim.snapshot.Shape.Change;
import java.util.Arrays;
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

    /** What changed objects hold, while a snapshot is put back, and in which row. */
    private final CellTable changedCells = new CellTable();
    private int[] changedRow = new int[256];

    /** Per object: the number of the walk that met it. */
    private int[] metInWalk = new int[256];
    private int walk;
    private int[] waiting = new int[256];
    private int waitingCount;
    private int passed;

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
        return waitingCount;
    }

    /**
     * The state of now, as a difference from the last lasting snapshot that was taken or put back. It is of use until the
     * run is put back to a state before that one, or to one of a later one.
     *
     * @throws IllegalStateException when the state holds something that cannot be put back
     */
    public Snapshot take() {
        return image.snapshot() == null ? takeLasting() : takeDifference(false);
    }

    /**
     * The state of now, to be kept. The run must have come from the newest lasting snapshot.
     *
     * @throws IllegalStateException when the state holds something that cannot be put back
     */
    public Snapshot takeLasting() {
        if (image.snapshot() != null) {
            Snapshot difference = takeDifference(true);
            boolean mostlyNew = difference.newObjects().length > waitingCount / 2;
            if (!mostlyNew && image.objects() <= KNOWN_PER_LIVING * waitingCount) {
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
        beginWalk();
        // Objects are met in the same order each time, but for what changed, so that most gaps are small.
        int last = 0;
        while (passed < waitingCount) {
            int number = waiting[passed++];
            if (number < known && image.shape(number).change() == Change.FIXED) {
                meetAll(image.cells(), number);
                continue;
            }
            readCells(number);
            for (int index = 0; index < cells.referenceCount; index++) {
                meet(references[index]);
            }
            if (number < known && Differences.differ(cells, references, image.cells(), number)) {
                noteChanged(number);
            }
        }
        for (int number = nextChanged(0, known); number < known; number = nextChanged(number + 1, known)) {
            readCells(number);
            output.writeSigned(number - last);
            Differences.write(cells, references, image.cells(), number, output);
            last = number;
        }
        output.writeSigned(0);
        for (int number = known; number < image.objects(); number++) {
            readCells(number);
            Differences.writeWhole(cells, references, output);
        }
        return new Snapshot(image.snapshot(), lasting, output.toBytes(), image.objectsFrom(known));
    }

    private void noteChanged(int number) {
        changedRow[number] = walk;
    }

    /** The first object from a number on that this walk found changed, or the limit. */
    private int nextChanged(int from, int limit) {
        int number = from;
        while (number < limit && (changedRow[number] != walk || metInWalk[number] != walk)) {
            number++;
        }
        return number;
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
        ensureRoom();
        Arrays.fill(changedRow, 0, image.objects(), NOT_CHANGED);
        if (!snapshot.isLasting()) {
            readChanged(snapshot.differences());
        }
        beginWalk();
        while (passed < waitingCount) {
            putBack(waiting[passed++]);
        }
    }

    private void readChanged(ByteInput input) {
        int number = 0;
        for (long gap = input.readSigned(); gap != 0; gap = input.readSigned()) {
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
        walk++;
        passed = 0;
        waitingCount = 0;
        meet(image.numberOf(root));
    }

    private void meetAll(CellTable table, int row) {
        for (int index = 0; index < table.referenceCount(row); index++) {
            meet(table.reference(row, index));
        }
    }

    private void meet(int number) {
        if (number == 0) {
            return;
        }
        if (number >= metInWalk.length) {
            ensureRoom();
        }
        if (metInWalk[number] != walk) {
            metInWalk[number] = walk;
            if (!image.shape(number).isLeaf()) {
                if (waitingCount == waiting.length) {
                    waiting = Arrays.copyOf(waiting, 2 * waitingCount);
                }
                waiting[waitingCount++] = number;
            }
        }
    }

    private void ensureRoom() {
        if (metInWalk.length < image.objects()) {
            metInWalk = Arrays.copyOf(metInWalk, 2 * image.objects());
            changedRow = Arrays.copyOf(changedRow, 2 * image.objects());
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
