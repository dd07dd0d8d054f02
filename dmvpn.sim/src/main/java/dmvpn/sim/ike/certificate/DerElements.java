package dmvpn.sim.ike.certificate;

import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.nio.charset.StandardCharsets;

/** Elements of the distinguished encoding rules (ITU-T X.690): tag, length, content. */
final class DerElements {

    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int UTF8_STRING = 0x0c;
    static final int UTC_TIME = 0x17;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int LONG_FORM = 0x80;
    private static final int ONE_BYTE_LENGTH = 0x81;
    private static final int TWO_BYTE_LENGTH = 0x82;

    private DerElements() {
    }

    static byte[] element(int tag, byte[]... parts) {
        ByteWriter content = new ByteWriter();
        for (byte[] part : parts) {
            content.bytes(part);
        }
        ByteWriter out = new ByteWriter().u8(tag);
        int length = content.position();
        if (length < LONG_FORM) {
            out.u8(length);
        } else if (length <= 0xff) {
            out.u8(ONE_BYTE_LENGTH).u8(length);
        } else {
            out.u8(TWO_BYTE_LENGTH).u16(length);
        }
        return out.bytes(content.toBytes()).toBytes();
    }

    static byte[] text(int tag, String value) {
        return element(tag, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Bits that fill whole bytes. */
    static byte[] bits(byte[] value) {
        return element(BIT_STRING, new byte[] {0}, value);
    }

    /** A positive number whose most significant bit is set. */
    static byte[] unsigned(byte[] value) {
        return element(INTEGER, new byte[] {0}, value);
    }

    /** The content of the next element, which must have a tag. */
    static ByteReader read(int tag, ByteReader in) {
        int found = in.u8();
        if (found != tag) {
            throw in.problem("an element of tag " + found + " where one of tag " + tag + " is expected");
        }
        int length = in.u8();
        if (length == ONE_BYTE_LENGTH) {
            length = in.u8();
        } else if (length == TWO_BYTE_LENGTH) {
            length = in.u16();
        } else if (length >= LONG_FORM) {
            throw in.problem("a length in the form " + length + " is not supported");
        }
        return in.slice(length);
    }

    static String readText(int tag, ByteReader in) {
        ByteReader content = read(tag, in);
        return new String(content.bytes(content.remaining()), StandardCharsets.UTF_8);
    }
}
