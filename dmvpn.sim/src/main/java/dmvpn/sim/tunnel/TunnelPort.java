package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.router.RouterInterface;
import java.util.Optional;

/** A running GRE tunnel interface, as NHRP uses it. */
public interface TunnelPort extends RouterInterface {

    /** Its configuration as of now. */
    TunnelInterface configuration();

    /** Address of the tunnel source: the local NBMA address. Empty while the source has none. */
    Optional<IpAddress> nbmaAddress();

    /** Who finds far ends; set once by NHRP before the router starts. */
    void setResolver(NbmaResolver resolver);

    /** Who takes NHRP packets; set once by NHRP before the router starts. */
    void setNhrpReceiver(NhrpReceiver receiver);

    /**
     * Encapsulates a control packet (GRE protocol type 0x2001) to an NBMA address. Dropped, with a record of why, when
     * the tunnel is protected and no security association leads there.
     */
    void sendNhrp(IpAddress nbmaAddress, Packet packet);

    /** Tells interface listeners that multicast reaches one more neighbour. */
    void announceMulticastTarget();
}
