package dmvpn.sim.invariant;

import java.util.HashSet;
import java.util.Set;

/** A router without power sends nothing. */
final class RoutersWithoutPowerAreSilent implements Invariant.OfSent, Invariant.OfEvents {

    private final Set<Integer> off = new HashSet<>();

    @Override
    public String name() {
        return "a router without power sends no packet";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.isPowerOff()) {
            off.add(happening.node());
        } else if (happening.isPowerOn()) {
            off.remove(happening.node());
        }
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        if (off.contains(crossing.node())) {
            complaints.complain("a packet to " + crossing.packet().destination() + " left although there is no power");
        }
    }
}
