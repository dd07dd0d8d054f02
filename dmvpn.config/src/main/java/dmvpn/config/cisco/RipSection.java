package dmvpn.config.cisco;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** RIP version 2. Its networks are classful, so that interfaces which they cover beside the wanted ones are silenced. */
final class RipSection implements Section {

    @Override
    public void write(CiscoContext context) {
        List<RipProcess> processes = context.device().routing().rip();
        if (!processes.isEmpty()) {
            context.block(processes.getFirst().origin(), "router rip\n version 2\n no auto-summary\n");
            processes.forEach(process -> writeTable(context, process));
        }
    }

    private static void writeTable(CiscoContext context, RipProcess process) {
        List<String> lines = new ArrayList<>();
        if (process.vrf().isPresent()) {
            lines.add("version 2");
            lines.add("no auto-summary");
        }
        process.timers().ifPresent(timers -> lines.add("timers basic " + timers.update().toSeconds() + " "
                + timers.invalid().toSeconds() + " " + timers.holdDown().toSeconds() + " " + timers.flush().toSeconds()));
        Set<IpPrefix> majors = new LinkedHashSet<>();
        process.networks().stream().filter(network -> network.network() instanceof Ipv4Address)
                .forEach(network -> majors.add(major(network)));
        majors.forEach(network -> lines.add("network " + network.network()));
        silent(context, process, majors).forEach(name -> lines.add("passive-interface " + name));
        if (process.defaultOrigination().isPresent()) {
            lines.add("default-information originate");
        }
        lines.addAll(RedistributionText.lines(process.options(), RouteSource.RIP));
        process.options().distance().ifPresent(distance -> lines.add("distance " + distance.internal()));
        for (PolicyUse use : process.options().policies()) {
            if (context.device().routing().policyNamed(use.policy()).filter(RoutePolicy::looksAtPrefixesAlone).isPresent()) {
                lines.add("distribute-list prefix " + use.policy() + (use.direction() == PolicyDirection.IN ? " in" : " out"));
            } else {
                context.note("RIP of IOS filters by prefixes alone: policy " + use.policy() + " is not used in the configuration of "
                        + context.device().reference());
            }
        }
        if (process.vrf().isPresent()) {
            context.lines(process.origin(), " address-family ipv4 vrf " + process.vrf().get() + "\n"
                    + RedistributionText.indented("  ", lines) + " exit-address-family\n");
        } else {
            context.lines(process.origin(), RedistributionText.indented(" ", lines));
        }
    }

    private static List<String> silent(CiscoContext context, RipProcess process, Set<IpPrefix> majors) {
        List<String> names = new ArrayList<>(
                process.interfaces().stream().filter(RipInterface::passive).map(RipInterface::interfaceName).toList());
        for (NetworkInterface port : context.device().interfaces()) {
            if (port.vrf().equals(process.vrf()) && port.assignment() instanceof AddressAssignment.Static fixed
                    && !process.covers(fixed.address().address())
                    && majors.stream().anyMatch(major -> major.contains(fixed.address().address()))) {
                names.add(port.name());
            }
        }
        return names;
    }

    /** The network of class A, B or C that an address is in (RFC 791 section 3.2). */
    private static IpPrefix major(IpPrefix network) {
        int first = Integer.parseInt(network.network().toString().split("\\.", 2)[0]);
        return IpPrefix.containing(network.network(), first < 128 ? 8 : first < 192 ? 16 : 24);
    }
}
