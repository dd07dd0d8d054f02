package dmvpn.sim.nhrp.message;

/**
 * Flags of registration messages (RFC 2332 section 5.2.3); the last one is Cisco's.
 *
 * @param unique U: no other NBMA address may have the protocol address
 * @param natCapable N: the client understands the NAT address extension
 */
public record RegistrationFlags(boolean unique, boolean natCapable) {

    private static final int UNIQUE = 0x8000;
    private static final int NAT_CAPABLE = 0x0002;

    /** The flags field. Bits without a meaning are 0. */
    public int bits() {
        return (unique ? UNIQUE : 0) | (natCapable ? NAT_CAPABLE : 0);
    }

    /** The flags of a field. Bits without a meaning are ignored. */
    public static RegistrationFlags ofBits(int bits) {
        return new RegistrationFlags((bits & UNIQUE) != 0, (bits & NAT_CAPABLE) != 0);
    }

    /** As IOS prints them in debugs. */
    @Override
    public String toString() {
        return FlagNames.join(unique ? "unique" : "", natCapable ? "nat" : "");
    }
}
