package dmvpn.sim.nhrp.message;

/**
 * Flags of resolution messages (RFC 2332 section 5.2.1); the last one is Cisco's.
 *
 * @param router Q: the requester is a router
 * @param authoritative A: an authoritative answer is wanted, or given
 * @param destinationStable D: the answer holds at the given holding time
 * @param unique U: a unique answer is wanted, or given
 * @param sourceStable S: the source's own mapping holds at its holding time, so others may cache it
 * @param natCapable N: the requester understands the NAT address extension
 */
public record ResolutionFlags(boolean router, boolean authoritative, boolean destinationStable, boolean unique,
        boolean sourceStable, boolean natCapable) {

    /** As IOS sends a request: {@code router auth src-stable nat}. */
    public static final ResolutionFlags REQUEST = new ResolutionFlags(true, true, false, false, true, true);

    /** As IOS sends a reply: {@code router auth dst-stable unique src-stable nat}. */
    public static final ResolutionFlags REPLY = new ResolutionFlags(true, true, true, true, true, true);

    private static final int ROUTER = 0x8000;
    private static final int AUTHORITATIVE = 0x4000;
    private static final int DESTINATION_STABLE = 0x2000;
    private static final int UNIQUE = 0x1000;
    private static final int SOURCE_STABLE = 0x0800;
    private static final int NAT_CAPABLE = 0x0002;

    /** The flags field. Bits without a meaning are 0. */
    public int bits() {
        return (router ? ROUTER : 0) | (authoritative ? AUTHORITATIVE : 0) | (destinationStable ? DESTINATION_STABLE : 0)
                | (unique ? UNIQUE : 0) | (sourceStable ? SOURCE_STABLE : 0) | (natCapable ? NAT_CAPABLE : 0);
    }

    /** The flags of a field. Bits without a meaning are ignored. */
    public static ResolutionFlags ofBits(int bits) {
        return new ResolutionFlags((bits & ROUTER) != 0, (bits & AUTHORITATIVE) != 0, (bits & DESTINATION_STABLE) != 0,
                (bits & UNIQUE) != 0, (bits & SOURCE_STABLE) != 0, (bits & NAT_CAPABLE) != 0);
    }

    /** As IOS prints them in debugs. */
    @Override
    public String toString() {
        return FlagNames.join(router ? "router" : "", authoritative ? "auth" : "", destinationStable ? "dst-stable" : "",
                unique ? "unique" : "", sourceStable ? "src-stable" : "", natCapable ? "nat" : "");
    }
}
