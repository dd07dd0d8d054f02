package dmvpn.sim.invariant;

/** No router sends a packet to the very address that it comes from. */
final class PacketsAreNotForTheirSender implements Invariant.OfSent {

    @Override
    public String name() {
        return "no packet is sent to its own source";
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        if (crossing.packet().source().equals(crossing.packet().destination())) {
            complaints.complain("a packet left from " + crossing.packet().source() + " to itself");
        }
    }
}
