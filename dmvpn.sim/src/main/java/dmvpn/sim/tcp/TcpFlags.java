package dmvpn.sim.tcp;

/**
 * The control bits of a segment (RFC 9293 section 3.1). PSH goes with data; URG and those of ECN are not used.
 *
 * @param synchronize SYN: the connection is asked for
 * @param acknowledge ACK: the acknowledgement number counts
 * @param finish FIN: the sender has no more data
 * @param reset RST: there is no such connection
 */
public record TcpFlags(boolean synchronize, boolean acknowledge, boolean finish, boolean reset) {

    /** SYN alone. */
    public static final TcpFlags SYN = new TcpFlags(true, false, false, false);
    /** SYN and ACK. */
    public static final TcpFlags SYN_ACK = new TcpFlags(true, true, false, false);
    /** ACK alone. */
    public static final TcpFlags ACK = new TcpFlags(false, true, false, false);
    /** FIN and ACK. */
    public static final TcpFlags FIN_ACK = new TcpFlags(false, true, true, false);
    /** RST alone. */
    public static final TcpFlags RST = new TcpFlags(false, false, false, true);
    /** RST and ACK. */
    public static final TcpFlags RST_ACK = new TcpFlags(false, true, false, true);
}
