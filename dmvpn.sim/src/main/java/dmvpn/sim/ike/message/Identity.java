package dmvpn.sim.ike.message;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.ike.certificate.Certificate;
import dmvpn.sim.ike.certificate.DistinguishedName;
import java.nio.charset.StandardCharsets;

/** Who an end says it is (RFC 7296 section 3.5, RFC 2407 section 4.6.2). */
public sealed interface Identity {

    /** Number of its type on the wire, the same in both versions of IKE. */
    int type();

    /** Length of the identity without type in bytes. */
    int lengthBytes();

    /** True when a certificate says the same (RFC 4945 section 3.1). */
    boolean isIn(Certificate certificate);

    /**
     * An address, which routers take with pre-shared keys unless told otherwise.
     *
     * @param address IPv4 or IPv6
     */
    record Address(IpAddress address) implements Identity {

        /** ID_IPV4_ADDR. */
        public static final int IPV4_TYPE = 1;

        /** ID_IPV6_ADDR. */
        public static final int IPV6_TYPE = 5;

        @Override
        public int type() {
            return address.bitLength() == Integer.SIZE ? IPV4_TYPE : IPV6_TYPE;
        }

        @Override
        public int lengthBytes() {
            return address.bitLength() / Byte.SIZE;
        }

        /** The certificates here have no address among their names. */
        @Override
        public boolean isIn(Certificate certificate) {
            return false;
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /**
     * A host name.
     *
     * @param name fully qualified, without a dot at its end
     */
    record HostName(String name) implements Identity {

        /** ID_FQDN. */
        public static final int TYPE = 2;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int lengthBytes() {
            return name.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        public boolean isIn(Certificate certificate) {
            return certificate.subject().commonName().equals(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * The subject of a certificate: Cisco IOS-XE takes it for signatures unless told otherwise (IKEv2 profile, {@code identity
     * local}).
     *
     * @param name the subject
     */
    record Subject(DistinguishedName name) implements Identity {

        /** ID_DER_ASN1_DN. */
        public static final int TYPE = 9;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int lengthBytes() {
            return name.encode().length;
        }

        @Override
        public boolean isIn(Certificate certificate) {
            return certificate.subject().equals(name);
        }

        @Override
        public String toString() {
            return name.toString();
        }
    }
}
