package dmvpn.config.frr;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** EIGRP, as far as FRRouting 8.4 has it. */
final class EigrpSection implements Section {

    @Override
    public void write(FrrContext context) {
        context.device().routing().eigrp().forEach(process -> writeProcess(context, process));
    }

    private static void writeProcess(FrrContext context, EigrpProcess process) {
        List<String> lines = new ArrayList<>();
        process.networks().stream().filter(network -> network.network() instanceof Ipv4Address)
                .forEach(network -> lines.add("network " + network));
        if (process.networks().stream().anyMatch(network -> !(network.network() instanceof Ipv4Address))) {
            context.leaveOut("EIGRP for IPv6: FRRouting has none");
        }
        process.interfaces().stream().filter(EigrpInterface::passive)
                .forEach(settings -> lines.add("passive-interface " + settings.interfaceName()));
        process.metricWeights().filter(weights -> !weights.isDefault()).ifPresent(weights -> lines.add("metric weights "
                + weights.weights().stream().map(Object::toString).collect(Collectors.joining(" "))));
        lines.addAll(RedistributionText.lines(context, process.options(), RouteSource.EIGRP, false));
        lines.add("maximum-paths " + process.options().maximumPaths().orElse(OspfSection.DEFAULT_PATHS));
        process.name().ifPresent(name -> context.leaveOut("named mode of EIGRP " + process.autonomousSystem() + ", called " + name
                + ": FRRouting has classic mode and metrics alone"));
        context.device().tunnels().stream().filter(tunnel -> process.covers(tunnel.address().address())).forEach(tunnel ->
                context.leaveOut("bandwidth and delay of " + tunnel.name() + " for EIGRP: FRRouting 8.4 takes them after the "
                        + "process alone, and counts each interface as one of 100 Mbit/s"));
        process.stub().ifPresent(stub -> context.leaveOut(
                "EIGRP " + process.autonomousSystem() + " is a stub: FRRouting 8.4 has none"));
        process.options().policies().forEach(use -> context.leaveOut("policy " + use.policy()
                + " on EIGRP: FRRouting has filters by prefix list alone"));
        process.options().distance().ifPresent(distance -> context.leaveOut(
                "distance " + distance.internal() + " of EIGRP: FRRouting has fixed ones"));
        context.block(process.origin(), List.of("router eigrp " + process.autonomousSystem() + FrrText.ofVrf(process.vrf())));
        context.lines(process.origin(), FrrText.indented(" ", lines));
        context.line(process.origin(), "exit");
    }
}
