package dmvpn.sim.bfd.message;

/**
 * The bits of a BFD Control packet that may be set (RFC 5880 section 4.1). Authentication and multipoint are not among them.
 *
 * @param poll an answer with {@code finished} is wanted, as a parameter changed
 * @param finished answers a packet with {@code poll}
 * @param controlPlaneIndependent the sender goes on while its control plane restarts
 * @param demand the sender wants no periodic packets any more
 */
public record BfdFlags(boolean poll, boolean finished, boolean controlPlaneIndependent, boolean demand) {

    /** None is set. */
    public static final BfdFlags NONE = new BfdFlags(false, false, false, false);
    /** An answer is wanted. */
    public static final BfdFlags POLL = new BfdFlags(true, false, false, false);
    /** The answer. */
    public static final BfdFlags FINAL = new BfdFlags(false, true, false, false);

    /**
     * Checks the combination.
     *
     * @throws IllegalArgumentException when both poll and final are set (RFC 5880 section 6.5)
     */
    public BfdFlags {
        if (poll && finished) {
            throw new IllegalArgumentException("a packet has the Poll or the Final bit, not both");
        }
    }
}
