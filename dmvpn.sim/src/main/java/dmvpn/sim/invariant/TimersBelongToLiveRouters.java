package dmvpn.sim.invariant;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A timer belongs to a router with power: after power-off nothing of a protocol happens there. */
final class TimersBelongToLiveRouters implements Invariant.OfEvents {

    /** What is told at a router and happens elsewhere: a box that translates addresses in front of it has power of its own. */
    private static final Set<String> WITHOUT_POWER = Set.of("Device", "Scenario", "Underlay", "DHCP", "NAT");

    private final Map<Integer, Long> offSince = new HashMap<>();

    @Override
    public String name() {
        return "every timer belongs to a router with power";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.isPowerOff()) {
            offSince.put(happening.node(), happening.timeNanos());
        } else if (happening.isPowerOn()) {
            offSince.remove(happening.node());
        } else if (offSince.getOrDefault(happening.node(), Long.MAX_VALUE) < happening.timeNanos()
                && !WITHOUT_POWER.contains(happening.event().protocol())) {
            complaints.complain(happening.event().protocol() + " '" + happening.event().message()
                    + "' happened on a router without power");
        }
    }
}
