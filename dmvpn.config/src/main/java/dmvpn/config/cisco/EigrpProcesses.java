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

/** Which EIGRP is written: all but that for IPv6, which has commands of its own. */
final class EigrpProcesses {

    private EigrpProcesses() {
    }

    /** The processes of a device that are written. */
    static List<EigrpProcess> written(Device device) {
        return device.routing().eigrp().stream().filter(process -> !isForIpv6(device, process)).toList();
    }

    /** The processes of a device that are left out. */
    static List<EigrpProcess> leftOut(Device device) {
        return device.routing().eigrp().stream().filter(process -> isForIpv6(device, process)).toList();
    }

    private static boolean isForIpv6(Device device, EigrpProcess process) {
        return device.tunnels().stream().map(tunnel -> tunnel.address().address())
                .anyMatch(address -> address instanceof Ipv6Address && process.covers(address))
                || !process.networks().isEmpty()
                && process.networks().stream().noneMatch(network -> network.network() instanceof Ipv4Address);
    }

    /** What the written processes say about one interface, in their order. */
    static List<OnInterface> on(Device device, String interfaceName) {
        List<OnInterface> found = new ArrayList<>();
        for (EigrpProcess process : written(device)) {
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
