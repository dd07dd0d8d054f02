package dmvpn.sim.ike.message;

import dmvpn.sim.ike.certificate.DistinguishedName;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of identities, without the type in front of them. */
public final class IdentityCodec {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private IdentityCodec() {
    }

    /** Writes an identity. */
    public static void encode(Identity identity, ByteWriter out) {
        switch (identity) {
            case Identity.Address address -> out.field("Address").address(address.address());
            case Identity.HostName host -> out.text("Host name").bytes(host.name().getBytes(StandardCharsets.UTF_8));
            case Identity.Subject subject -> out.field("Distinguished name", subject.name().toString()).bytes(subject.name().encode());
        }
    }

    /** Reads an identity of a type to the end. */
    public static Identity decode(int type, ByteReader in) {
        return switch (type) {
            case Identity.Address.IPV4_TYPE -> new Identity.Address(in.address(IPV4_BYTES));
            case Identity.Address.IPV6_TYPE -> new Identity.Address(in.address(IPV6_BYTES));
            case Identity.HostName.TYPE -> hostName(in);
            case Identity.Subject.TYPE -> new Identity.Subject(DistinguishedName.decode(in));
            default -> throw in.problem("identities of type " + type + " are not supported");
        };
    }

    /** Bytes that are no text would not come back. */
    private static Identity hostName(ByteReader in) {
        byte[] bytes = in.bytes(in.remaining());
        String name = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(name.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw in.problem("a host name is no text");
        }
        return new Identity.HostName(name);
    }
}
