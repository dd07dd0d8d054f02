package dmvpn.config.frr;

import dmvpn.network.device.Ospfv3;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;

/** OSPF for IPv4. What a process says about interfaces is written there: see {@link InterfaceRouting}. */
final class OspfSection implements Section {

    /** Equal paths that IOS uses unless told otherwise; FRRouting uses as many as it was built for. */
    static final int DEFAULT_PATHS = 4;

    /** Time between hellos to configured neighbours that are silent, as IOS has it; FRRouting has 60 s by itself. */
    private static final int POLL_SECONDS = 120;

    @Override
    public void write(FrrContext context) {
        context.device().routing().ospf().stream().filter(process -> !Ospfv3.runs(context.device(), process))
                .forEach(process -> writeProcess(context, process));
    }

    private static void writeProcess(FrrContext context, OspfProcess process) {
        List<String> lines = new ArrayList<>();
        for (OspfArea area : process.areas()) {
            if (area.kind() != OspfAreaKind.NORMAL) {
                lines.add("area " + area.number() + words(area.kind()));
            }
            area.ranges().forEach(range -> lines.add("area " + area.number() + " range " + range));
        }
        process.neighbors().forEach(neighbor -> lines.add("neighbor " + neighbor.address() + " priority " + neighbor.priority()
                + " poll-interval " + POLL_SECONDS));
        lines.addAll(RedistributionText.lines(context, process.options(), RouteSource.OSPF, true));
        if (process.defaultOrigination().isPresent()) {
            lines.add("default-information originate always");
        }
        process.options().distance().ifPresent(distance -> lines.add("distance ospf intra-area " + distance.internal()
                + " inter-area " + distance.internal() + " external " + distance.external().orElse(distance.internal())));
        lines.add("maximum-paths " + process.options().maximumPaths().orElse(DEFAULT_PATHS));
        process.options().policies().forEach(use -> context.leaveOut("policy " + use.policy()
                + " on OSPF: FRRouting 8.4 cannot filter routes between OSPF and the routing table"));
        context.block(process.origin(), List.of("router ospf" + FrrText.ofVrf(process.vrf())));
        context.lines(process.origin(), FrrText.indented(" ", lines));
        context.line(process.origin(), "exit");
    }

    static String words(OspfAreaKind kind) {
        return switch (kind) {
            case NORMAL -> "";
            case STUB -> " stub";
            case TOTALLY_STUB -> " stub no-summary";
            case NSSA -> " nssa";
            case TOTALLY_NSSA -> " nssa no-summary";
        };
    }
}
