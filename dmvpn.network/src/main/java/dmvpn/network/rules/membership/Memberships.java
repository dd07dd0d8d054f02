package dmvpn.network.rules.membership;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Device;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.TunnelInterface;
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
    private final Map<String, List<Member>> membersByCloud = new LinkedHashMap<>();
    private final Map<String, Map<IpAddress, Member>> membersByAddress = new HashMap<>();
    private final List<Member> all;
    private final List<Registration> registrations;
    private final List<Server> servers;

    private Memberships(CompiledNetwork network) {
        this.network = network;
        for (Device device : network.devices()) {
            for (TunnelInterface tunnel : device.tunnels()) {
                Member member = new Member(device, tunnel);
                membersByCloud.computeIfAbsent(tunnel.cloud(), cloud -> new ArrayList<>()).add(member);
                membersByAddress.computeIfAbsent(tunnel.cloud(), cloud -> new HashMap<>())
                        .putIfAbsent(member.protocolAddress(), member);
            }
        }
        all = membersByCloud.values().stream().flatMap(Collection::stream).toList();
        registrations = findRegistrations();
        servers = findServers();
    }

    /** Looks at the network once. */
    public static Memberships of(CompiledNetwork network) {
        return new Memberships(network);
    }

    /** The network. */
    public CompiledNetwork network() {
        return network;
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
        return registrations;
    }

    /** Every server that somebody registers with, in the order of their first client. */
    public List<Server> servers() {
        return servers;
    }

    private List<Registration> findRegistrations() {
        List<Registration> found = new ArrayList<>();
        for (Member client : all) {
            for (NextHopServer statement : client.tunnel().nhrp().nextHopServers()) {
                withAddress(client.tunnel().cloud(), statement.protocolAddress())
                        .filter(server -> server.device() != client.device())
                        .ifPresent(server -> found.add(new Registration(client, statement, server)));
            }
        }
        return found;
    }

    private List<Server> findServers() {
        List<Server> found = new ArrayList<>();
        // By identity: comparing whole routers would cost more than the rules that ask.
        Map<TunnelInterface, Server> byTunnel = new IdentityHashMap<>();
        for (Registration registration : registrations) {
            byTunnel.computeIfAbsent(registration.server().tunnel(), tunnel -> {
                Server server = new Server(registration.server(), new ArrayList<>());
                found.add(server);
                return server;
            }).clients().add(registration.client());
        }
        return found;
    }
}
