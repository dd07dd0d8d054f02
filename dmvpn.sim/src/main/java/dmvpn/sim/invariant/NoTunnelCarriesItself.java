package dmvpn.sim.invariant;


/** No GRE packet carries another one: a tunnel does not run through a tunnel. */
final class NoTunnelCarriesItself implements Invariant.OfSent {

    @Override
    public String name() {
        return "no tunnel carries a tunnel";
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        if (crossing.greLayers() > 1) {
            complaints.complain("a GRE packet to " + crossing.packet().destination() + " carries another one");
        }
    }
}
