package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.PathAttributes;
import java.util.Optional;

/** One way to a destination, as it is used here: behind the policy on the neighbour's routes. */
final class BgpPath {

    /** Local preference of a path that has none (RFC 4271 section 9.1.1; Cisco, BGP Best Path Selection Algorithm). */
    static final long DEFAULT_LOCAL_PREFERENCE = 100;
    /** Weight of own paths on IOS. */
    static final int LOCAL_WEIGHT = 32_768;

    private final Nlri nlri;
    private final PathAttributes attributes;
    private final int weight;
    private final PathSource source;
    private final Optional<BgpPeer> peer;
    private final Ipv4Address peerRouterId;
    private final long receivedAtNanos;
    private boolean reachable;
    private long nextHopMetric;

    /**
     * @param peer who announced it, empty for an own path
     * @param ownRouterId identifier of this router, which own paths have
     */
    BgpPath(Nlri nlri, PathAttributes attributes, int weight, PathSource source, Optional<BgpPeer> peer, Ipv4Address ownRouterId,
            long receivedAtNanos) {
        this.nlri = nlri;
        this.attributes = attributes;
        this.weight = weight;
        this.source = source;
        this.peer = peer;
        this.peerRouterId = peer.map(BgpPeer::routerId).orElse(ownRouterId);
        this.receivedAtNanos = receivedAtNanos;
        this.reachable = source.isLocal();
    }

    Nlri nlri() {
        return nlri;
    }

    PathAttributes attributes() {
        return attributes;
    }

    int weight() {
        return weight;
    }

    PathSource source() {
        return source;
    }

    Optional<BgpPeer> peer() {
        return peer;
    }

    IpAddress nextHop() {
        return attributes.nextHop();
    }

    long receivedAtNanos() {
        return receivedAtNanos;
    }

    long localPreference() {
        return attributes.localPreference().orElse(DEFAULT_LOCAL_PREFERENCE);
    }

    /** A path without a MED is as good as one with 0 on IOS ({@code bgp bestpath med missing-as-worst} is off). */
    long multiExitDiscriminator() {
        return attributes.multiExitDiscriminator().orElse(0);
    }

    /** Identifier that decides between paths: of the router that brought it into the autonomous system (RFC 4456 section 9). */
    Ipv4Address decidingRouterId() {
        return attributes.originatorId().orElse(peerRouterId);
    }

    /** True when a route leads to the next hop, so that the path may be used (RFC 4271 section 9.1.2). */
    boolean isReachable() {
        return reachable;
    }

    /** Metric of the route to the next hop. */
    long nextHopMetric() {
        return nextHopMetric;
    }

    void setNextHop(boolean nowReachable, long metric) {
        reachable = nowReachable;
        nextHopMetric = metric;
    }

    /** True when it says the same as another one of the same neighbour. */
    boolean saysTheSame(BgpPath other) {
        return attributes.equals(other.attributes) && weight == other.weight && source == other.source;
    }
}
