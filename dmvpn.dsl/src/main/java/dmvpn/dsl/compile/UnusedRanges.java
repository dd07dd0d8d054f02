package dmvpn.dsl.compile;

import dmvpn.dsl.rules.TextRules;
import dmvpn.network.device.Device;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.RouteSource;
import java.util.Collection;
import java.util.List;

/** Ranges of a cloud's area that none of its routers can announce, since each is in that area alone (RFC 2328 section 12.4.3). */
final class UnusedRanges {

    private final CompileContext context;

    UnusedRanges(CompileContext context) {
        this.context = context;
    }

    /** Reports them where they are written. */
    void check(Collection<CloudPlan> clouds, List<Device> devices) {
        for (CloudPlan cloud : clouds) {
            for (RoutingPlan plan : cloud.routing()) {
                if (plan.protocol() == RouteSource.OSPF) {
                    plan.tunnels().area().filter(area -> !area.ranges().isEmpty())
                            .filter(area -> devices.stream().noneMatch(device -> announces(device, cloud, plan, area)))
                            .ifPresent(area -> context.report(TextRules.UNKNOWN_SETTING, "No router of cloud " + cloud.cloud().name()
                                    + " is between area " + area.number() + " and another one, so nobody announces these ranges: "
                                    + "put an interface of a hub into another area, such as routing ospf " + plan.process()
                                    + " { on lan { area 0 } }, or remove range", area.origin()));
                }
            }
        }
    }

    private static boolean announces(Device device, CloudPlan cloud, RoutingPlan plan, OspfArea area) {
        return device.tunnels().stream().anyMatch(tunnel -> tunnel.cloud().equals(cloud.cloud().name()))
                && device.routing().ospf().stream().filter(process -> process.process() == plan.process())
                        .flatMap(process -> process.areas().stream())
                        .anyMatch(said -> said.number() == area.number() && said.ranges().containsAll(area.ranges()));
    }
}
