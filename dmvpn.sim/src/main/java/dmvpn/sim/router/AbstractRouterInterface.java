package dmvpn.sim.router;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.routing.ForwardingDecision;
import java.util.ArrayList;
import java.util.List;

/** What all interfaces of a running router share: listeners, and a part in forwarding. */
public abstract class AbstractRouterInterface implements RouterInterface {

    private final List<InterfaceListener> listeners = new ArrayList<>();

    @Override
    public final void addListener(InterfaceListener listener) {
        listeners.add(listener);
    }

    /** Tells listeners of a new state or address. */
    protected final void tellChanged() {
        for (InterfaceListener listener : List.copyOf(listeners)) {
            listener.changed(this);
        }
    }

    /** Tells listeners that multicast reaches one more neighbour. */
    protected final void tellMulticastTargetAdded() {
        for (InterfaceListener listener : List.copyOf(listeners)) {
            listener.multicastTargetAdded(this);
        }
    }

    /**
     * The line fails, or works again: an interface whose line has failed is down whatever its configuration says.
     *
     * @param failed true when nothing gets through any more
     */
    public abstract void setFailed(boolean failed);

    /** True while the interface is held down as the backup of another one. */
    public boolean isStandby() {
        return false;
    }

    /** Packets that found the output queue full, since the start of the run. */
    public long outputDrops() {
        return 0;
    }

    /** False when the interface knows that nobody there has the address, so that the router can tell the sender. */
    public boolean mayReach(IpAddress nextHop) {
        return true;
    }

    /** Largest packet that may leave towards a neighbour: less than {@link #mtuBytes} where the way there is known to take less. */
    public int mtuBytesTowards(IpAddress nextHop, IpPacket packet) {
        return mtuBytes();
    }

    /**
     * Sends a packet of somebody else on, and records that it did, or why not.
     *
     * @param ingress where the packet came in
     * @param packet the packet as it leaves
     * @param decision what routing decided
     */
    public abstract void forward(RouterInterface ingress, IpPacket packet, ForwardingDecision decision);
}
