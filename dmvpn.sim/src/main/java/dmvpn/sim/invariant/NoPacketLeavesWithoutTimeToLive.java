package dmvpn.sim.invariant;

/** A packet whose TTL is used up goes no further (RFC 791 section 3.2). */
final class NoPacketLeavesWithoutTimeToLive implements Invariant.OfSent {

    @Override
    public String name() {
        return "no packet leaves with a TTL of 0";
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        if (crossing.packet().timeToLive() <= 0 || crossing.innermost().timeToLive() <= 0) {
            complaints.complain("a packet to " + crossing.packet().destination() + " left with a TTL of 0");
        }
    }
}
