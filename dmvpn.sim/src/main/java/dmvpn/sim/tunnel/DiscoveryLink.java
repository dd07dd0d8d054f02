package dmvpn.sim.tunnel;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.router.RouterInterface;

/** A tunnel as a protocol below IP uses it that discovers neighbours: its frames have GRE protocol type 0x2000. */
public interface DiscoveryLink extends RouterInterface {

    /** Who takes such frames; set once before the router starts. */
    void setDiscoveryReceiver(DiscoveryReceiver receiver);

    /** Sends a frame to everybody whom multicast reaches. */
    void sendDiscovery(Packet frame);

    /** Takes frames that arrive. */
    @FunctionalInterface
    interface DiscoveryReceiver {
        /** A frame arrived on the tunnel. */
        void received(DiscoveryLink link, Packet frame);
    }
}
