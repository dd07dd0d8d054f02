package dmvpn.app.alarms;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.underlay.Host;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that a network promises, said by names alone: a broken network is asked for what the sound one promised.
 */
sealed interface Promise {

    /** When the network has had time to come up, and pings begin. */
    Duration SETTLED = Duration.ofSeconds(50);

    /** Time between two echo requests. */
    Duration PING_INTERVAL = Duration.ofSeconds(2);

    Kind kind();

    /** How to find out whether a network keeps it; empty when the network does not have what it is about. */
    Optional<Question> question(CompiledNetwork network, Duration end);

    /** What is done in a run, and what must be true of it. */
    record Question(List<Action> actions, Expectation expectation) {
    }

    /** A client registers with a server. */
    record Registration(String client, String server) implements Promise {
        @Override
        public Kind kind() {
            return Kind.REGISTRATION;
        }

        @Override
        public Optional<Question> question(CompiledNetwork network, Duration end) {
            return Optional.of(new Question(List.of(), new Expectation.StaysTrue(new Expectation.NextHopServerState(toString(),
                    SETTLED, List.of(client), server, true, Origin.NONE), Origin.NONE)));
        }

        @Override
        public String toString() {
            return client + " is registered with " + server;
        }
    }

    /** Two routers are neighbours. */
    record Neighbor(String router, String neighbor) implements Promise {
        @Override
        public Kind kind() {
            return Kind.NEIGHBOR;
        }

        @Override
        public Optional<Question> question(CompiledNetwork network, Duration end) {
            return Optional.of(new Question(List.of(), new Expectation.StaysTrue(new Expectation.NeighborPresent(toString(),
                    SETTLED, router, neighbor, Optional.empty(), true, Origin.NONE), Origin.NONE)));
        }

        @Override
        public String toString() {
            return router + " has the neighbour " + neighbor;
        }
    }

    /** A member of a cloud reaches the tunnel address of another one. */
    record Tunnel(String cloud, String from, String to) implements Promise {
        @Override
        public Kind kind() {
            return Kind.TUNNEL;
        }

        @Override
        public Optional<Question> question(CompiledNetwork network, Duration end) {
            return tunnel(network, from).flatMap(source -> tunnel(network, to)
                    .map(destination -> pinged(this, source, destination, end)));
        }

        private Optional<Endpoint> tunnel(CompiledNetwork network, String router) {
            return network.deviceNamed(router).map(Device::tunnels).flatMap(tunnels -> tunnels.stream()
                    .filter(tunnel -> tunnel.cloud().equals(cloud)).map(TunnelInterface::address).findFirst())
                    .map(address -> new Endpoint(router + ".tunnel", router, address.address(), Origin.NONE));
        }

        @Override
        public String toString() {
            return from + " reaches the tunnel address of " + to + " in " + cloud;
        }
    }

    /** A host of a site reaches one of another site. */
    record LocalNetwork(String from, String to) implements Promise {
        @Override
        public Kind kind() {
            return Kind.LOCAL_NETWORK;
        }

        @Override
        public Optional<Question> question(CompiledNetwork network, Duration end) {
            return host(network, from).flatMap(source -> host(network, to)
                    .map(destination -> pinged(this, source, destination, end)));
        }

        @Override
        public String toString() {
            return "the hosts of " + from + " reach those of " + to;
        }
    }

    /** After the first packets, packets from one spoke to another cross no hub. */
    record DirectPath(String from, String to) implements Promise {
        @Override
        public Kind kind() {
            return Kind.DIRECT_PATH;
        }

        @Override
        public Optional<Question> question(CompiledNetwork network, Duration end) {
            return host(network, from).flatMap(source -> host(network, to).map(destination -> new Question(
                    pinged(this, source, destination, end).actions(),
                    new Expectation.PathIs(toString(), end.minus(PING_INTERVAL), source, destination, List.of(), Origin.NONE))));
        }

        @Override
        public String toString() {
            return "packets from " + from + " to " + to + " go direct";
        }
    }

    /** Nothing of the overlay crosses the transport in clear. */
    record Encryption(String transport) implements Promise {
        @Override
        public Kind kind() {
            return Kind.ENCRYPTION;
        }

        @Override
        public Optional<Question> question(CompiledNetwork network, Duration end) {
            return Optional.of(new Question(List.of(), new Expectation.NoClearOverlayPacket(toString(), transport, Origin.NONE)));
        }

        @Override
        public String toString() {
            return "nothing crosses " + transport + " in clear";
        }
    }

    /** True when the two processes can be neighbours. */
    static boolean inOneDomain(EigrpProcess first, EigrpProcess second) {
        return first.autonomousSystem() == second.autonomousSystem();
    }

    private static Optional<Endpoint> host(CompiledNetwork network, String router) {
        return network.hosts().stream().filter(host -> host.device().equals(router)).findFirst()
                .map(Promise::endpoint);
    }

    private static Endpoint endpoint(Host host) {
        return new Endpoint(host.name(), host.device(), host.address().address(), Origin.NONE);
    }

    private static Question pinged(Promise promise, Endpoint source, Endpoint destination, Duration end) {
        long count = end.minus(SETTLED).minus(PING_INTERVAL.multipliedBy(3)).dividedBy(PING_INTERVAL);
        return new Question(
                List.of(new Action.Ping(SETTLED, promise.toString(), source, destination, Optional.of(PING_INTERVAL),
                        OptionalInt.of((int) count), Origin.NONE)),
                new Expectation.LossAtMost(promise.toString(), promise.toString(), 0, Origin.NONE));
    }
}
