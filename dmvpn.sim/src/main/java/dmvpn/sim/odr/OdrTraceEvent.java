package dmvpn.sim.odr;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What on-demand routing reports: what becomes of routes. */
public sealed interface OdrTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "ODR";
    }

    /**
     * Something became of a route.
     *
     * @param change what, from a small set
     * @param prefix destination
     * @param nextHop who told it
     * @param interfaceName interface
     * @param reason why
     */
    record RouteChanged(String change, IpPrefix prefix, IpAddress nextHop, String interfaceName, String reason)
            implements OdrTraceEvent {

        @Override
        public String message() {
            return change;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.prefix("prefix", prefix);
            fields.address("nextHop", nextHop);
            fields.text("interface", interfaceName);
        }
    }

    /**
     * The router has on-demand routing and does not take part.
     *
     * @param reason why
     */
    record TakesNoPart(String reason) implements OdrTraceEvent {

        @Override
        public String message() {
            return "takes no part";
        }

        @Override
        public void describe(FieldWriter fields) {
            // the reason says it all
        }
    }
}
