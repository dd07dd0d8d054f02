package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * An OSPF process (RFC 2328).
 *
 * @param process number of the process, 1 to 65535; local to the device
 * @param vrf VRF of the process, empty for the global table
 * @param areas areas that are not normal; the others follow from the interfaces
 * @param interfaces interfaces that take part, in configuration order
 * @param defaultOrigination default route that it announces as an external route
 * @param options redistribution, policies and distances
 * @param origin where it was written
 */
public record OspfProcess(
        int process,
        Optional<String> vrf,
        List<OspfArea> areas,
        List<OspfInterface> interfaces,
        Optional<DefaultOrigination> defaultOrigination,
        ProcessOptions options,
        Origin origin) {

    /** Keeps immutable copies of the lists. */
    public OspfProcess {
        areas = List.copyOf(areas);
        interfaces = List.copyOf(interfaces);
    }

    /** The settings of an interface that takes part. */
    public Optional<OspfInterface> settingsOf(String interfaceName) {
        return interfaces.stream().filter(settings -> settings.interfaceName().equals(interfaceName)).findFirst();
    }
}
