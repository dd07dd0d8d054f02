package dmvpn.sim.invariant;


/** A packet is no longer than its length field can say (RFC 791 section 3.1). */
final class PacketsFitTheirLengthField implements Invariant.OfSent {

    private static final int LONGEST_BYTES = 65_535;

    @Override
    public String name() {
        return "no packet is longer than 65535 bytes";
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        if (crossing.lengthBytes() > LONGEST_BYTES) {
            complaints.complain("a packet to " + crossing.packet().destination() + " has " + crossing.lengthBytes()
                    + " bytes");
        }
    }
}
