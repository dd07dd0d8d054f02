package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.RouteClause;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import java.util.List;
import java.util.Optional;

/** Names the uplink in another VRF that a static route leads to. */
final class RouteInterfaceFix implements QuickFix {

    @Override
    public String ruleId() {
        return "R-VR-04";
    }

    @Override
    public List<Mend> mends(Problem problem) {
        return problem.element(RouteClause.class).filter(route -> route.getInterface() == null)
                .flatMap(route -> Problem.written(route, ModelPackage.Literals.ROUTE_CLAUSE__NEXT_HOP))
                .flatMap(nextHop -> uplink(problem).map(uplink -> new Mend("Name the interface " + uplink.name(),
                        nextHop.getEndOffset(), 0, " interface " + uplink.name())))
                .stream().toList();
    }

    private static Optional<NetworkInterface> uplink(Problem problem) {
        return Analysis.of(problem.document().resource()).network().devices().stream()
                .flatMap(device -> device.routing().staticRoutes().stream()
                        .filter(route -> route.origin().offset() == problem.offset())
                        .flatMap(route -> route.nextHop().flatMap(nextHop -> attachedTo(device, nextHop)).stream()))
                .findFirst();
    }

    private static Optional<NetworkInterface> attachedTo(Device device, IpAddress nextHop) {
        return device.interfaces().stream().filter(candidate -> candidate.assignment() instanceof AddressAssignment.Static fixed
                && fixed.address().prefix().contains(nextHop)).findFirst();
    }
}
