package dmvpn.sim.routing;

import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/**
 * The best route of a prefix changed.
 *
 * @param vrf VRF of the table, null for the global one
 * @param route the new best route, or the one that went
 * @param installed false when no route to the prefix is left
 * @param reason why
 */
public record RouteEvent(String vrf, Route route, boolean installed, String reason) implements TraceEvent {

    @Override
    public String protocol() {
        return "RIB";
    }

    @Override
    public String message() {
        return installed ? "route installed" : "route removed";
    }

    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.text("vrf", vrf);
        fields.text("source", route.source().name());
        fields.prefix("prefix", route.prefix());
        fields.number("distance", route.distance());
        fields.number("metric", route.metric());
        fields.address("nextHop", route.nextHop().orElse(null));
        fields.text("interface", route.interfaceName().orElse(null));
    }
}
