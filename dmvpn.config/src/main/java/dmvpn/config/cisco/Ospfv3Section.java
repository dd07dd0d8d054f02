package dmvpn.config.cisco;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Ospfv3;
import dmvpn.network.routing.OspfProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * OSPF processes of version 3 ({@code router ospfv3}, Cisco IOS IP Routing: OSPF Command Reference). What they say about interfaces
 * is written there: see {@link RoutingLines}.
 */
final class Ospfv3Section implements Section {

    @Override
    public void write(CiscoContext context) {
        context.device().routing().ospf().stream().filter(process -> Ospfv3.runs(context.device(), process))
                .forEach(process -> writeProcess(context, process));
    }

    private static void writeProcess(CiscoContext context, OspfProcess process) {
        List<String> ofFamily = new ArrayList<>(OspfSection.areas(process, IpPrefix::toString));
        ofFamily.addAll(OspfSection.passiveInterfaces(process));
        ofFamily.addAll(RedistributionText.linesIntoOspfv3(process.options()));
        ofFamily.addAll(OspfSection.defaultAndPolicies(context, process));
        String vrf = process.vrf().map(name -> " vrf " + name).orElse("");
        context.block(process.origin(), "router ospfv3 " + process.process() + "\n router-id "
                + Ospfv3.routerId(context.device(), process) + "\n !\n address-family ipv6 unicast" + vrf + "\n"
                + RedistributionText.indented("  ", ofFamily) + " exit-address-family\n");
    }
}
