package dmvpn.config.cisco;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.Device;
import dmvpn.network.device.Ospfv3;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RipInterface;
import java.util.ArrayList;
import java.util.List;

/** What routing processes say about an interface and a router wants to read there. */
final class RoutingLines {

    private final EigrpLines eigrp = new EigrpLines();

    void write(CiscoContext context, String interfaceName) {
        eigrp.write(context, interfaceName);
        Ipv6EigrpSection.writeInterface(context, interfaceName);
        for (OspfProcess process : context.device().routing().ospf()) {
            process.settingsOf(interfaceName).ifPresent(settings -> context.lines(settings.origin(),
                    RedistributionText.indented(" ", ospf(context, process, settings))));
        }
        context.device().routing().rip().stream().flatMap(process -> process.interfaces().stream())
                .filter(settings -> settings.interfaceName().equals(interfaceName))
                .forEach(settings -> writeRip(context, settings));
        context.device().routing().forwardingDetectionOn(interfaceName).ifPresent(bfd -> writeDetection(context, bfd));
        context.device().routing().odr().stream().filter(odr -> odr.interfaces().contains(interfaceName))
                .filter(odr -> !saysSo(context, interfaceName)).limit(1)
                .forEach(odr -> context.lines(odr.origin(), " cdp enable\n"));
    }

    /** True when the tunnel runs CDP anyway. */
    private static boolean saysSo(CiscoContext context, String tunnel) {
        return context.device().tunnelNamed(tunnel).filter(found -> found.options().discoveryProtocol()).isPresent();
    }

    private static List<String> ospf(CiscoContext context, OspfProcess process, OspfInterface settings) {
        boolean version3 = Ospfv3.runs(context.device(), process);
        if (version3 && !isOfIpv6(context.device(), settings.interfaceName())) {
            return List.of();
        }
        String command = version3 ? "ospfv3 " : "ip ospf ";
        List<String> lines = new ArrayList<>();
        boolean tunnel = context.device().tunnelNamed(settings.interfaceName()).isPresent();
        if (tunnel || settings.networkType() != OspfNetworkType.BROADCAST) {
            lines.add(command + "network " + settings.networkType().keyword());
        }
        if (settings.priority() != OspfInterface.DEFAULT_PRIORITY) {
            lines.add(command + "priority " + settings.priority());
        }
        settings.cost().ifPresent(cost -> lines.add(command + "cost " + cost));
        if (!settings.helloInterval().equals(settings.networkType().defaultHelloInterval())) {
            lines.add(command + "hello-interval " + settings.helloInterval().toSeconds());
        }
        // IOS makes the dead interval four hello intervals when it is not configured.
        if (!settings.deadInterval().equals(settings.helloInterval().multipliedBy(4))) {
            lines.add(command + "dead-interval " + settings.deadInterval().toSeconds());
        }
        if (settings.databaseFilter()) {
            lines.add(command + "database-filter all out");
        }
        if (settings.fastDetection()) {
            lines.add(command + "bfd");
        }
        lines.add(command + process.process() + (version3 ? " ipv6" : "") + " area " + settings.area());
        return lines;
    }

    private static boolean isOfIpv6(Device device, String interfaceName) {
        return device.tunnelNamed(interfaceName).filter(tunnel -> tunnel.address().address() instanceof Ipv6Address).isPresent()
                || device.interfaceNamed(interfaceName).filter(port -> port.assignment().isOfIpv6()).isPresent();
    }

    private static void writeRip(CiscoContext context, RipInterface settings) {
        List<String> lines = new ArrayList<>();
        if (!settings.splitHorizon()) {
            lines.add("no ip split-horizon");
        }
        for (IpPrefix summary : settings.summaries()) {
            if (summary.network() instanceof Ipv4Address) {
                lines.add("ip summary-address rip " + CiscoText.withNetmask(summary));
            }
        }
        context.lines(settings.origin(), RedistributionText.indented(" ", lines));
    }

    private static void writeDetection(CiscoContext context, BidirectionalForwarding bfd) {
        long millis = bfd.interval().toMillis();
        context.lines(bfd.origin(), " bfd interval " + millis + " min_rx " + millis + " multiplier " + bfd.multiplier() + "\n"
                // Echo is on by itself, and would make control packets slow: detection is by control packets alone.
                + " no bfd echo\n");
    }
}
