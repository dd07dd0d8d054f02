package dmvpn.sim.cdp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.cdp.message.CdpFrame;
import dmvpn.sim.cdp.message.CdpTlv;
import dmvpn.sim.kernel.Scheduler;
import java.util.Optional;

/** A router on the other end of a link, as it presented itself last. */
public final class CdpNeighbor {

    /** What neighbours of a link are told apart by. */
    record Key(String deviceId, String portId) {
    }

    private final Key key;
    private CdpFrame frame;
    private long expiresAtNanos;
    private long timer = Scheduler.NO_TIMER;

    CdpNeighbor(Key key, CdpFrame frame) {
        this.key = key;
        this.frame = frame;
    }

    Key key() {
        return key;
    }

    /** Its name. */
    public String deviceId() {
        return key.deviceId();
    }

    /** Its interface. */
    public String portId() {
        return key.portId();
    }

    /** What it said last. */
    public CdpFrame frame() {
        return frame;
    }

    /** Its address on the link; empty when it told none. */
    public Optional<IpAddress> address() {
        return frame.first(CdpTlv.Addresses.class).flatMap(told -> told.addresses().stream().findFirst());
    }

    void setFrame(CdpFrame said) {
        frame = said;
    }

    long expiresAtNanos() {
        return expiresAtNanos;
    }

    long timer() {
        return timer;
    }

    void setExpiry(long newTimer, long atNanos) {
        timer = newTimer;
        expiresAtNanos = atNanos;
    }
}
