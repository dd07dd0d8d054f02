package dmvpn.sim.snapshot;

/** How the cells of an object are written: all of them, or only what differs from what they were. */
final class Differences {

    private Differences() {
    }

    static void writeWhole(Cells cells, int[] references, ByteOutput output) {
        output.writeUnsigned(cells.numberCount);
        for (int index = 0; index < cells.numberCount; index++) {
            output.writeSigned(cells.numbers[index]);
        }
        output.writeUnsigned(cells.referenceCount);
        for (int index = 0; index < cells.referenceCount; index++) {
            output.writeUnsigned(references[index]);
        }
    }

    static void readWhole(ByteInput input, CellTable table) {
        for (long left = input.readUnsigned(); left > 0; left--) {
            table.add(input.readSigned());
        }
        for (long left = input.readUnsigned(); left > 0; left--) {
            table.addReference((int) input.readUnsigned());
        }
        table.endRow();
    }

    /** True when cells are not what a row of a table says. */
    static boolean differ(Cells cells, int[] references, CellTable before, int row) {
        if (cells.numberCount != before.numberCount(row) || cells.referenceCount != before.referenceCount(row)) {
            return true;
        }
        for (int index = 0; index < cells.numberCount; index++) {
            if (cells.numbers[index] != before.number(row, index)) {
                return true;
            }
        }
        for (int index = 0; index < cells.referenceCount; index++) {
            if (references[index] != before.reference(row, index)) {
                return true;
            }
        }
        return false;
    }

    /** Writes how cells differ from a row of a table. */
    static void write(Cells cells, int[] references, CellTable before, int row, ByteOutput output) {
        int numbersBefore = before.numberCount(row);
        int referencesBefore = before.referenceCount(row);
        int changedNumbers = 0;
        for (int index = 0; index < cells.numberCount; index++) {
            if (cells.numbers[index] != (index < numbersBefore ? before.number(row, index) : 0)) {
                changedNumbers++;
            }
        }
        int changedReferences = 0;
        for (int index = 0; index < cells.referenceCount; index++) {
            if (references[index] != (index < referencesBefore ? before.reference(row, index) : 0)) {
                changedReferences++;
            }
        }
        boolean otherSize = cells.numberCount != numbersBefore || cells.referenceCount != referencesBefore;
        output.writeUnsigned((long) changedNumbers << 1 | (otherSize ? 1 : 0));
        output.writeUnsigned(changedReferences);
        if (otherSize) {
            output.writeUnsigned(cells.numberCount);
            output.writeUnsigned(cells.referenceCount);
        }
        int last = 0;
        for (int index = 0; changedNumbers > 0; index++) {
            long difference = cells.numbers[index] - (index < numbersBefore ? before.number(row, index) : 0);
            if (difference != 0) {
                output.writeUnsigned(index - last);
                output.writeSigned(difference);
                last = index;
                changedNumbers--;
            }
        }
        last = 0;
        for (int index = 0; changedReferences > 0; index++) {
            int difference = references[index] - (index < referencesBefore ? before.reference(row, index) : 0);
            if (difference != 0) {
                output.writeUnsigned(index - last);
                output.writeSigned(difference);
                last = index;
                changedReferences--;
            }
        }
    }

    /** Reads a row that differs from that of another table, and adds it to a table. */
    static void read(ByteInput input, CellTable before, int row, CellTable table) {
        long head = input.readUnsigned();
        int changedReferences = (int) input.readUnsigned();
        int numbersBefore = before.numberCount(row);
        int referencesBefore = before.referenceCount(row);
        boolean otherSize = (head & 1) != 0;
        int numberCount = otherSize ? (int) input.readUnsigned() : numbersBefore;
        int referenceCount = otherSize ? (int) input.readUnsigned() : referencesBefore;
        for (int index = 0; index < numberCount; index++) {
            table.add(index < numbersBefore ? before.number(row, index) : 0);
        }
        for (int index = 0; index < referenceCount; index++) {
            table.addReference(index < referencesBefore ? before.reference(row, index) : 0);
        }
        int index = 0;
        for (long left = head >>> 1; left > 0; left--) {
            index += (int) input.readUnsigned();
            table.changeNumber(index, input.readSigned());
        }
        index = 0;
        for (int left = changedReferences; left > 0; left--) {
            index += (int) input.readUnsigned();
            table.changeReference(index, (int) input.readSigned());
        }
        table.endRow();
    }
}
