package dmvpn.config.cisco;

import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.Device;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;

/** OSPF processes. What they say about interfaces is written there: see {@link RoutingLines}. */
final class OspfSection implements Section {

    @Override
    public void write(CiscoContext context) {
        written(context.device()).forEach(process -> writeProcess(context, process));
        context.device().routing().ospf().stream().filter(process -> isForIpv6(context.device(), process)).forEach(process ->
                context.note("OSPF for IPv6 is not written yet: process " + process.process()
                        + " is missing in the configuration of " + context.device().reference()));
    }

    /** The processes of a device that are written: all but those for IPv6, which have commands of their own. */
    static List<OspfProcess> written(Device device) {
        return device.routing().ospf().stream().filter(process -> !isForIpv6(device, process)).toList();
    }

    private static boolean isForIpv6(Device device, OspfProcess process) {
        return device.tunnels().stream().filter(tunnel -> tunnel.address().address() instanceof Ipv6Address)
                .anyMatch(tunnel -> process.settingsOf(tunnel.name()).isPresent());
    }

    private static void writeProcess(CiscoContext context, OspfProcess process) {
        List<String> lines = new ArrayList<>();
        for (OspfArea area : process.areas()) {
            if (area.kind() != OspfAreaKind.NORMAL) {
                lines.add("area " + area.number() + words(area));
            }
            area.ranges().forEach(range -> lines.add("area " + area.number() + " range " + CiscoText.withNetmask(range)));
        }
        process.interfaces().stream().filter(OspfInterface::passive)
                .forEach(settings -> lines.add("passive-interface " + settings.interfaceName()));
        lines.addAll(RedistributionText.lines(process.options(), RouteSource.OSPF));
        if (process.defaultOrigination().isPresent()) {
            lines.add("default-information originate always");
        }
        process.options().policies().forEach(use -> {
            if (use.direction() == PolicyDirection.IN) {
                lines.add("distribute-list route-map " + use.policy() + " in");
            } else {
                context.note("OSPF cannot filter what it announces inside an area: policy " + use.policy()
                        + " is not used in the configuration of " + context.device().reference());
            }
        });
        process.options().distance().ifPresent(distance -> lines.add("distance ospf intra-area " + distance.internal()
                + " inter-area " + distance.internal()
                + " external " + distance.external().orElse(distance.internal())));
        context.block(process.origin(), "router ospf " + process.process() + process.vrf().map(vrf -> " vrf " + vrf).orElse("")
                + "\n" + RedistributionText.indented(" ", lines));
    }

    private static String words(OspfArea area) {
        return switch (area.kind()) {
            case NORMAL -> "";
            case STUB -> " stub";
            case TOTALLY_STUB -> " stub no-summary";
            case NSSA -> " nssa";
            case TOTALLY_NSSA -> " nssa no-summary";
        };
    }
}
