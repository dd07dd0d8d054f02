package dmvpn.sim.rip;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.kernel.Scheduler;

/** A way to a destination that a neighbour told. */
final class RipPath {

    private final IpPrefix prefix;
    private final RipPort port;
    private final IpAddress from;
    private Ipv4Address nextHop;
    private long heardAtNanos;
    private long timer = Scheduler.NO_TIMER;

    /**
     * A way that was heard of now.
     *
     * @param from who told
     * @param nextHop router to send packets to: the teller, or one that it named
     */
    RipPath(IpPrefix prefix, RipPort port, IpAddress from, Ipv4Address nextHop, long heardAtNanos) {
        this.prefix = prefix;
        this.port = port;
        this.from = from;
        this.nextHop = nextHop;
        this.heardAtNanos = heardAtNanos;
    }

    IpPrefix prefix() {
        return prefix;
    }

    RipPort port() {
        return port;
    }

    IpAddress from() {
        return from;
    }

    Ipv4Address nextHop() {
        return nextHop;
    }

    void setNextHop(Ipv4Address newNextHop) {
        nextHop = newNextHop;
    }

    long heardAtNanos() {
        return heardAtNanos;
    }

    void heard(long nowNanos) {
        heardAtNanos = nowNanos;
    }

    long timer() {
        return timer;
    }

    void setTimer(long handle) {
        timer = handle;
    }

    boolean isFrom(RipPort otherPort, IpAddress otherSender) {
        return port == otherPort && from.equals(otherSender);
    }
}
