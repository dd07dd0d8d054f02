package dmvpn.sim.bfd;

import dmvpn.network.routing.BidirectionalForwarding;

/**
 * What this end wants of the sessions on an interface.
 *
 * @param intervalNanos time between packets in both directions
 * @param multiplier packets of this end that may be missed
 */
record BfdParameters(long intervalNanos, int multiplier) {

    private static final long NANOS_PER_MICRO = 1000;

    static BfdParameters of(BidirectionalForwarding configured) {
        return new BfdParameters(configured.interval().toNanos(), configured.multiplier());
    }

    long intervalMicros() {
        return intervalNanos / NANOS_PER_MICRO;
    }
}
