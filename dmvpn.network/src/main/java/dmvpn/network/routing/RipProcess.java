package dmvpn.network.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * RIP version 2 (RFC 2453).
 *
 * @param vrf VRF, empty for the global table
 * @param networks prefixes whose interfaces take part and are announced
 * @param interfaces settings of interfaces that differ from the defaults; in configuration order
 * @param timers timers, empty for the platform's defaults
 * @param defaultOrigination default route that it announces
 * @param options redistribution, policies and distances
 * @param origin where it was written
 */
public record RipProcess(
        Optional<String> vrf,
        List<IpPrefix> networks,
        List<RipInterface> interfaces,
        Optional<RipTimers> timers,
        Optional<DefaultOrigination> defaultOrigination,
        ProcessOptions options,
        Origin origin) {

    /** Keeps immutable copies of the lists. */
    public RipProcess {
        networks = List.copyOf(networks);
        interfaces = List.copyOf(interfaces);
    }

    /** True when an interface with that address takes part. */
    public boolean covers(IpAddress interfaceAddress) {
        return networks.stream().anyMatch(network -> network.contains(interfaceAddress));
    }

    /** The settings of an interface: those configured, otherwise the defaults, which come from this process. */
    public RipInterface settingsOf(String interfaceName) {
        return interfaces.stream().filter(settings -> settings.interfaceName().equals(interfaceName)).findFirst()
                .orElseGet(() -> new RipInterface(interfaceName, true, false, List.of(), origin));
    }
}
