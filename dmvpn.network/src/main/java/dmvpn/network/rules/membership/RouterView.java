package dmvpn.network.rules.membership;

import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.underlay.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One router with what a rule may know of the network when it looks at one router at a time: clouds, transports, and who
 * answers at the addresses of its next-hop servers.
 */
public final class RouterView {

    private final Memberships memberships;
    private final Device device;
    private final int count;
    private final List<Member> members;
    private final Derived derived = new Derived();
    private List<Registration> registrations;

    RouterView(Memberships memberships, Device device, int count) {
        this.memberships = memberships;
        this.device = device;
        this.count = count;
        List<Member> found = new ArrayList<>(device.tunnels().size());
        for (TunnelInterface tunnel : device.tunnels()) {
            found.add(new Member(device, tunnel, count));
        }
        this.members = found;
    }

    /** The router. */
    public Device device() {
        return device;
    }

    /** How many routers it is, with those that it stands for; see {@link Memberships#folded}. */
    public int count() {
        return count;
    }

    /** The router with each of its tunnels. */
    public List<Member> members() {
        return members;
    }

    /** The cloud of that name. */
    public Optional<Cloud> cloud(String name) {
        return memberships.cloud(name);
    }

    /** The cloud that a member is in; empty when the network has none of that name. */
    public Optional<Cloud> cloudOf(Member member) {
        return memberships.cloud(member.tunnel().cloud());
    }

    /** The transport that an interface is attached to. */
    public Optional<Transport> transportOf(NetworkInterface networkInterface) {
        return networkInterface.transport().flatMap(memberships::transport);
    }

    /**
     * The first member of the cloud with the tunnel address of a next-hop server, the router itself included.
     *
     * @throws IllegalArgumentException when the client is another router: what is found here must not depend on its servers
     */
    public Optional<Member> ownerOf(Member client, NextHopServer statement) {
        if (client.device() != device) {
            throw new IllegalArgumentException("A rule on " + device.name() + " asks for a server of " + client.name());
        }
        return memberships.withAddress(client.tunnel().cloud(), statement.protocolAddress());
    }

    /** The router's registrations with servers that the network knows. */
    public List<Registration> registrations() {
        if (registrations == null) {
            List<Registration> found = new ArrayList<>(members.size());
            for (Member client : members) {
                for (NextHopServer statement : client.tunnel().nhrp().nextHopServers()) {
                    ownerOf(client, statement)
                            .filter(server -> server.device() != device)
                            .ifPresent(server -> found.add(new Registration(client, statement, server)));
                }
            }
            registrations = found;
        }
        return registrations;
    }

    /**
     * A value that follows from what this view shows, computed once for each check: for what several rules ask about.
     *
     * @param key identifies the value: the class that computes it
     * @param compute computes it; must not answer null
     */
    public <T> T derived(Class<?> key, Supplier<T> compute) {
        return derived.get(key, compute);
    }
}
