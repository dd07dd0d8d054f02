package dmvpn.config.cisco;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.Ipv6RouterId;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * EIGRP for IPv6 in classic mode (Cisco, IPv6 Routing: EIGRP Support): a process has no networks, interfaces say that they take
 * part. Its router ID is an IPv4 address, which a router may not have, or share with another.
 */
final class Ipv6EigrpSection implements Section {

    @Override
    public void write(CiscoContext context) {
        EigrpProcesses.ofIpv6(context.device()).forEach(process -> writeProcess(context, process));
    }

    private static void writeProcess(CiscoContext context, EigrpProcess process) {
        List<String> lines = new ArrayList<>();
        lines.add("eigrp router-id " + Ipv6RouterId.of(context.device(), process));
        process.stub().ifPresent(stub -> lines.add("eigrp stub " + words(stub)));
        process.metricWeights().ifPresent(weights -> lines.add(EigrpOptionText.line(weights)));
        lines.addAll(RedistributionText.lines(process.options(), RouteSource.EIGRP));
        process.interfaces().stream().filter(EigrpInterface::passive)
                .filter(settings -> takesPart(context.device(), process, settings.interfaceName()))
                .forEach(settings -> lines.add("passive-interface " + settings.interfaceName()));
        lines.add("no shutdown");
        noteMissing(context, process);
        context.block(process.origin(), "ipv6 router eigrp " + process.autonomousSystem() + "\n"
                + RedistributionText.indented(" ", lines));
    }

    /** Says what is not written of a process, in either mode. */
    static void noteMissing(CiscoContext context, EigrpProcess process) {
        process.options().policies().forEach(use -> context.note("A policy on EIGRP for IPv6 is not written yet: " + use.policy()
                + " is not used in the configuration of " + context.device().reference()));
        process.options().distance().ifPresent(distance -> context.note("The distance " + distance.internal()
                + " of EIGRP for IPv6 is not written yet in the configuration of " + context.device().reference()));
        context.device().routing().forwardingDetection().stream().filter(bfd -> bfd.clients().contains(RouteSource.EIGRP))
                .filter(bfd -> takesPart(context.device(), process, bfd.interfaceName()))
                .forEach(bfd -> context.note("BFD of EIGRP for IPv6 is not written yet: on " + bfd.interfaceName()
                        + " hold times decide in the configuration of " + context.device().reference()));
    }

    static String words(EigrpStub stub) {
        String words = Stream.of(stub.connected() ? "connected" : "", stub.summary() ? "summary" : "")
                .filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
        return words.isEmpty() ? "receive-only" : words;
    }

    static boolean takesPart(Device device, EigrpProcess process, String interfaceName) {
        return address(device, interfaceName).filter(address -> address instanceof Ipv6Address && process.covers(address)).isPresent();
    }

    private static Optional<IpAddress> address(Device device, String interfaceName) {
        return device.tunnelNamed(interfaceName).map(tunnel -> tunnel.address())
                .or(() -> device.interfaceNamed(interfaceName).map(port -> port.assignment())
                        .filter(AddressAssignment.Static.class::isInstance)
                        .map(assignment -> ((AddressAssignment.Static) assignment).address()))
                .map(InterfaceAddress::address);
    }

    /** What the processes say on an interface. */
    static void writeInterface(CiscoContext context, String interfaceName) {
        for (EigrpProcess process : EigrpProcesses.ofIpv6(context.device())) {
            if (takesPart(context.device(), process, interfaceName)) {
                EigrpInterface settings = process.settingsOf(interfaceName);
                context.lines(settings.origin(), RedistributionText.indented(" ", lines(context, process, settings)));
            }
        }
    }

    private static List<String> lines(CiscoContext context, EigrpProcess process, EigrpInterface settings) {
        String number = "eigrp " + process.autonomousSystem();
        List<String> lines = new ArrayList<>(List.of("ipv6 " + number));
        if (!settings.helloInterval().equals(EigrpInterface.DEFAULT_HELLO_INTERVAL)) {
            lines.add("ipv6 hello-interval " + number + " " + settings.helloInterval().toSeconds());
        }
        if (!settings.holdTime().equals(EigrpInterface.DEFAULT_HOLD_TIME)) {
            lines.add("ipv6 hold-time " + number + " " + settings.holdTime().toSeconds());
        }
        if (!settings.splitHorizon()) {
            lines.add("no ipv6 split-horizon " + number);
        }
        if (!settings.nextHopSelf()) {
            lines.add("no ipv6 next-hop-self " + number);
        }
        for (EigrpSummary summary : settings.summaries()) {
            if (summary.prefix().network() instanceof Ipv6Address) {
                lines.add("ipv6 summary-address " + number + " " + summary.prefix());
            }
            if (!summary.leaked().isEmpty()) {
                context.note("Prefixes that leak through the summary " + summary.prefix() + " of EIGRP for IPv6 are not written yet "
                        + "in the configuration of " + context.device().reference());
            }
        }
        return lines;
    }
}
