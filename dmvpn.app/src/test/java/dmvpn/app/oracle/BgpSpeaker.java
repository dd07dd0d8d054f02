package dmvpn.app.oracle;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpAggregate;
import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpPeeringOptions;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** BGP of a router in a {@link Topology}, with the shortest timers. */
final class BgpSpeaker {

    private final long autonomousSystem;
    private final List<IpPrefix> networks = new ArrayList<>();
    private final List<BgpNeighbor> neighbors = new ArrayList<>();
    private final List<BgpListenRange> ranges = new ArrayList<>();
    private final List<BgpAggregate> aggregates = new ArrayList<>();
    private final List<Redistribution> redistributions = new ArrayList<>();
    private Optional<Ipv4Address> routerId = Optional.empty();
    private OptionalInt maximumPaths = OptionalInt.empty();

    BgpSpeaker(long autonomousSystem) {
        this.autonomousSystem = autonomousSystem;
    }

    /** Its identifier, which a router without IPv4 addresses must be told. */
    BgpSpeaker routerId(String id) {
        routerId = Optional.of(Ipv4Address.parse(id));
        return this;
    }

    BgpSpeaker network(String... prefixes) {
        for (String prefix : prefixes) {
            networks.add(IpPrefix.parse(prefix));
        }
        return this;
    }

    BgpSpeaker neighbor(String address, Peering peering) {
        neighbors.add(new BgpNeighbor(IpAddress.parse(address), Optional.empty(), peering.build(), Origin.NONE));
        return this;
    }

    /** A neighbour about which only its autonomous system is said. */
    BgpSpeaker neighbor(String address, long remote) {
        return neighbor(address, new Peering(remote));
    }

    BgpSpeaker listen(String range, Peering peering) {
        ranges.add(new BgpListenRange(IpPrefix.parse(range), "SPOKES", peering.build(), Origin.NONE));
        return this;
    }

    BgpSpeaker aggregate(String prefix, boolean summaryOnly) {
        aggregates.add(new BgpAggregate(IpPrefix.parse(prefix), summaryOnly, Origin.NONE));
        return this;
    }

    /** @param policy name of the policy, null for none */
    BgpSpeaker redistribute(RouteSource source, String policy) {
        redistributions.add(new Redistribution(source, OptionalLong.empty(), Optional.empty(), OptionalInt.empty(),
                OptionalLong.empty(), Optional.ofNullable(policy), Origin.NONE));
        return this;
    }

    BgpSpeaker maximumPaths(int paths) {
        maximumPaths = OptionalInt.of(paths);
        return this;
    }

    BgpProcess build() {
        return new BgpProcess(autonomousSystem, Optional.empty(), routerId, networks, neighbors, ranges, OptionalInt.empty(),
                aggregates,
                new ProcessOptions(redistributions, List.of(), Optional.empty(), Optional.empty(), maximumPaths, Origin.NONE),
                Origin.NONE);
    }

    /** What is said about a neighbour. */
    static final class Peering {
        private static final Duration KEEPALIVE = Duration.ofSeconds(1);
        /** The shortest that RFC 4271 section 4.2 allows. */
        private static final Duration HOLD = Duration.ofSeconds(3);

        private final long remote;
        private NextHopSelf nextHopSelf = NextHopSelf.OFF;
        private boolean client;
        private boolean allowOwn;
        private boolean override;
        private boolean originatesDefault;
        private String importPolicy;
        private String exportPolicy;
        private String updateSource;
        private OptionalInt multihop = OptionalInt.empty();
        private boolean sendCommunity;
        private boolean passive;
        private Optional<Secret> password = Optional.empty();
        private boolean removePrivate;

        Peering(long remote) {
            this.remote = remote;
        }

        Peering nextHopSelf() {
            nextHopSelf = NextHopSelf.ON;
            return this;
        }

        Peering client() {
            client = true;
            return this;
        }

        Peering allowOwn() {
            allowOwn = true;
            return this;
        }

        Peering override() {
            override = true;
            return this;
        }

        Peering originatesDefault() {
            originatesDefault = true;
            return this;
        }

        Peering in(String policy) {
            importPolicy = policy;
            return this;
        }

        Peering out(String policy) {
            exportPolicy = policy;
            return this;
        }

        Peering updateSource(String port) {
            updateSource = port;
            return this;
        }

        Peering multihop(int hops) {
            multihop = OptionalInt.of(hops);
            return this;
        }

        Peering password(String text) {
            password = Optional.of(new Secret("", Optional.of(text), Origin.NONE));
            return this;
        }

        Peering passive() {
            passive = true;
            return this;
        }

        Peering sendCommunity() {
            sendCommunity = true;
            return this;
        }

        Peering removePrivate() {
            removePrivate = true;
            return this;
        }

        private BgpPeering build() {
            return new BgpPeering(List.of(remote), Optional.of(KEEPALIVE), Optional.of(HOLD), nextHopSelf, client, allowOwn, override,
                    originatesDefault ? Optional.of(new DefaultOrigination(Origin.NONE)) : Optional.empty(),
                    Optional.ofNullable(importPolicy), Optional.ofNullable(exportPolicy), password, false,
                    new BgpPeeringOptions(Optional.ofNullable(updateSource), multihop, passive, sendCommunity, false, removePrivate, Origin.NONE),
                    Origin.NONE);
        }
    }
}
