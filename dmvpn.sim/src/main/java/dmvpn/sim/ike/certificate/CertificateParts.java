package dmvpn.sim.ike.certificate;

import dmvpn.sim.packet.codec.ByteWriter;
import java.util.Arrays;
import java.util.List;

/** The bytes of a certificate part by part (RFC 5280 section 4.1), each by its name. */
final class CertificateParts {

    /**
     * A part of what is signed.
     *
     * @param name as RFC 5280 calls it
     * @param meaning what it says; empty where its bytes say all
     */
    record Part(String name, String meaning) {
    }

    private static final int LONG_FORM = 0x80;

    private final byte[] bytes;
    private final ByteWriter out;
    private int place;

    private CertificateParts(byte[] bytes, ByteWriter out) {
        this.bytes = bytes;
        this.out = out;
    }

    /**
     * Writes a certificate.
     *
     * @param signed the parts of what is signed, in their order
     * @param behind the parts behind it
     */
    static void write(byte[] certificate, List<Part> signed, List<Part> behind, ByteWriter out) {
        CertificateParts parts = new CertificateParts(certificate, out);
        parts.header("Begin of the certificate");
        out.group("Signed part", () -> {
            parts.header("Begin of the signed part");
            signed.forEach(parts::element);
        });
        behind.forEach(parts::element);
    }

    private void header(String name) {
        write(new Part(name, ""), headerBytes());
    }

    private void element(Part part) {
        write(part, headerBytes() + contentBytes());
    }

    private void write(Part part, int count) {
        out.field(part.name(), part.meaning()).bytes(Arrays.copyOfRange(bytes, place, place + count));
        place += count;
    }

    /** Tag and length; a length that needs more than seven bits has a byte that says how many follow. */
    private int headerBytes() {
        int length = bytes[place + 1] & 0xff;
        return 2 + (length < LONG_FORM ? 0 : length - LONG_FORM);
    }

    private int contentBytes() {
        int length = bytes[place + 1] & 0xff;
        if (length < LONG_FORM) {
            return length;
        }
        int sum = 0;
        for (int index = place + 2; index < place + headerBytes(); index++) {
            sum = sum << Byte.SIZE | bytes[index] & 0xff;
        }
        return sum;
    }
}
