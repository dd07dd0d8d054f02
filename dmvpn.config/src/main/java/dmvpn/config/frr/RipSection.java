package dmvpn.config.frr;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** RIP version 2. */
final class RipSection implements Section {

    @Override
    public void write(FrrContext context) {
        context.device().routing().rip().forEach(process -> writeProcess(context, process));
    }

    private static void writeProcess(FrrContext context, RipProcess process) {
        List<String> lines = new ArrayList<>();
        lines.add("version 2");
        // FRRouting counts from the invalid route to its end, IOS from the last update.
        process.timers().ifPresent(timers -> lines.add("timers basic " + timers.update().toSeconds() + " "
                + timers.invalid().toSeconds() + " " + timers.flush().minus(timers.invalid()).toSeconds()));
        process.networks().stream().filter(network -> network.network() instanceof Ipv4Address)
                .forEach(network -> lines.add("network " + network));
        process.interfaces().stream().filter(RipInterface::passive)
                .forEach(settings -> lines.add("passive-interface " + settings.interfaceName()));
        if (process.defaultOrigination().isPresent()) {
            lines.add("default-information originate");
        }
        lines.addAll(RedistributionText.lines(context, process.options(), RouteSource.RIP, true));
        process.options().distance().ifPresent(distance -> lines.add("distance " + distance.internal()));
        if (process.options().maximumPaths().orElse(OspfSection.DEFAULT_PATHS) > 1) {
            lines.add("allow-ecmp");
        }
        for (PolicyUse use : process.options().policies()) {
            String direction = use.direction() == PolicyDirection.IN ? "in" : "out";
            if (context.device().routing().policyNamed(use.policy()).filter(RoutePolicy::looksAtPrefixesAlone).isPresent()) {
                lines.add("distribute-list prefix " + use.policy() + " " + direction);
            } else {
                // Mended in 8.5: ripd kept route maps on interfaces without a word and did not use them.
                context.leaveOut("policy " + use.policy() + " on RIP before FRRouting 8.5, which reads route maps on interfaces and "
                        + "does not use them");
                interfaces(context.device(), process).forEach(name ->
                        lines.add("route-map " + use.policy() + " " + direction + " " + name));
            }
        }
        context.block(process.origin(), List.of("router rip" + FrrText.ofVrf(process.vrf())));
        context.lines(process.origin(), FrrText.indented(" ", lines));
        context.line(process.origin(), "exit");
    }

    /** Names of the interfaces that take part. */
    private static Stream<String> interfaces(Device device, RipProcess process) {
        return Stream.concat(
                device.interfaces().stream().filter(port -> port.vrf().equals(process.vrf())
                        && port.assignment() instanceof AddressAssignment.Static fixed
                        && process.covers(fixed.address().address())).map(NetworkInterface::name),
                device.tunnels().stream().filter(tunnel -> tunnel.vrf().equals(process.vrf())
                        && process.covers(tunnel.address().address()))
                        .map(TunnelInterface::name));
    }
}
