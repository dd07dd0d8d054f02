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

    /**
     * True while control packets can be sent: the tunnel is in use and its source has an address. The line protocol, which
     * data needs, may be down all the same.
     */
    boolean isInService();

    /**
     * NHRP lets the line protocol come up, or takes it down ({@code if-state nhrp}).
     *
     * @param reason why, for the trace
     */
    void setLineProtocol(LineProtocol lineProtocol, String reason);

    /** Who finds far ends; set once by NHRP before the router starts. */
    void setResolver(NbmaResolver resolver);

    /** Who takes NHRP packets; set once by NHRP before the router starts. */
    void setNhrpReceiver(NhrpReceiver receiver);

    /**
     * Encapsulates a control packet (GRE protocol type 0x2001) to an NBMA address. Dropped, with a record of why, when
     * the tunnel is protected and no security association leads there.
     */
    void sendNhrp(FarEnd farEnd, Packet packet);

    /** Tells interface listeners that multicast reaches one more neighbour. */
    void announceMulticastTarget();
}
