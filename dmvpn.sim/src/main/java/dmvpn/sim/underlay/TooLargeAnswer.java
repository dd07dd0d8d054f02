package dmvpn.sim.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import java.util.Optional;

/** What a router inside a network tells the sender of a packet that was too large for it: implemented by ICMP. */
@FunctionalInterface
public interface TooLargeAnswer {

    /**
     * The message about a packet that was dropped.
     *
     * @param from address of the router that dropped it
     * @param packet the packet
     * @param mtuBytes largest packet that the router could have sent on
     * @return the message, empty when nobody is to be told
     */
    Optional<IpPacket> about(IpAddress from, IpPacket packet, int mtuBytes);
}
