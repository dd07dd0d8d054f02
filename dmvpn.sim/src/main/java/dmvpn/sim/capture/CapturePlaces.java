package dmvpn.sim.capture;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.underlay.Host;
import dmvpn.sim.underlay.PacketTap.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Into which file a packet goes, and how its interface is called there. */
public final class CapturePlaces {

    /**
     * A place in the captures.
     *
     * @param file what the file is named after
     * @param interfaceName name of the interface in the file
     */
    record Place(String file, String interfaceName) {
    }

    private final CaptureScope scope;
    private final IntFunction<String> nodeNames;
    private final String network;
    /** By node and interface, as {@link #key} has it. */
    private final Map<String, Link> links;

    /**
     * A transport or a local network.
     *
     * @param transport true for a transport, whose name a local network may have, too
     */
    private record Link(String name, boolean transport) {
    }

    private CapturePlaces(CaptureScope scope, IntFunction<String> nodeNames, String network, Map<String, Link> links) {
        this.scope = scope;
        this.nodeNames = nodeNames;
        this.network = network;
        this.links = links;
    }

    /**
     * A file for each router and host.
     *
     * @param nodeNames name of a router or host by its index in the trace
     */
    public static CapturePlaces byRouter(IntFunction<String> nodeNames) {
        return new CapturePlaces(CaptureScope.ROUTER, nodeNames, "", Map.of());
    }

    /**
     * The places in a network.
     *
     * @param nodeNames name of a router or host by its index in the trace
     */
    public static CapturePlaces of(CaptureScope scope, CompiledNetwork network, IntFunction<String> nodeNames) {
        return new CapturePlaces(scope, nodeNames, network.name(), scope == CaptureScope.LINK ? links(network) : Map.of());
    }

    private static Map<String, Link> links(CompiledNetwork network) {
        Map<String, Link> links = new HashMap<>();
        for (Device device : network.devices()) {
            for (NetworkInterface each : device.interfaces()) {
                links.put(key(device.name(), each.name()), each.transport().map(name -> new Link(name, true))
                        .orElseGet(() -> new Link(device.name() + "-" + each.name(), false)));
            }
        }
        for (Host host : network.hosts()) {
            links.put(host.name(), new Link(host.device() + "-" + host.interfaceName(), false));
        }
        return links;
    }

    private static String key(String node, String interfaceName) {
        return node + "\n" + interfaceName;
    }

    /** The names of the files that a run may make, for who must know them before. */
    public List<String> files(List<String> nodes) {
        return switch (scope) {
            case ROUTER -> nodes;
            case LINK -> links.values().stream().distinct().map(Link::name).sorted().toList();
            case NETWORK -> List.of(network);
        };
    }

    /** Empty for a packet that is in the capture already: a link's file has each packet once, as it was sent. */
    Optional<Place> of(int node, String interfaceName, Direction direction) {
        String name = nodeNames.apply(node);
        if (scope == CaptureScope.ROUTER) {
            return Optional.of(new Place(name, interfaceName));
        }
        if (direction == Direction.RECEIVED) {
            return Optional.empty();
        }
        String file = scope == CaptureScope.NETWORK ? network
                : links.getOrDefault(key(name, interfaceName), links.getOrDefault(name, new Link(name, false))).name();
        return Optional.of(new Place(file, name + " " + interfaceName));
    }
}
