package dmvpn.sim.invariant;

import dmvpn.sim.packet.IpPacket;

/** A router sends GRE and ESP from an address of its own. */
final class TunnelPacketsHaveOwnSources implements Invariant.OfSent {

    @Override
    public String name() {
        return "tunnel packets come from an address of their router";
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        int protocol = crossing.packet().protocolNumber();
        if ((protocol == IpPacket.GRE || protocol == IpPacket.ESP) && crossing.isAtRouter()
                && !crossing.network().owns(crossing.node(), crossing.packet().source())) {
            complaints.complain("a packet to " + crossing.packet().destination() + " left from "
                    + crossing.packet().source() + ", which is no address of the router");
        }
    }
}
