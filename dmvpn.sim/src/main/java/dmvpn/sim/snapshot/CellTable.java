package dmvpn.sim.snapshot;

import java.util.Arrays;

/** What many objects hold, in two flat arrays: numbers, and the numbers of the objects that they refer to. */
final class CellTable {

    private long[] numbers = new long[1024];
    private int numberCount;
    private int[] references = new int[1024];
    private int referenceCount;
    private int[] numberStarts = new int[256];
    private int[] referenceStarts = new int[256];
    private int rows;

    int rows() {
        return rows;
    }

    void clear() {
        numberCount = 0;
        referenceCount = 0;
        rows = 0;
    }

    /** Ends the row that was being filled. */
    void endRow() {
        rows++;
        if (rows == numberStarts.length) {
            numberStarts = Arrays.copyOf(numberStarts, 2 * rows);
            referenceStarts = Arrays.copyOf(referenceStarts, 2 * rows);
        }
        numberStarts[rows] = numberCount;
        referenceStarts[rows] = referenceCount;
    }

    void add(long number) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numberCount);
        }
        numbers[numberCount++] = number;
    }

    void addReference(int object) {
        if (referenceCount == references.length) {
            references = Arrays.copyOf(references, 2 * referenceCount);
        }
        references[referenceCount++] = object;
    }

    /** Adds what an object holds as a row. */
    void addRow(Cells cells, int[] objects) {
        for (int index = 0; index < cells.numberCount; index++) {
            add(cells.numbers[index]);
        }
        for (int index = 0; index < cells.referenceCount; index++) {
            addReference(objects[index]);
        }
        endRow();
    }

    /** Adds rows of another table, from the first to the one before the end. */
    void addRows(CellTable other, int from, int to) {
        if (from >= to) {
            return;
        }
        int numbersFrom = other.numberStarts[from];
        int moreNumbers = other.numberStarts[to] - numbersFrom;
        int referencesFrom = other.referenceStarts[from];
        int moreReferences = other.referenceStarts[to] - referencesFrom;
        if (numberCount + moreNumbers > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * (numberCount + moreNumbers));
        }
        if (referenceCount + moreReferences > references.length) {
            references = Arrays.copyOf(references, 2 * (referenceCount + moreReferences));
        }
        if (rows + to - from >= numberStarts.length) {
            numberStarts = Arrays.copyOf(numberStarts, 2 * (rows + to - from));
            referenceStarts = Arrays.copyOf(referenceStarts, 2 * (rows + to - from));
        }
        System.arraycopy(other.numbers, numbersFrom, numbers, numberCount, moreNumbers);
        System.arraycopy(other.references, referencesFrom, references, referenceCount, moreReferences);
        int numberShift = numberCount - numbersFrom;
        int referenceShift = referenceCount - referencesFrom;
        for (int row = from + 1; row <= to; row++) {
            rows++;
            numberStarts[rows] = other.numberStarts[row] + numberShift;
            referenceStarts[rows] = other.referenceStarts[row] + referenceShift;
        }
        numberCount += moreNumbers;
        referenceCount += moreReferences;
    }

    int numberCount(int row) {
        return numberStarts[row + 1] - numberStarts[row];
    }

    int referenceCount(int row) {
        return referenceStarts[row + 1] - referenceStarts[row];
    }

    long number(int row, int index) {
        return numbers[numberStarts[row] + index];
    }

    int reference(int row, int index) {
        return references[referenceStarts[row] + index];
    }

    /** Changes a number of the row that is being filled by a difference. */
    void changeNumber(int index, long difference) {
        numbers[numberStarts[rows] + index] += difference;
    }

    /** Changes a reference of the row that is being filled by a difference. */
    void changeReference(int index, int difference) {
        references[referenceStarts[rows] + index] += difference;
    }
}
