package dmvpn.app.packet;

import dmvpn.sim.packet.Octets;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Bytes as a text of rows: the offset of the first byte, sixteen bytes in hexadecimal digits, and their characters. Knows which
 * byte stands where in the text.
 */
public final class HexDump {

    /** Bytes of a row. */
    public static final int BYTES_PER_ROW = 16;

    private static final int DIGITS_AT = 6;
    private static final int DIGITS_PER_BYTE = 3;
    private static final int CHARACTERS_AT = DIGITS_AT + BYTES_PER_ROW * DIGITS_PER_BYTE + 2;
    private static final int ROW_LENGTH = CHARACTERS_AT + BYTES_PER_ROW + 1;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    private final byte[] bytes;
    private final String text;

    /** @param octets the bytes */
    public HexDump(Octets octets) {
        bytes = octets.toBytes();
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < bytes.length; row += BYTES_PER_ROW) {
            rows.append(row(row));
        }
        text = rows.toString();
    }

    private StringBuilder row(int first) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%04x  ", first));
        StringBuilder characters = new StringBuilder();
        for (int offset = first; offset < first + BYTES_PER_ROW; offset++) {
            boolean there = offset < bytes.length;
            row.append(there ? String.format(Locale.ROOT, "%02x ", bytes[offset]) : "   ");
            characters.append(there ? character(bytes[offset]) : ' ');
        }
        return row.append("  ").append(characters).append('\n');
    }

    private static char character(byte value) {
        return value >= FIRST_PRINTABLE && value <= LAST_PRINTABLE ? (char) value : '.';
    }

    /** The rows, each with a line feed behind it. */
    public String text() {
        return text;
    }

    /** Place of the first digit of a byte in the text. */
    public int digitsAt(int offset) {
        return offset / BYTES_PER_ROW * ROW_LENGTH + DIGITS_AT + offset % BYTES_PER_ROW * DIGITS_PER_BYTE;
    }

    /** Place of the character of a byte in the text. */
    public int characterAt(int offset) {
        return offset / BYTES_PER_ROW * ROW_LENGTH + CHARACTERS_AT + offset % BYTES_PER_ROW;
    }

    /**
     * The byte that stands at a place of the text, as digits or as a character; empty where none does.
     *
     * @param place index in the text
     */
    public OptionalInt byteAt(int place) {
        int column = place % ROW_LENGTH;
        int inRow = column >= CHARACTERS_AT ? column - CHARACTERS_AT : Math.floorDiv(column - DIGITS_AT, DIGITS_PER_BYTE);
        int offset = place / ROW_LENGTH * BYTES_PER_ROW + inRow;
        return place >= 0 && inRow >= 0 && inRow < BYTES_PER_ROW && offset < bytes.length ? OptionalInt.of(offset) : OptionalInt.empty();
    }
}
