package dmvpn.sim.invariant;

import dmvpn.sim.packet.IpPacket;

/** A router that passes a packet on lowers its TTL (RFC 1812 section 5.3.1). */
final class TimeToLiveFallsOnEveryHop implements Invariant.OfSent, Invariant.OfReceived {

    private IpPacket received;
    private int receiver;
    private long receivedAtNanos;

    @Override
    public String name() {
        return "the TTL falls on every hop";
    }

    @Override
    public void received(Crossing crossing, Complaints complaints) {
        if (crossing.isAtRouter()) {
            received = crossing.innermost();
            receiver = crossing.node();
            receivedAtNanos = crossing.timeNanos();
        }
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        IpPacket inner = crossing.innermost();
        if (received != null && receiver == crossing.node() && receivedAtNanos == crossing.timeNanos()
                && received.content() == inner.content() && inner.timeToLive() >= received.timeToLive()
                // What a router repeats of its own has the full TTL again, though an earlier copy may just have come back.
                && !crossing.network().owns(crossing.node(), inner.source())) {
            complaints.complain("a packet to " + inner.destination() + " came with a TTL of " + received.timeToLive()
                    + " and left with " + inner.timeToLive());
        }
    }
}
