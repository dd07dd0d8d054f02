package dmvpn.sim.eigrp.message;

/**
 * Flags of the EIGRP header (RFC 7868 section 6.2).
 *
 * @param initialize INIT: the neighbour is new and shall send all its routes
 * @param conditionalReceive CR: only neighbours in conditional receive mode take it
 * @param endOfTable EOT: the last packet of the initial routes
 */
public record EigrpFlags(boolean initialize, boolean conditionalReceive, boolean endOfTable) {

    /** No flag. */
    public static final EigrpFlags NONE = new EigrpFlags(false, false, false);
    /** The null update that starts a neighbour. */
    public static final EigrpFlags INIT = new EigrpFlags(true, false, false);
    /** The last update of the initial routes. */
    public static final EigrpFlags END_OF_TABLE = new EigrpFlags(false, false, true);

    private static final int INITIALIZE = 0x1;
    private static final int CONDITIONAL_RECEIVE = 0x2;
    private static final int END_OF_TABLE_BIT = 0x8;

    /** The flags field. Bits without a meaning here are 0. */
    public int bits() {
        return (initialize ? INITIALIZE : 0) | (conditionalReceive ? CONDITIONAL_RECEIVE : 0)
                | (endOfTable ? END_OF_TABLE_BIT : 0);
    }

    /** The flags of a field. Bits without a meaning here are ignored. */
    public static EigrpFlags ofBits(long bits) {
        return new EigrpFlags((bits & INITIALIZE) != 0, (bits & CONDITIONAL_RECEIVE) != 0, (bits & END_OF_TABLE_BIT) != 0);
    }
}
