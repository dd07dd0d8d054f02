package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.tunnel.EncapsulationOverhead;
import dmvpn.network.tunnel.PathMtuDiscovery;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.router.RouterContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * {@code tunnel path-mtu-discovery}: the delivery header of IPv4 has DF where the packet of IPv4 inside has it, and the tunnel keeps
 * for each far end the path MTU that it is told of (RFC 1191; Cisco, "Resolve IPv4 Fragmentation, MTU, MSS, and PMTUD Issues with GRE
 * and IPsec"). The size of what IPsec adds is known, so that the first packet that would be too large for the tunnel's own link is
 * refused, and not the encrypted one.
 */
final class DeliveryPathMtus {

    private final RouterContext router;
    private final GreTunnel tunnel;
    private final Map<IpAddress, Learned> learned = new LinkedHashMap<>();

    private record Learned(int mtuBytes, long atNanos) {
    }

    DeliveryPathMtus(RouterContext router, GreTunnel tunnel) {
        this.router = router;
        this.tunnel = tunnel;
    }

    private Optional<PathMtuDiscovery> discovery() {
        return tunnel.configuration().options().pathMtuDiscovery()
                .filter(on -> tunnel.nbmaAddress().filter(Ipv4Address.class::isInstance).isPresent());
    }

    /** True when a packet keeps its DF bit in the delivery header. */
    boolean isCopied(Packet content) {
        return content instanceof IpPacket inner && inner.dontFragment() && isInUse(inner);
    }

    /** True when sizes depend on the far end. */
    boolean isInUse(IpPacket packet) {
        return packet.source() instanceof Ipv4Address && discovery().isPresent();
    }

    /** Largest packet inside the tunnel that fits whole into the path to a far end, as far as that is known. */
    int largestInnerBytes(FarEnd farEnd, int linkMtuBytes) {
        // Routers on the way tell of the address that the packet went to, which a peer behind NAT may have changed since.
        IpAddress current = tunnel.protector().map(protector -> protector.sockets().currentAddress(farEnd.nbmaAddress()))
                .orElse(farEnd.nbmaAddress());
        int pathMtuBytes = pathMtuBytes(current, linkMtuBytes);
        int clearBytes = tunnel.protector().map(protector -> protector.largestClearBytes(farEnd, pathMtuBytes)).orElse(pathMtuBytes);
        return EncapsulationOverhead.overIpv4(tunnel.configuration().key().isPresent(), Optional.empty()).largestInnerBytes(clearBytes);
    }

    private int pathMtuBytes(IpAddress farEnd, int linkMtuBytes) {
        Learned known = learned.get(farEnd);
        if (known == null) {
            return linkMtuBytes;
        }
        Optional<Long> ageNanos = discovery().flatMap(discovery -> discovery.ageMinutes().isPresent()
                ? Optional.of(TimeUnit.MINUTES.toNanos(discovery.ageMinutes().getAsInt())) : Optional.empty());
        if (ageNanos.filter(age -> router.scheduler().nowNanos() - known.atNanos() >= age).isPresent()) {
            learned.remove(farEnd);
            return linkMtuBytes;
        }
        return Math.min(linkMtuBytes, known.mtuBytes());
    }

    /**
     * A router on the way dropped a packet of the tunnel. A path MTU never grows by being told (RFC 1191 section 3).
     *
     * @param farEnd where it went
     * @param mtuBytes largest packet of the next link
     * @param from who says so
     */
    void told(IpAddress farEnd, int mtuBytes, int linkMtuBytes, IpAddress from) {
        Optional<PathMtuDiscovery> discovery = discovery();
        if (discovery.isEmpty()) {
            return;
        }
        int believed = Math.max(mtuBytes, discovery.get().leastMtuBytes());
        if (believed >= pathMtuBytes(farEnd, linkMtuBytes)) {
            return;
        }
        learned.put(farEnd, new Learned(believed, router.scheduler().nowNanos()));
        router.record(new TunnelEvent.PathMtuLearned(tunnel.name(), farEnd, believed,
                largestInnerBytes(FarEnd.of(farEnd), linkMtuBytes), from), discovery.get().origin());
    }
}
