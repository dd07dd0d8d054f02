package dmvpn.config.frr;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.Ospfv3;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import java.util.ArrayList;
import java.util.List;

/** What routing processes say about an interface and FRRouting wants to read there. */
final class InterfaceRouting {

    /** Timers that FRRouting has on each OSPF interface, whatever its network type (FRRouting, OSPFv2). */
    private static final long DEFAULT_HELLO_SECONDS = 10;
    private static final long DEFAULT_DEAD_SECONDS = 40;

    private InterfaceRouting() {
    }

    static void write(FrrContext context, String interfaceName, InterfaceKind kind) {
        for (OspfProcess process : context.device().routing().ospf()) {
            process.settingsOf(interfaceName).ifPresent(settings -> context.lines(settings.origin(), FrrText.indented(" ",
                    Ospfv3.runs(context.device(), process) ? ospf6(context, settings, kind)
                            : ospf(context, settings, kind))));
        }
        for (RipProcess process : context.device().routing().rip()) {
            process.interfaces().stream().filter(settings -> settings.interfaceName().equals(interfaceName))
                    .forEach(settings -> context.lines(settings.origin(), FrrText.indented(" ", rip(context, settings))));
        }
        for (EigrpProcess process : context.device().routing().eigrp()) {
            process.interfaces().stream().filter(settings -> settings.interfaceName().equals(interfaceName))
                    .forEach(settings -> context.lines(settings.origin(),
                            FrrText.indented(" ", eigrp(context, process, settings))));
        }
    }

    private static List<String> ospf(FrrContext context, OspfInterface settings, InterfaceKind kind) {
        List<String> lines = new ArrayList<>();
        if (kind != InterfaceKind.LOOPBACK) {
            lines.add("ip ospf network " + settings.networkType().keyword());
        }
        lines.addAll(common("ip ospf ", settings));
        if (settings.databaseFilter()) {
            context.leaveOut("OSPF's database filter on " + settings.interfaceName() + ": FRRouting 8.4 has none");
        }
        if (settings.fastDetection()) {
            // The command with a profile changes sessions and makes none: "ip ospf bfd has not been set" (FRRouting 8.4 ospfd).
            lines.add("ip ospf bfd");
            context.device().routing().forwardingDetectionOn(settings.interfaceName())
                    .ifPresent(bfd -> lines.add("ip ospf bfd profile " + bfd.interfaceName()));
        }
        if (settings.passive()) {
            lines.add("ip ospf passive");
        }
        lines.add("ip ospf area " + settings.area());
        return lines;
    }

    private static List<String> ospf6(FrrContext context, OspfInterface settings, InterfaceKind kind) {
        List<String> lines = new ArrayList<>();
        if (kind != InterfaceKind.LOOPBACK && settings.networkType() != OspfNetworkType.BROADCAST) {
            if (settings.networkType() == OspfNetworkType.POINT_TO_POINT) {
                lines.add("ipv6 ospf6 network point-to-point");
            } else {
                context.leaveOut("network type " + settings.networkType().keyword() + " of OSPF for IPv6 on "
                        + settings.interfaceName() + ": FRRouting 8.4 has broadcast and point-to-point");
            }
        }
        lines.addAll(common("ipv6 ospf6 ", settings));
        if (settings.fastDetection()) {
            lines.add("ipv6 ospf6 bfd" + BfdSection.profileOf(context.device(), settings.interfaceName()));
        }
        if (settings.passive()) {
            lines.add("ipv6 ospf6 passive");
        }
        lines.add("ipv6 ospf6 area " + settings.area());
        return lines;
    }

    private static List<String> common(String command, OspfInterface settings) {
        List<String> lines = new ArrayList<>();
        if (settings.priority() != OspfInterface.DEFAULT_PRIORITY) {
            lines.add(command + "priority " + settings.priority());
        }
        settings.cost().ifPresent(cost -> lines.add(command + "cost " + cost));
        if (settings.helloInterval().toSeconds() != DEFAULT_HELLO_SECONDS) {
            lines.add(command + "hello-interval " + settings.helloInterval().toSeconds());
        }
        if (settings.deadInterval().toSeconds() != DEFAULT_DEAD_SECONDS) {
            lines.add(command + "dead-interval " + settings.deadInterval().toSeconds());
        }
        return lines;
    }

    private static List<String> rip(FrrContext context, RipInterface settings) {
        List<String> lines = new ArrayList<>();
        if (!settings.splitHorizon()) {
            lines.add("no ip rip split-horizon");
        }
        if (!settings.summaries().isEmpty()) {
            context.leaveOut("summaries of RIP on " + settings.interfaceName() + ": FRRouting has none");
        }
        return lines;
    }

    private static List<String> eigrp(FrrContext context, EigrpProcess process, EigrpInterface settings) {
        List<String> lines = new ArrayList<>();
        if (!settings.helloInterval().equals(EigrpInterface.DEFAULT_HELLO_INTERVAL)) {
            lines.add("ip hello-interval eigrp " + settings.helloInterval().toSeconds());
        }
        if (!settings.holdTime().equals(EigrpInterface.DEFAULT_HOLD_TIME)) {
            lines.add("ip hold-time eigrp " + settings.holdTime().toSeconds());
        }
        for (EigrpSummary summary : settings.summaries()) {
            IpPrefix prefix = summary.prefix();
            if (prefix.network() instanceof Ipv4Address) {
                lines.add("ip summary-address eigrp " + process.autonomousSystem() + " " + prefix);
            }
            if (!summary.leaked().isEmpty()) {
                context.leaveOut("prefixes that leak through EIGRP's summary " + prefix + ": FRRouting has none");
            }
        }
        if (!settings.splitHorizon()) {
            context.leaveOut("EIGRP without split horizon on " + settings.interfaceName()
                    + ": FRRouting 8.4 cannot switch it off");
        }
        if (!settings.nextHopSelf()) {
            context.leaveOut("EIGRP that keeps next hops on " + settings.interfaceName()
                    + ": FRRouting 8.4 announces itself always");
        }
        return lines;
    }
}
