package dmvpn.sim.packet.codec;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.Octets;
import java.util.Arrays;

/**
 * Writes big-endian fields one behind the other. Lengths and checksums are filled in when they are known. A writer with notes
 * keeps the names that encoders give to what they write; without notes names cost nothing.
 */
public final class ByteWriter {

    private static final int INITIAL_BYTES = 256;

    private final FieldNotes notes;
    private byte[] bytes = new byte[INITIAL_BYTES];
    private int position;

    /** A writer without notes. */
    public ByteWriter() {
        this(null);
    }

    private ByteWriter(FieldNotes notes) {
        this.notes = notes;
    }

    /** A writer with notes. */
    static ByteWriter withNotes() {
        return new ByteWriter(new FieldNotes());
    }

    FieldNotes notes() {
        return notes;
    }

    /** A writer of something that is {@linkplain #append appended} here; it keeps notes when this one does. */
    public ByteWriter part() {
        return notes == null ? new ByteWriter() : withNotes();
    }

    /**
     * Takes note of what was encrypted into the group or layer that is being written.
     *
     * @param name what the bytes are, such as {@code Decrypted ESP}
     * @param clear a {@linkplain #part part} with them
     */
    public ByteWriter decrypted(String name, ByteWriter clear) {
        if (notes != null) {
            notes.clear(name, clear, position);
        }
        return this;
    }

    /** Names what the next call writes. */
    public ByteWriter field(String name) {
        return field(name, "");
    }

    /**
     * Names what the next call writes.
     *
     * @param meaning what the value stands for
     */
    public ByteWriter field(String name, String meaning) {
        if (notes != null) {
            notes.next(name, meaning, null);
        }
        return this;
    }

    /** Names what the next call writes; people read it in hexadecimal digits. */
    public ByteWriter hexadecimal(String name) {
        return hexadecimal(name, "");
    }

    /** The same, with what the value stands for. */
    public ByteWriter hexadecimal(String name, String meaning) {
        if (notes != null) {
            notes.next(name, meaning, FieldNotes.Form.HEXADECIMAL);
        }
        return this;
    }

    /** Names the characters that the next call writes. */
    public ByteWriter text(String name) {
        if (notes != null) {
            notes.next(name, "", FieldNotes.Form.TEXT);
        }
        return this;
    }

    /** Writes what belongs together. */
    public ByteWriter group(String name, Runnable content) {
        return group(name, "", content);
    }

    /**
     * Writes what belongs together.
     *
     * @param meaning what it stands for
     */
    public ByteWriter group(String name, String meaning, Runnable content) {
        return group(name, meaning, false, content);
    }

    /** Writes a layer. */
    void layer(String protocol, Runnable content) {
        group(protocol, "", true, content);
    }

    private ByteWriter group(String name, String meaning, boolean isLayer, Runnable content) {
        if (notes == null) {
            content.run();
            return this;
        }
        notes.begin(name, meaning, isLayer, position);
        content.run();
        notes.end(position);
        return this;
    }

    /** Number of bytes written. */
    public int position() {
        return position;
    }

    /** The low 8 bits. */
    public ByteWriter u8(int value) {
        return number(value, 1);
    }

    /** The low 16 bits. */
    public ByteWriter u16(int value) {
        return number(value, 2);
    }

    /** The low 24 bits. */
    public ByteWriter u24(int value) {
        return number(value, 3);
    }

    /** The low 32 bits. */
    public ByteWriter u32(long value) {
        return number(value, Integer.BYTES);
    }

    /** The low 48 bits. */
    public ByteWriter u48(long value) {
        return number(value, 6);
    }

    /** All 64 bits. */
    public ByteWriter u64(long value) {
        return number(value, Long.BYTES);
    }

    private ByteWriter number(long value, int count) {
        reserve(count);
        for (int shift = (count - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[position++] = (byte) (value >>> shift);
        }
        return wrote(count, FieldNotes.Form.NUMBER);
    }

    /** Bytes. */
    public ByteWriter bytes(byte[] value) {
        return bytes(value, FieldNotes.Form.BYTES);
    }

    private ByteWriter bytes(byte[] value, FieldNotes.Form form) {
        put(value);
        return wrote(value.length, form);
    }

    private void put(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, position, value.length);
        position += value.length;
    }

    /** Bytes. */
    public ByteWriter octets(Octets value) {
        return bytes(value.toBytes());
    }

    /** An address with 4 or 16 bytes. */
    public ByteWriter address(IpAddress value) {
        return bytes(value.toBytes(), FieldNotes.Form.ADDRESS);
    }

    /** Bytes of value 0. */
    public ByteWriter zeros(int count) {
        return bytes(new byte[count]);
    }

    /** What a {@linkplain #part part} wrote, with its notes. */
    public ByteWriter append(ByteWriter part) {
        int start = position;
        put(part.toBytes());
        if (notes != null) {
            notes.append(part.notes, start);
        }
        return this;
    }

    /**
     * Some of the bytes that a {@linkplain #part part} wrote, with what is known of them: of a packet that is quoted or was cut.
     *
     * @param from the first one
     * @param to the first one behind them
     */
    ByteWriter excerpt(ByteWriter packet, int from, int to) {
        int start = position;
        put(Arrays.copyOfRange(packet.bytes, from, to));
        if (notes != null) {
            notes.excerpt(packet.notes, from, to, start);
        }
        return this;
    }

    private ByteWriter wrote(int count, FieldNotes.Form form) {
        if (notes != null) {
            notes.wrote(position - count, position, form);
        }
        return this;
    }

    /** Replaces 16 bits written earlier. */
    public void patchU16(int at, int value) {
        bytes[at] = (byte) (value >>> 8);
        bytes[at + 1] = (byte) value;
    }

    /** Replaces 32 bits written earlier. */
    public void patchU32(int at, long value) {
        patchU16(at, (int) (value >>> 16));
        patchU16(at + 2, (int) value);
    }

    /** Replaces bytes written earlier. */
    public void patchBytes(int at, byte[] values) {
        System.arraycopy(values, 0, bytes, at, values.length);
    }

    /** A copy of the bytes from a position on. */
    public byte[] copyFrom(int from) {
        return Arrays.copyOfRange(bytes, from, position);
    }

    /** A copy of all bytes. */
    public byte[] toBytes() {
        return copyFrom(0);
    }

    private void reserve(int count) {
        if (position + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + count));
        }
    }
}
