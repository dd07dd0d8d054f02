package dmvpn.sim.ike.certificate;

import dmvpn.sim.packet.codec.ByteReader;
import java.util.Arrays;

/**
 * A name of X.500 that has a common name alone (RFC 5280 section 4.1.2.4).
 *
 * @param commonName such as the name of a router, or of an authority
 */
public record DistinguishedName(String commonName) {

    /** Object identifier 2.5.4.3. */
    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};

    /** The bytes of the name. */
    public byte[] encode() {
        return DerElements.element(DerElements.SEQUENCE, DerElements.element(DerElements.SET,
                DerElements.element(DerElements.SEQUENCE,
                        DerElements.element(DerElements.OBJECT_IDENTIFIER, COMMON_NAME),
                        DerElements.text(DerElements.UTF8_STRING, commonName))));
    }

    /**
     * Reads a name. One with more than a common name, or in another form than the distinguished one, is refused: it would not
     * come back the same.
     */
    public static DistinguishedName decode(ByteReader in) {
        ByteReader before = in.rest(in.protocol());
        DistinguishedName name = commonNameOf(in);
        byte[] bytes = before.bytes(before.remaining() - in.remaining());
        if (!Arrays.equals(bytes, name.encode())) {
            throw in.problem("names with more than a common name are not supported");
        }
        return name;
    }

    private static DistinguishedName commonNameOf(ByteReader in) {
        ByteReader name = DerElements.read(DerElements.SEQUENCE, in);
        ByteReader attribute = DerElements.read(DerElements.SEQUENCE, DerElements.read(DerElements.SET, name));
        DerElements.read(DerElements.OBJECT_IDENTIFIER, attribute);
        return new DistinguishedName(DerElements.readText(DerElements.UTF8_STRING, attribute));
    }

    @Override
    public String toString() {
        return "cn=" + commonName;
    }
}
