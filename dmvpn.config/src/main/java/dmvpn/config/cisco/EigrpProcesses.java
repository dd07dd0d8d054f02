package dmvpn.config.cisco;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.Device;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which EIGRP is written for which family: a process may have networks of both. */
final class EigrpProcesses {

    private EigrpProcesses() {
    }

    /** The processes of a device that are written for IPv4, in either mode. */
    static List<EigrpProcess> written(Device device) {
        return device.routing().eigrp().stream().filter(EigrpProcesses::isForIpv4).toList();
    }

    /** The processes of a device that are written for IPv4 in classic mode. */
    static List<EigrpProcess> classic(Device device) {
        return written(device).stream().filter(process -> process.name().isEmpty()).toList();
    }

    /** The processes of a device in named mode, of either family. */
    static List<EigrpProcess> named(Device device) {
        return device.routing().eigrp().stream().filter(process -> process.name().isPresent()).toList();
    }

    /** The processes of a device that are written for IPv6 in classic mode, which has none in a VRF. */
    static List<EigrpProcess> ofIpv6(Device device) {
        return device.routing().eigrp().stream()
                .filter(process -> process.name().isEmpty() && process.vrf().isEmpty() && isForIpv6(process)).toList();
    }

    /** The processes of a device that are left out. */
    static List<EigrpProcess> leftOut(Device device) {
        return device.routing().eigrp().stream()
                .filter(process -> process.name().isEmpty() && process.vrf().isPresent() && isForIpv6(process)).toList();
    }

    static boolean isForIpv4(EigrpProcess process) {
        return process.networks().isEmpty()
                || process.networks().stream().anyMatch(network -> network.network() instanceof Ipv4Address);
    }

    static boolean isForIpv6(EigrpProcess process) {
        return process.networks().stream().anyMatch(network -> network.network() instanceof Ipv6Address);
    }

    static boolean isOfIpv6(Device device, String interfaceName) {
        return device.tunnelNamed(interfaceName).filter(tunnel -> tunnel.address().address() instanceof Ipv6Address).isPresent()
                || device.interfaceNamed(interfaceName).filter(port -> port.assignment().isOfIpv6()).isPresent();
    }

    /** What the processes in classic mode say about one interface, in their order. */
    static List<OnInterface> on(Device device, String interfaceName) {
        List<OnInterface> found = new ArrayList<>();
        if (isOfIpv6(device, interfaceName)) {
            return found;
        }
        for (EigrpProcess process : classic(device)) {
            process.interfaces().stream().filter(settings -> settings.interfaceName().equals(interfaceName))
                    .forEach(settings -> found.add(new OnInterface(process, settings)));
        }
        return found;
    }

    /**
     * Settings of an interface and the process that they belong to.
     *
     * @param process process of the device
     * @param settings its settings for the interface
     */
    record OnInterface(EigrpProcess process, EigrpInterface settings) {

        /** The summaries with the names of their leak maps. */
        List<NamedSummary> summaries() {
            return IntStream.range(0, settings.summaries().size())
                    .mapToObj(index -> new NamedSummary(settings.summaries().get(index), LeakMap.name(settings, index)))
                    .filter(named -> named.summary().prefix().network() instanceof Ipv4Address).toList();
        }
    }

    /**
     * A summary and the name that its leak map has if it needs one.
     *
     * @param summary summary of an interface
     * @param leakMap name of a route map
     */
    record NamedSummary(EigrpSummary summary, String leakMap) {

        /** True when more specific prefixes are announced all the same. */
        boolean leaks() {
            return !summary.leaked().isEmpty();
        }
    }
}
