package dmvpn.config.cisco;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Ospfv3;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** OSPF processes of version 2. What they say about interfaces is written there: see {@link RoutingLines}. */
final class OspfSection implements Section {

    @Override
    public void write(CiscoContext context) {
        context.device().routing().ospf().stream().filter(process -> !Ospfv3.runs(context.device(), process))
                .forEach(process -> writeProcess(context, process));
    }

    private static void writeProcess(CiscoContext context, OspfProcess process) {
        List<String> lines = areas(process, range -> CiscoText.withNetmask(range));
        lines.addAll(passiveInterfaces(process));
        process.neighbors().forEach(neighbor -> lines.add("neighbor " + neighbor.address()
                + (neighbor.priority() == 0 ? "" : " priority " + neighbor.priority())));
        lines.addAll(RedistributionText.lines(process.options(), RouteSource.OSPF));
        lines.addAll(defaultAndPolicies(context, process));
        context.block(process.origin(), "router ospf " + process.process() + process.vrf().map(vrf -> " vrf " + vrf).orElse("")
                + "\n" + RedistributionText.indented(" ", lines));
    }

    /** Kinds and ranges of areas. */
    static List<String> areas(OspfProcess process, Function<IpPrefix, String> written) {
        List<String> lines = new ArrayList<>();
        for (OspfArea area : process.areas()) {
            if (area.kind() != OspfAreaKind.NORMAL) {
                lines.add("area " + area.number() + words(area));
            }
            area.ranges().forEach(range -> lines.add("area " + area.number() + " range " + written.apply(range)));
        }
        return lines;
    }

    static List<String> passiveInterfaces(OspfProcess process) {
        return process.interfaces().stream().filter(OspfInterface::passive)
                .map(settings -> "passive-interface " + settings.interfaceName()).toList();
    }

    /** The default route, policies and distances. */
    static List<String> defaultAndPolicies(CiscoContext context, OspfProcess process) {
        List<String> lines = new ArrayList<>();
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
        return lines;
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
