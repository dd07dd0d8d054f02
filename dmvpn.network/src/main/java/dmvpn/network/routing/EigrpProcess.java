package dmvpn.network.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * An EIGRP process (RFC 7868).
 *
 * @param name name of a process in named mode, whose metrics are wide (RFC 7868 section 5.6.2); empty for classic mode
 * @param autonomousSystem 1 to 65535
 * @param vrf VRF of the process, empty for the global table
 * @param networks prefixes whose interfaces take part and are announced
 * @param stub stub settings, empty for a full router
 * @param interfaces settings of interfaces that differ from the defaults; in configuration order
 * @param metricWeights K values, empty for the defaults
 * @param options redistribution, policies and distances
 * @param origin where it was written
 */
public record EigrpProcess(
        Optional<String> name,
        int autonomousSystem,
        Optional<String> vrf,
        List<IpPrefix> networks,
        Optional<EigrpStub> stub,
        List<EigrpInterface> interfaces,
        Optional<EigrpMetricWeights> metricWeights,
        ProcessOptions options,
        Origin origin) {

    /** Keeps immutable copies of the lists. */
    public EigrpProcess {
        networks = List.copyOf(networks);
        interfaces = List.copyOf(interfaces);
    }

    /** A process in classic mode. */
    public EigrpProcess(int autonomousSystem, Optional<String> vrf, List<IpPrefix> networks, Optional<EigrpStub> stub,
            List<EigrpInterface> interfaces, Optional<EigrpMetricWeights> metricWeights, ProcessOptions options, Origin origin) {
        this(Optional.empty(), autonomousSystem, vrf, networks, stub, interfaces, metricWeights, options, origin);
    }

    /** A process in classic mode with the default K values, without redistribution, policies and distances. */
    public EigrpProcess(int autonomousSystem, Optional<String> vrf, List<IpPrefix> networks, Optional<EigrpStub> stub,
            List<EigrpInterface> interfaces, Origin origin) {
        this(autonomousSystem, vrf, networks, stub, interfaces, Optional.empty(), ProcessOptions.none(origin), origin);
    }

    /** The same process in named mode. */
    public EigrpProcess named(String newName) {
        return new EigrpProcess(Optional.of(newName), autonomousSystem, vrf, networks, stub, interfaces, metricWeights, options,
                origin);
    }

    /** True when an interface with that address takes part: one of the networks contains it. */
    public boolean covers(IpAddress interfaceAddress) {
        for (IpPrefix network : networks) {
            if (network.contains(interfaceAddress)) {
                return true;
            }
        }
        return false;
    }

    /** The settings of an interface: those configured, otherwise the defaults, which come from this process. */
    public EigrpInterface settingsOf(String interfaceName) {
        for (EigrpInterface settings : interfaces) {
            if (settings.interfaceName().equals(interfaceName)) {
                return settings;
            }
        }
        return EigrpInterface.withDefaults(interfaceName, origin);
    }
}
