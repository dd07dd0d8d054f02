package dmvpn.config.cisco;

import dmvpn.network.routing.OnDemandRouting;
import java.util.List;

/** On-demand routing: CDP everywhere, a process on the hub only (Cisco, On-Demand Routing configuration guide). */
final class OdrSection implements Section {

    @Override
    public void write(CiscoContext context) {
        List<OnDemandRouting> tables = context.device().routing().odr();
        if (!tables.isEmpty()) {
            context.block(tables.getFirst().origin(), "cdp run\n");
        }
        for (OnDemandRouting odr : tables) {
            if (odr.vrf().isPresent()) {
                context.note("On-demand routing knows the global table only: it is missing in VRF " + odr.vrf().get() + " of "
                        + context.device().reference());
            } else if (odr.hub()) {
                context.block(odr.origin(), "router odr\n"
                        + (odr.distance().isPresent() ? " distance " + odr.distance().getAsInt() + "\n" : ""));
            }
        }
    }
}
