package dmvpn.sim.invariant;

import dmvpn.sim.packet.IpFragment;

/** A packet with DF is not cut (RFC 791 section 3.2). */
final class FragmentsAreOfPacketsThatMayBeCut implements Invariant.OfSent {

    @Override
    public String name() {
        return "no packet with DF is fragmented";
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        if (crossing.packet().content() instanceof IpFragment && crossing.packet().dontFragment()) {
            complaints.complain("a fragment to " + crossing.packet().destination() + " left " + crossing.interfaceName()
                    + " with DF");
        }
    }
}
