package dmvpn.sim.rip;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.RipInterface;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.rip.message.RipPacket;
import dmvpn.sim.router.RouterInterface;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One interface that takes part: its settings, who was heard on it, and which summaries were announced. */
final class RipPort {

    /** DSCP CS6, which routers give routing protocols (RFC 4594 section 3.1). */
    private static final int TRAFFIC_CLASS = 0xc0;

    private final RouterInterface routerInterface;
    private final RipInterface settings;
    private final Map<IpAddress, Long> heardAtNanos = new LinkedHashMap<>();
    private final Set<IpPrefix> announcedSummaries = new LinkedHashSet<>();
    private Optional<IpPrefix> connected = Optional.empty();

    RipPort(RouterInterface routerInterface, RipInterface settings) {
        this.routerInterface = routerInterface;
        this.settings = settings;
    }

    String name() {
        return routerInterface.name();
    }

    RipInterface settings() {
        return settings;
    }

    /** Own IPv4 address, when the interface is up and has one. */
    Optional<InterfaceAddress> address() {
        return routerInterface.isUp()
                ? routerInterface.address().filter(address -> address.address() instanceof Ipv4Address)
                : Optional.empty();
    }

    /** Network of the interface while it takes part. */
    Optional<IpPrefix> connected() {
        return connected;
    }

    void setConnected(Optional<IpPrefix> network) {
        connected = network;
        if (network.isEmpty()) {
            heardAtNanos.clear();
            announcedSummaries.clear();
        }
    }

    /** True while updates are heard. */
    boolean isHearing() {
        return connected.isPresent();
    }

    /** True while updates are sent. */
    boolean isSending() {
        return connected.isPresent() && !settings.passive();
    }

    /** Routers that were heard, with the instant of the last message in nanoseconds. */
    Map<IpAddress, Long> heardAtNanos() {
        return heardAtNanos;
    }

    /** Summaries that neighbours were told. */
    Set<IpPrefix> announcedSummaries() {
        return announcedSummaries;
    }

    /** True when a summary stands for the destination on this interface. */
    boolean suppresses(IpPrefix prefix) {
        for (IpPrefix summary : settings.summaries()) {
            if (isComponent(summary, prefix)) {
                return true;
            }
        }
        return false;
    }

    /** True when the prefix is within the summary and longer. */
    static boolean isComponent(IpPrefix summary, IpPrefix prefix) {
        return prefix.length() > summary.length() && summary.contains(prefix);
    }

    void send(IpAddress destination, int port, RipPacket packet) {
        address().ifPresent(own -> routerInterface.send(new IpPacket(own.address(), destination, IpPacket.UDP,
                destination.isMulticast() ? 1 : 255, TRAFFIC_CLASS, false, 0,
                new UdpDatagram(RipPacket.UDP_PORT, port, packet)), destination));
    }
}
