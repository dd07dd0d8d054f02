package dmvpn.app.diagram;

import dmvpn.app.debug.DebugSession;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.Device;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.Simulation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which router is at the other end of a tunnel that an event tells of, and in which cloud. Tunnel addresses are those of the model.
 * Underlay addresses are what events say: one behind a translation is known by its outside address, which several may share, and
 * which the caches of others tell when no model does.
 */
final class TunnelEnds {

    /**
     * A tunnel interface.
     *
     * @param cloud name of its cloud
     * @param source name of the interface that it sends from
     * @param isProtected true when IPsec protects it
     */
    record Tunnel(String cloud, String source, boolean isProtected) {
    }

    private record Uplink(int node, String name) {
    }

    private record Member(String cloud, String address) {
    }

    /** Of each router by the names of its interfaces. */
    private final Map<Integer, Map<String, Tunnel>> tunnels = new HashMap<>();
    private final Map<Member, Integer> members = new HashMap<>();
    /** Uplinks that others know by another address than their own. */
    private final Set<Uplink> translated = new HashSet<>();
    private final Map<String, Integer> ownerOfAddress = new HashMap<>();
    /** Routers behind the addresses of translating devices. */
    private final Map<String, Set<Integer>> behindAddress = new HashMap<>();
    /** Each router's own addresses by the names of its interfaces: inside of a translation others have the same. */
    private final Map<Integer, Map<String, String>> ownAddresses = new HashMap<>();

    private TunnelEnds(CompiledNetwork network, List<String> nodeNames) {
        Map<String, Integer> nodes = new HashMap<>();
        nodeNames.forEach(name -> nodes.put(name, nodes.size()));
        for (Device device : network.devices()) {
            int node = nodes.get(device.name());
            device.tunnels().forEach(tunnel -> add(node, tunnel));
            device.interfaces().forEach(uplink ->
                    uplink.translation().ifPresent(translation -> add(new Uplink(node, uplink.name()), translation)));
        }
    }

    /** Those of a run, with its network as it was at the start. */
    static TunnelEnds of(DebugSession session) {
        return new TunnelEnds(session.ofRun(Simulation::configuration), session.knownTrace().nodeNames());
    }

    private void add(int node, TunnelInterface tunnel) {
        tunnels.computeIfAbsent(node, absent -> new LinkedHashMap<>()).put(tunnel.name(),
                new Tunnel(tunnel.cloud(), tunnel.sourceInterface(), tunnel.protection().isPresent()));
        members.putIfAbsent(new Member(tunnel.cloud(), tunnel.address().address().toString()), node);
    }

    private void add(Uplink uplink, AddressTranslation translation) {
        translated.add(uplink);
        Optional<String> outside = translation.outside().map(IpAddress::toString);
        if (translation.kind() == AddressTranslation.Kind.STATIC) {
            outside.ifPresent(address -> ownerOfAddress.put(address, uplink.node()));
        } else {
            outside.ifPresent(address -> isKnownBy(address, uplink.node()));
        }
    }

    /** An interface has an address from now on. */
    void hasAddress(int node, String name, String address) {
        ownAddresses.computeIfAbsent(node, absent -> new HashMap<>()).put(name, address);
        if (!translated.contains(new Uplink(node, name))) {
            ownerOfAddress.put(address, node);
        }
    }

    /** Somebody knows a router by an underlay address. */
    void isKnownBy(String address, int node) {
        behindAddress.computeIfAbsent(address, absent -> new HashSet<>(1)).add(node);
    }

    /** A tunnel interface; empty when the router has no tunnel of that name. */
    Optional<Tunnel> tunnel(int node, String name) {
        return Optional.ofNullable(tunnels.getOrDefault(node, Map.of()).get(name));
    }

    /** The router with a tunnel address in a cloud. */
    Optional<Integer> member(String cloud, String tunnelAddress) {
        return Optional.ofNullable(members.get(new Member(cloud, tunnelAddress)));
    }

    /** The router or host with an address; empty when nobody is known to have it, or several are. */
    Optional<Integer> nodeAt(String address) {
        return Optional.ofNullable(ownerOfAddress.get(address)).or(() -> Optional.ofNullable(behindAddress.get(address))
                .filter(all -> all.size() == 1).map(all -> all.iterator().next()));
    }

    /** The clouds whose tunnels go between an address of a router and one of another router, in the order of the model. */
    List<String> cloudsBetween(int node, String local, int peer, String remote) {
        List<String> there = cloudsFrom(peer, remote);
        return cloudsFrom(node, local).stream().filter(there::contains).distinct().toList();
    }

    /** An address that is none of the router's own is that of a translating device: any of its tunnels may go by it. */
    private List<String> cloudsFrom(int node, String address) {
        Map<String, String> own = ownAddresses.getOrDefault(node, Map.of());
        return tunnels.getOrDefault(node, Map.of()).values().stream()
                .filter(tunnel -> !own.containsValue(address) || address.equals(own.get(tunnel.source()))).map(Tunnel::cloud).toList();
    }
}
