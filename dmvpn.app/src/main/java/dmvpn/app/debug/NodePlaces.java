package dmvpn.app.debug;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.underlay.Host;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the routers and hosts of a trace belong. */
final class NodePlaces {

    private final CompiledNetwork network;
    private final List<String> names;
    private final int[] routerOfNode;

    /** @param names names of routers and hosts by their index in the trace; the routers are first */
    NodePlaces(CompiledNetwork network, List<String> names) {
        this.network = network;
        this.names = names;
        Map<String, String> gateways = network.hosts().stream().collect(Collectors.toMap(Host::name, Host::device));
        routerOfNode = new int[names.size()];
        for (int node = 0; node < routerOfNode.length; node++) {
            String name = names.get(node);
            routerOfNode[node] = node < network.devices().size() ? node : names.indexOf(gateways.getOrDefault(name, name));
        }
    }

    /** The router at which events of a node are shown: that of its site for a host in a local network. */
    int routerOf(int node) {
        return routerOfNode[node];
    }

    /** The site of each node: the name of the place that routers share, or that of the router that has one of its own. */
    List<String> sites() {
        return IntStream.of(routerOfNode).mapToObj(router -> router < network.devices().size()
                ? network.devices().get(router).site().orElse(names.get(router)) : names.get(router)).toList();
    }
}
