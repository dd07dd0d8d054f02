package dmvpn.network.rules.membership;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Device;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.underlay.Transport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of every cloud and who registers with whom, found in one pass over the network. */
public final class Memberships {

    private final CompiledNetwork network;
    private final List<Device> devices;
    private final Map<String, Cloud> clouds = new HashMap<>();
    private final Map<String, Transport> transports = new HashMap<>();
    private final List<RouterView> routers;
    private final Map<String, List<Member>> membersByCloud = new LinkedHashMap<>();
    private final Map<String, Map<IpAddress, Member>> membersByAddress = new HashMap<>();
    private final List<Member> all;
    // By identity: comparing whole routers would cost more than the rules that ask.
    private final Map<Device, RouterView> routersByDevice = new IdentityHashMap<>();
    private List<Registration> registrations;
    private List<Server> servers;
    /** Null until somebody asks. */
    private Memberships whole;

    private Memberships(CompiledNetwork network, List<Device> devices, Map<Device, Integer> counts) {
        this.network = network;
        this.devices = devices;
        network.clouds().forEach(cloud -> clouds.putIfAbsent(cloud.name(), cloud));
        network.transports().forEach(transport -> transports.putIfAbsent(transport.name(), transport));
        routers = new ArrayList<>(devices.size());
        for (Device device : devices) {
            RouterView router = new RouterView(this, device, counts.getOrDefault(device, 1));
            routers.add(router);
            for (Member member : router.members()) {
                String cloud = member.tunnel().cloud();
                membersByCloud.computeIfAbsent(cloud, name -> new ArrayList<>()).add(member);
                membersByAddress.computeIfAbsent(cloud, name -> HashMap.newHashMap(devices.size()))
                        .putIfAbsent(member.protocolAddress(), member);
            }
        }
        all = membersByCloud.values().stream().flatMap(Collection::stream).toList();
    }

    /** Looks at every router of the network once. */
    public static Memberships of(CompiledNetwork network) {
        return new Memberships(network, network.devices(), Map.of());
    }

    /**
     * Looks at the network once, and of a large family whose members are alike to every rule at a few: one of them counts for
     * all that are left out. Where members may differ to a rule, every router is looked at.
     */
    public static Memberships folded(CompiledNetwork network) {
        Map<Device, Integer> counts = Folding.counts(network);
        return counts.isEmpty() ? of(network) : new Memberships(network, network.routers().representatives(), counts);
    }

    /** True when some routers are left out because others stand for them. */
    public boolean isFolded() {
        return devices != network.devices();
    }

    /** The same with every router. */
    public Memberships whole() {
        if (!isFolded()) {
            return this;
        }
        if (whole == null) {
            whole = of(network);
        }
        return whole;
    }

    /** The routers to look at, in the order of the network. */
    public List<Device> devices() {
        return devices;
    }

    /** How many routers some members are, with those that they stand for. */
    public static int count(Collection<Member> members) {
        int count = 0;
        for (Member member : members) {
            count += member.count();
        }
        return count;
    }

    /** The network. */
    public CompiledNetwork network() {
        return network;
    }

    /** The cloud of that name; the first one when several have it. */
    public Optional<Cloud> cloud(String name) {
        return Optional.ofNullable(clouds.get(name));
    }

    /** The transport of that name; the first one when several have it. */
    public Optional<Transport> transport(String name) {
        return Optional.ofNullable(transports.get(name));
    }

    /** Every router with its surroundings, in the order of the network. */
    public List<RouterView> routers() {
        return routers;
    }

    /** The router of a member with its surroundings. */
    public RouterView router(Member member) {
        if (routersByDevice.isEmpty()) {
            routers.forEach(router -> routersByDevice.put(router.device(), router));
        }
        return routersByDevice.get(member.device());
    }

    /** All members in the order of the network, cloud by cloud. */
    public List<Member> all() {
        return all;
    }

    /** The members of each cloud, in the order of the network. */
    public Collection<List<Member>> byCloud() {
        return membersByCloud.values();
    }

    /** The members of one cloud, in the order of the network. */
    public List<Member> of(String cloud) {
        return membersByCloud.getOrDefault(cloud, List.of());
    }

    /** The first member of the cloud with that tunnel address. */
    public Optional<Member> withAddress(String cloud, IpAddress protocolAddress) {
        return Optional.ofNullable(membersByAddress.getOrDefault(cloud, Map.of()).get(protocolAddress));
    }

    /** Every registration with a server that the network knows, in the order of the clients. */
    public List<Registration> registrations() {
        if (registrations == null) {
            List<Registration> found = new ArrayList<>(routers.size());
            routers.forEach(router -> found.addAll(router.registrations()));
            registrations = found;
        }
        return registrations;
    }

    /** Every server that somebody registers with, in the order of their first client. */
    public List<Server> servers() {
        if (servers == null) {
            servers = findServers();
        }
        return servers;
    }

    private List<Server> findServers() {
        List<Server> found = new ArrayList<>();
        Map<TunnelInterface, Server> byTunnel = new IdentityHashMap<>();
        for (Registration registration : registrations()) {
            byTunnel.computeIfAbsent(registration.server().tunnel(), tunnel -> {
                Server server = new Server(registration.server(), new ArrayList<>());
                found.add(server);
                return server;
            }).clients().add(registration.client());
        }
        return found;
    }
}
