package dmvpn.sim.packet;

/**
 * A packet without ports whose identifier tells one exchange from another: an ICMP query or its answer. Devices that
 * translate ports translate the identifier in their place (RFC 5508 section 3.1).
 */
public interface QueryPacket extends Packet {

    /** The identifier, 0 to 65535. */
    int identifier();

    /** The same packet with another identifier. */
    Packet withIdentifier(int newIdentifier);
}
