package dmvpn.config.frr;

import dmvpn.network.device.Ospfv3;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;

/** OSPF for IPv6 (RFC 5340): a process that has an interface with an IPv6 address. */
final class Ospf6Section implements Section {

    @Override
    public void write(FrrContext context) {
        context.device().routing().ospf().stream().filter(process -> Ospfv3.runs(context.device(), process))
                .forEach(process -> writeProcess(context, process));
    }

    private static void writeProcess(FrrContext context, OspfProcess process) {
        List<String> lines = new ArrayList<>();
        lines.add("ospf6 router-id " + Ospfv3.routerId(context.device(), process));
        for (OspfArea area : process.areas()) {
            if (area.kind() != OspfAreaKind.NORMAL) {
                lines.add("area " + area.number() + OspfSection.words(area.kind()));
            }
            area.ranges().forEach(range -> lines.add("area " + area.number() + " range " + range));
        }
        lines.addAll(RedistributionText.lines(context, process.options(), RouteSource.OSPF, true));
        if (process.defaultOrigination().isPresent()) {
            lines.add("default-information originate always");
        }
        process.options().distance().ifPresent(distance -> lines.add("distance ospf6 intra-area " + distance.internal()
                + " inter-area " + distance.internal() + " external " + distance.external().orElse(distance.internal())));
        lines.add("maximum-paths " + process.options().maximumPaths().orElse(OspfSection.DEFAULT_PATHS));
        context.block(process.origin(), List.of("router ospf6" + FrrText.ofVrf(process.vrf())));
        context.lines(process.origin(), FrrText.indented(" ", lines));
        context.line(process.origin(), "exit");
    }
}
