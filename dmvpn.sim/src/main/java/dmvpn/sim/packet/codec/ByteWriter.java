package dmvpn.sim.packet.codec;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.Octets;
import java.util.Arrays;

/** Writes big-endian fields one behind the other. Lengths and checksums are filled in when they are known. */
public final class ByteWriter {

    private static final int INITIAL_BYTES = 256;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int position;

    /** Number of bytes written. */
    public int position() {
        return position;
    }

    /** The low 8 bits. */
    public ByteWriter u8(int value) {
        reserve(1);
        bytes[position++] = (byte) value;
        return this;
    }

    /** The low 16 bits. */
    public ByteWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    /** The low 24 bits. */
    public ByteWriter u24(int value) {
        return u8(value >>> 16).u16(value);
    }

    /** The low 32 bits. */
    public ByteWriter u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    /** All 64 bits. */
    public ByteWriter u64(long value) {
        return u32(value >>> 32).u32(value);
    }

    /** Bytes. */
    public ByteWriter bytes(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, position, value.length);
        position += value.length;
        return this;
    }

    /** Bytes. */
    public ByteWriter octets(Octets value) {
        return bytes(value.toBytes());
    }

    /** An address with 4 or 16 bytes. */
    public ByteWriter address(IpAddress value) {
        return bytes(value.toBytes());
    }

    /** Bytes of value 0. */
    public ByteWriter zeros(int count) {
        return bytes(new byte[count]);
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
