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
 * @param neighbors neighbours on non-broadcast networks
 * @param defaultOrigination default route that it announces as an external route
 * @param options redistribution, policies and distances
 * @param origin where it was written
 */
public record OspfProcess(
        int process,
        Optional<String> vrf,
        List<OspfArea> areas,
        List<OspfInterface> interfaces,
        List<OspfConfiguredNeighbor> neighbors,
        Optional<DefaultOrigination> defaultOrigination,
        ProcessOptions options,
        Origin origin) {

    /** Keeps immutable copies of the lists. */
    public OspfProcess {
        areas = List.copyOf(areas);
        interfaces = List.copyOf(interfaces);
        neighbors = List.copyOf(neighbors);
    }

    /** A process without configured neighbours. */
    public OspfProcess(int process, Optional<String> vrf, List<OspfArea> areas, List<OspfInterface> interfaces,
            Optional<DefaultOrigination> defaultOrigination, ProcessOptions options, Origin origin) {
        this(process, vrf, areas, interfaces, List.of(), defaultOrigination, options, origin);
    }

    /** The neighbours that are configured on an interface. */
    public List<OspfConfiguredNeighbor> neighborsOn(String interfaceName) {
        return neighbors.stream().filter(neighbor -> neighbor.interfaceName().equals(interfaceName)).toList();
    }

    /** The settings of an interface that takes part. */
    public Optional<OspfInterface> settingsOf(String interfaceName) {
        return interfaces.stream().filter(settings -> settings.interfaceName().equals(interfaceName)).findFirst();
    }
}
