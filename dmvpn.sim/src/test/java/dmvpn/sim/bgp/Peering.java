package dmvpn.sim.bgp;

import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpPeeringOptions;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.NextHopSelf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a router says about a neighbour. */
final class Peering {
    private final List<Long> remote = new ArrayList<>();
    private Optional<Duration> keepalive = Optional.empty();
    private Optional<Duration> hold = Optional.empty();
    private NextHopSelf nextHopSelf = NextHopSelf.OFF;
    private boolean client;
    private boolean allowOwn;
    private boolean override;
    private boolean defaultRoute;
    private Optional<String> in = Optional.empty();
    private Optional<String> out = Optional.empty();
    private Optional<String> updateSource = Optional.empty();
    private OptionalInt multihop = OptionalInt.empty();
    private boolean passive;
    private Optional<Secret> password = Optional.empty();
    private boolean sendCommunity;
    private boolean nextHopUnchanged;
    private boolean removePrivate;

    Peering(long... numbers) {
        for (long number : numbers) {
            remote.add(number);
        }
    }

    Peering timers(long keepaliveSeconds, long holdSeconds) {
        keepalive = Optional.of(Duration.ofSeconds(keepaliveSeconds));
        hold = Optional.of(Duration.ofSeconds(holdSeconds));
        return this;
    }

    Peering nextHopSelf(NextHopSelf value) {
        nextHopSelf = value;
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

    Peering defaultRoute() {
        defaultRoute = true;
        return this;
    }

    Peering in(String policy) {
        in = Optional.of(policy);
        return this;
    }

    Peering out(String policy) {
        out = Optional.of(policy);
        return this;
    }

    Peering updateSource(String interfaceName) {
        updateSource = Optional.of(interfaceName);
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

    Peering nextHopUnchanged() {
        nextHopUnchanged = true;
        return this;
    }

    Peering removePrivate() {
        removePrivate = true;
        return this;
    }

    BgpPeering build() {
        return new BgpPeering(remote, keepalive, hold, nextHopSelf, client, allowOwn, override,
                defaultRoute ? Optional.of(new DefaultOrigination(Origin.NONE)) : Optional.empty(), in, out, password,
                false, new BgpPeeringOptions(updateSource, multihop, passive, sendCommunity, nextHopUnchanged, removePrivate, Origin.NONE),
                Origin.NONE);
    }
}
