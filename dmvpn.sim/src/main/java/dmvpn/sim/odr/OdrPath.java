package dmvpn.sim.odr;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.kernel.Scheduler;

/** A way to a destination, by the stub that told it. */
final class OdrPath {

    private final IpPrefix prefix;
    private final IpAddress nextHop;
    private final String interfaceName;
    private long heardAtNanos;
    private boolean valid = true;
    private long timer = Scheduler.NO_TIMER;

    OdrPath(IpPrefix prefix, IpAddress nextHop, String interfaceName) {
        this.prefix = prefix;
        this.nextHop = nextHop;
        this.interfaceName = interfaceName;
    }

    IpPrefix prefix() {
        return prefix;
    }

    IpAddress nextHop() {
        return nextHop;
    }

    String interfaceName() {
        return interfaceName;
    }

    long heardAtNanos() {
        return heardAtNanos;
    }

    /** False once nothing was heard of it for too long. */
    boolean isValid() {
        return valid;
    }

    void heard(long nowNanos) {
        heardAtNanos = nowNanos;
        valid = true;
    }

    void setInvalid() {
        valid = false;
    }

    long timer() {
        return timer;
    }

    void setTimer(long newTimer) {
        timer = newTimer;
    }
}
