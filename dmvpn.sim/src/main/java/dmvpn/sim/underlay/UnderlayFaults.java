package dmvpn.sim.underlay;

import dmvpn.network.scenario.UnderlayProtocol;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.underlay.UnderlayEvent.LossCause;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is broken in the underlay: transports, paths between two nodes, and protocols that firewalls drop. */
public final class UnderlayFaults {

    private static final int IKE_PORT = 500;
    private static final int NAT_TRAVERSAL_PORT = 4500;
    /** IANA protocol number of the authentication header (RFC 4302). */
    private static final int AUTHENTICATION_HEADER = 51;

    private final Set<String> failedTransports = new HashSet<>();
    private final Set<BrokenPath> brokenPaths = new HashSet<>();
    private final Set<Filter> filters = new HashSet<>();

    /** A path in one direction; the transport is empty for all of them. */
    private record BrokenPath(Optional<String> transport, int fromNode, int toNode) {
    }

    private record Filter(UnderlayProtocol protocol, int fromNode, int toNode) {
    }

    UnderlayFaults() {
    }

    /** Fails a transport or mends it: what is under way is lost too. */
    public void setTransportFailed(String transport, boolean failed) {
        if (failed) {
            failedTransports.add(transport);
        } else {
            failedTransports.remove(transport);
        }
    }

    /**
     * Breaks the path from one node to another, or mends it; the way back is another path.
     *
     * @param transport the transport on which it breaks, empty for all of them
     */
    public void setPathBroken(Optional<String> transport, int fromNode, int toNode, boolean broken) {
        BrokenPath path = new BrokenPath(transport, fromNode, toNode);
        if (broken) {
            brokenPaths.add(path);
        } else {
            brokenPaths.remove(path);
        }
    }

    /** Lets a firewall drop a protocol between two nodes, in one direction, or lets it pass again. */
    public void setProtocolBlocked(UnderlayProtocol protocol, int fromNode, int toNode, boolean blocked) {
        Filter filter = new Filter(protocol, fromNode, toNode);
        if (blocked) {
            filters.add(filter);
        } else {
            filters.remove(filter);
        }
    }

    /** Why a network does not carry a protocol from one node to another now; empty when it does. */
    public Optional<LossCause> obstacle(
            String network, int fromNode, int toNode, Optional<UnderlayProtocol> protocol) {
        if (failedTransports.contains(network)) {
            return Optional.of(LossCause.TRANSPORT_FAILED);
        }
        if (!brokenPaths.isEmpty() && (brokenPaths.contains(new BrokenPath(Optional.empty(), fromNode, toNode))
                || brokenPaths.contains(new BrokenPath(Optional.of(network), fromNode, toNode)))) {
            return Optional.of(LossCause.PATH_BROKEN);
        }
        return protocol.filter(known -> filters.contains(new Filter(known, fromNode, toNode)))
                .map(known -> LossCause.FILTERED);
    }

    /** True while anything is broken. */
    boolean isAny() {
        return !failedTransports.isEmpty() || !brokenPaths.isEmpty() || !filters.isEmpty();
    }

    Optional<LossCause> obstacle(String network, int fromNode, int toNode, IpPacket packet) {
        return isAny() ? obstacle(network, fromNode, toNode, protocolOf(packet)) : Optional.empty();
    }

    private static Optional<UnderlayProtocol> protocolOf(IpPacket packet) {
        return switch (packet.protocolNumber()) {
            case IpPacket.ESP -> Optional.of(UnderlayProtocol.ESP);
            case IpPacket.GRE -> Optional.of(UnderlayProtocol.GRE);
            case IpPacket.ICMP, IpPacket.ICMPV6 -> Optional.of(UnderlayProtocol.ICMP);
            case AUTHENTICATION_HEADER -> Optional.of(UnderlayProtocol.AH);
            default -> {
                if (!(packet.readableContent() instanceof UdpDatagram datagram)) {
                    yield Optional.empty();
                }
                yield isOf(datagram, NAT_TRAVERSAL_PORT) ? Optional.of(UnderlayProtocol.NAT_TRAVERSAL)
                        : isOf(datagram, IKE_PORT) ? Optional.of(UnderlayProtocol.IKE) : Optional.empty();
            }
        };
    }

    private static boolean isOf(UdpDatagram datagram, int port) {
        return datagram.destinationPort() == port || datagram.sourcePort() == port;
    }
}
