package dmvpn.app.storm;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Device;
import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.RipTimers;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How long a network may take to work again once nothing is broken any more: each of its timers may have to run out, the
 * longest of each kind, one kind after the other.
 *
 * @param parts the timers by what they are for, in the order in which they may have to run out
 */
public record HealingTime(Map<String, Duration> parts) {

    /** The longest wait of NHRP clients between registrations without an answer (Cisco IOS: 1, 2, 4, … 64 s). */
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(64);

    /**
     * A key exchange that lost its peer: given up 30 s after its first message (2, 4, 8 and 16 s), where the peer may keep its half
     * for as long, and begun anew.
     */
    private static final Duration KEY_EXCHANGE = Duration.ofSeconds(60);

    /** The longest wait between two tries of a session (RFC 4271 section 10, ConnectRetryTime). */
    private static final Duration CONNECT_RETRY = Duration.ofSeconds(120);

    /** Silence after which a route of on-demand routing is forgotten (Cisco IOS command reference, timers basic of ODR). */
    private static final Duration ON_DEMAND_FLUSH = Duration.ofSeconds(240);

    /** A lease, the first hellos (5 s apart), a resolution and its retries (1, 2, 4 s): what takes seconds, with room for loss. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    /** Keeps the order. */
    public HealingTime {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** That of a network. Families of thousands are read by their examples. */
    public static HealingTime of(CompiledNetwork network) {
        List<Device> devices = network.routers().representatives();
        Map<String, Duration> parts = new LinkedHashMap<>();
        parts.put("a dead peer is found out", longest(devices, device -> device.crypto().profiles().stream().map(HealingTime::peerIsDead)));
        parts.put("a key exchange is given up and begun anew", KEY_EXCHANGE);
        parts.put("the longest wait between registrations", LONGEST_RETRY);
        parts.put("what NHRP holds expires", longest(devices, device -> device.tunnels().stream().map(HealingTime::holdingTime)));
        parts.put("a registration is due again", longest(devices, device -> device.tunnels().stream().map(HealingTime::registration)));
        parts.put("a neighbour is declared dead", longest(devices, HealingTime::silences));
        parts.put("a BGP session is tried again", longest(devices, device -> device.routing().bgp().stream().map(process -> CONNECT_RETRY)));
        parts.put("leases, hellos and resolutions", SETTLING);
        parts.values().removeIf(Duration::isZero);
        return new HealingTime(parts);
    }

    /** All of them, one after the other. */
    public Duration total() {
        return parts.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Without checks, only the end of an association shows that the peer has lost it. */
    private static Duration peerIsDead(IpsecProfile profile) {
        return profile.deadPeerDetection()
                .map(check -> check.interval().plus(check.retry().multipliedBy(DeadPeerDetection.FURTHER_TRIES + 1L)).multipliedBy(2))
                .orElse(profile.lifetime());
    }

    private static Duration holdingTime(TunnelInterface tunnel) {
        return Duration.ofSeconds(tunnel.nhrp().holdingTimeSeconds());
    }

    private static Duration registration(TunnelInterface tunnel) {
        return Duration.ofSeconds(tunnel.nhrp().registrationIntervalSeconds());
    }

    /** How long a neighbour of each routing protocol may be silent before it is lost, or its routes are. */
    private static Stream<Duration> silences(Device device) {
        RoutingConfiguration routing = device.routing();
        return Stream.of(
                routing.eigrp().stream().flatMap(process -> process.interfaces().stream()).map(EigrpInterface::holdTime),
                routing.ospf().stream().flatMap(process -> process.interfaces().stream()).map(OspfInterface::deadInterval),
                routing.bgp().stream().flatMap(HealingTime::peerings).map(peering -> peering.hold().orElse(BgpPeering.DEFAULT_HOLD_TIME)),
                routing.rip().stream().map(process -> process.timers().map(RipTimers::flush)
                        .orElseGet(() -> RipTimers.ofUpdate(RipTimers.DEFAULT_UPDATE, process.origin()).flush())),
                routing.odr().stream().map(process -> ON_DEMAND_FLUSH)).flatMap(Function.identity());
    }

    private static Stream<BgpPeering> peerings(BgpProcess process) {
        return Stream.concat(process.neighbors().stream().map(BgpNeighbor::peering),
                process.listenRanges().stream().map(BgpListenRange::peering));
    }

    private static Duration longest(List<Device> devices, Function<Device, Stream<Duration>> timers) {
        return devices.stream().flatMap(timers).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
