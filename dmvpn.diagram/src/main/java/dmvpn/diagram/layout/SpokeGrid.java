package dmvpn.diagram.layout;

/**
 * Where the slots are: rows below the transports, each one slot longer than the one above and shifted by half a slot, so
 * that the middle of a card is below a gap of the row above. Each row fills from its middle to both sides.
 */
final class SpokeGrid {

    private static final int FIRST_ROW_SLOTS = 6;

    private SpokeGrid() {
    }

    /** Row of a slot, from 0. */
    static int row(int slot) {
        // Rows before row r hold r * FIRST + r * (r - 1) / 2 slots; solve for the largest r that fits.
        double twiceFirstLessOne = 2.0 * FIRST_ROW_SLOTS - 1;
        int row = (int) ((Math.sqrt(twiceFirstLessOne * twiceFirstLessOne + 8.0 * slot) - twiceFirstLessOne) / 2);
        while (slotsBefore(row + 1) <= slot) {
            row++;
        }
        while (slotsBefore(row) > slot) {
            row--;
        }
        return row;
    }

    private static long slotsBefore(int row) {
        return (long) row * FIRST_ROW_SLOTS + (long) row * (row - 1) / 2;
    }

    /** Horizontal place of a slot in units of the distance between slots, 0 in the middle. */
    static double column(int slot) {
        int row = row(slot);
        int position = (int) (slot - slotsBefore(row));
        boolean evenRow = (FIRST_ROW_SLOTS + row) % 2 == 0;
        if (evenRow) {
            double distance = position / 2 + 0.5;
            return position % 2 == 0 ? -distance : distance;
        }
        int distance = (position + 1) / 2;
        return position % 2 == 1 ? -distance : distance;
    }
}
