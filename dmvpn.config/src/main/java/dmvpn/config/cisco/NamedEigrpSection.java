package dmvpn.config.cisco;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.Device;
import dmvpn.network.device.Ipv6RouterId;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * EIGRP in named mode (Cisco, IP Routing: EIGRP Configuration Guide, EIGRP named mode), which computes with wide metrics (RFC 7868
 * section 5.6.2). All that a process says stands in its address family, also what it says of interfaces.
 */
final class NamedEigrpSection implements Section {

    private static final String INDENT = "  ";

    @Override
    public void write(CiscoContext context) {
        for (EigrpProcess process : EigrpProcesses.named(context.device())) {
            if (EigrpProcesses.isForIpv4(process)) {
                writeFamily(context, process, "ipv4", ipv4Lines(context, process));
            }
            if (EigrpProcesses.isForIpv6(process)) {
                writeFamily(context, process, "ipv6", ipv6Lines(context, process));
            }
        }
    }

    private static void writeFamily(CiscoContext context, EigrpProcess process, String family, List<String> lines) {
        context.block(process.origin(), "router eigrp " + process.name().orElseThrow() + "\n"
                + " address-family " + family + " unicast" + process.vrf().map(vrf -> " vrf " + vrf).orElse("")
                + " autonomous-system " + process.autonomousSystem() + "\n"
                + RedistributionText.indented(INDENT, lines)
                + " exit-address-family\n");
    }

    private static List<String> ipv4Lines(CiscoContext context, EigrpProcess process) {
        List<String> lines = new ArrayList<>();
        for (EigrpInterface settings : process.interfaces()) {
            if (!EigrpProcesses.isOfIpv6(context.device(), settings.interfaceName())) {
                List<String> said = common(settings);
                if (EigrpOptionText.hasDetection(context.device(), settings.interfaceName())) {
                    said.add("bfd");
                }
                new EigrpProcesses.OnInterface(process, settings).summaries().forEach(named -> said.add("summary-address "
                        + CiscoText.withNetmask(named.summary().prefix()) + (named.leaks() ? " leak-map " + named.leakMap() : "")));
                addInterface(lines, settings.interfaceName(), said);
            }
        }
        lines.addAll(indented("topology base", EigrpOptionText.ofTopology(process), "exit-af-topology"));
        process.networks().stream().filter(network -> network.network() instanceof Ipv4Address)
                .forEach(network -> lines.add("network " + network.network() + " " + network.wildcardMask()));
        addProcess(lines, process);
        return lines;
    }

    /** An address family of IPv6 has no networks: without more all interfaces with IPv6 take part. */
    private static List<String> ipv6Lines(CiscoContext context, EigrpProcess process) {
        Device device = context.device();
        List<String> lines = new ArrayList<>(indented("af-interface default", List.of("shutdown"), "exit-af-interface"));
        for (String name : names(device)) {
            if (Ipv6EigrpSection.takesPart(device, process, name)) {
                EigrpInterface settings = process.settingsOf(name);
                List<String> said = common(settings);
                said.add("no shutdown");
                settings.summaries().stream().filter(summary -> summary.prefix().network() instanceof Ipv6Address)
                        .forEach(summary -> said.add("summary-address " + summary.prefix()));
                if (settings.summaries().stream().anyMatch(summary -> !summary.leaked().isEmpty())) {
                    context.note("Prefixes that leak through a summary of EIGRP for IPv6 are not written yet in the configuration of "
                            + device.reference());
                }
                addInterface(lines, name, said);
            }
        }
        lines.addAll(indented("topology base", RedistributionText.lines(process.options(), RouteSource.EIGRP), "exit-af-topology"));
        lines.add("eigrp router-id " + Ipv6RouterId.of(device, process));
        addProcess(lines, process);
        Ipv6EigrpSection.noteMissing(context, process);
        return lines;
    }

    private static List<String> names(Device device) {
        return Stream.concat(device.interfaces().stream().map(port -> port.name()), device.tunnels().stream().map(tunnel -> tunnel.name()))
                .toList();
    }

    /** What both families say of an interface. */
    private static List<String> common(EigrpInterface settings) {
        List<String> lines = new ArrayList<>();
        if (!settings.helloInterval().equals(EigrpInterface.DEFAULT_HELLO_INTERVAL)) {
            lines.add("hello-interval " + settings.helloInterval().toSeconds());
        }
        if (!settings.holdTime().equals(EigrpInterface.DEFAULT_HOLD_TIME)) {
            lines.add("hold-time " + settings.holdTime().toSeconds());
        }
        if (!settings.splitHorizon()) {
            lines.add("no split-horizon");
        }
        if (!settings.nextHopSelf()) {
            lines.add("no next-hop-self");
        }
        if (settings.passive()) {
            lines.add("passive-interface");
        }
        return lines;
    }

    private static void addProcess(List<String> lines, EigrpProcess process) {
        process.stub().ifPresent(stub -> lines.add("eigrp stub " + Ipv6EigrpSection.words(stub)));
        process.metricWeights().ifPresent(weights -> lines.add(EigrpOptionText.line(weights)));
    }

    private static void addInterface(List<String> lines, String name, List<String> said) {
        if (!said.isEmpty()) {
            lines.addAll(indented("af-interface " + name, said, "exit-af-interface"));
        }
    }

    private static List<String> indented(String header, List<String> said, String end) {
        return Stream.of(Stream.of(header), said.stream().map(line -> " " + line), Stream.of(end)).flatMap(each -> each).toList();
    }
}
