package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.tunnel.EncapsulationOverhead;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.ike.ChildSa;
import dmvpn.sim.ike.KeyExchange;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.UdpPorts;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.show.IosAddress;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** IPsec security associations as Cisco IOS-XE prints them, and as data. */
final class IpsecTables {

    private static final int DEFAULT_MTU_BYTES = 1500;

    private final RouterContext context;
    private final Collection<ProtectedTunnel> tunnels;
    private final KeyExchange ike;

    IpsecTables(RouterContext context, Collection<ProtectedTunnel> tunnels, KeyExchange ike) {
        this.context = context;
        this.tunnels = tunnels;
        this.ike = ike;
    }

    /** {@code show crypto ipsec sa} of IOS-XE 17, without the lines on hardware. */
    String showIpsecSa() {
        StringBuilder out = new StringBuilder();
        for (ProtectedTunnel tunnel : tunnels) {
            if (tunnel.localAddress() == null) {
                continue;
            }
            out.append("\ninterface: ").append(tunnel.port().name()).append('\n');
            out.append("    Crypto map tag: ").append(tunnel.port().name()).append("-head-0, local addr ")
                    .append(IosAddress.of(tunnel.localAddress())).append('\n');
            tunnel.domain().sockets().forEach(socket -> appendSocket(out, tunnel, socket));
        }
        return out.toString();
    }

    private void appendSocket(StringBuilder out, ProtectedTunnel tunnel, ProtectedSocket socket) {
        PeerAddresses peer = socket.peer();
        out.append("\n   protected vrf: ").append(tunnel.port().vrf().orElse("(none)")).append('\n');
        out.append("   local  ident (addr/mask/prot/port): ").append(identity(peer.local())).append('\n');
        out.append("   remote ident (addr/mask/prot/port): ").append(identity(peer.remote())).append('\n');
        out.append("   current_peer ").append(IosAddress.of(peer.remote())).append(" port ").append(ike.ports(peer).remote()).append("\n");
        out.append("     PERMIT, flags={origin_is_acl,}\n");
        out.append(String.format(Locale.ROOT, "    #pkts encaps: %1$d, #pkts encrypt: %1$d, #pkts digest: %1$d\n",
                socket.encapsulated()));
        out.append(String.format(Locale.ROOT, "    #pkts decaps: %1$d, #pkts decrypt: %1$d, #pkts verify: %1$d\n",
                socket.decapsulated()));
        out.append(String.format(Locale.ROOT, "    #pkts replay failed (rcv): %d\n", socket.replayed()));
        out.append("\n     local crypto endpt.: ").append(IosAddress.of(peer.local())).append(", remote crypto endpt.: ")
                .append(IosAddress.of(peer.remote())).append('\n');
        out.append("     ").append(mtuLine(tunnel, socket)).append('\n');
        long spi = socket.outbound() == null ? 0 : socket.outbound().child().outboundSpi();
        out.append("     current outbound spi: ").append(spiText(spi)).append('\n');
        OptionalInt group = tunnel.domain().profile().perfectForwardSecrecyGroup();
        out.append("     PFS (Y/N): ").append(group.isPresent() ? "Y, DH group: group" + group.getAsInt()
                : "N, DH group: none").append('\n');
        out.append("\n     inbound esp sas:\n");
        socket.securityAssociations().stream().filter(sa -> sa.transform().isEsp()).forEach(sa -> appendSa(out, tunnel, sa, sa.child().inboundSpi(),
                sa.volume().remainingInboundKilobytes()));
        appendHeaders(out, tunnel, socket, "inbound");
        out.append("\n     outbound esp sas:\n");
        socket.securityAssociations().stream().filter(sa -> sa.transform().isEsp()).forEach(sa -> appendSa(out, tunnel, sa, sa.child().outboundSpi(),
                sa.volume().remainingOutboundKilobytes()));
        appendHeaders(out, tunnel, socket, "outbound");
    }

    /** The Authentication Headers in front of ESP, which have SPI, timing and window of the ESP that they go with. */
    private void appendHeaders(StringBuilder out, ProtectedTunnel tunnel, ProtectedSocket socket, String direction) {
        out.append("\n     ").append(direction).append(" ah sas:\n");
        boolean inbound = direction.equals("inbound");
        for (EspSa sa : socket.securityAssociations()) {
            sa.authenticationHeader().ifPresent(hash -> {
                out.append("      spi: ").append(spiText(inbound ? sa.child().inboundSpi() : sa.child().outboundSpi()))
                        .append("\n        transform: ").append(IosTransformName.ofHeader(hash)).append(" ,\n");
                appendSettings(out, tunnel, sa);
                appendTiming(out, sa, inbound ? sa.volume().remainingInboundKilobytes()
                        : sa.volume().remainingOutboundKilobytes());
                appendReplay(out, sa);
            });
        }
        // Compression is never negotiated here; the heading is printed all the same.
        out.append("\n     ").append(direction).append(" pcp sas:\n");
    }

    private static String identity(IpAddress address) {
        String hostMask = address instanceof Ipv4Address ? "255.255.255.255" : "128";
        return "(" + IosAddress.of(address) + "/" + hostMask + "/47/0)";
    }

    private String mtuLine(ProtectedTunnel tunnel, ProtectedSocket socket) {
        TunnelInterface configuration = tunnel.port().configuration();
        Optional<RouterInterface> source = context.interfaceNamed(configuration.sourceInterface());
        int path = source.map(RouterInterface::mtuBytes).orElse(DEFAULT_MTU_BYTES);
        EspSa sa = socket.outbound();
        int header = socket.peer().local() instanceof Ipv4Address
                ? EncapsulationOverhead.IPV4_HEADER_BYTES
                : EncapsulationOverhead.IPV6_HEADER_BYTES;
        EncapsulationOverhead overhead = new EncapsulationOverhead(header, configuration.key().isPresent(),
                Optional.of(sa == null ? tunnel.domain().profile().esp() : sa.transform()),
                sa != null && sa.child().udpPorts().isPresent());
        int room = path - tunnel.domain().profile().options().authenticationHeader().map(hash ->
                EncapsulationOverhead.authenticationHeaderBytes(hash, socket.peer().local() instanceof Ipv6Address)).orElse(0);
        int plaintext = overhead.largestInnerBytes(room) + overhead.greBytes() + header;
        return "plaintext mtu " + plaintext + ", path mtu " + path + ", ip mtu " + path + ", ip mtu idb "
                + configuration.sourceInterface();
    }

    private void appendSa(StringBuilder out, ProtectedTunnel tunnel, EspSa sa, long spi,
            long remainingKilobytes) {
        out.append("      spi: ").append(spiText(spi)).append('\n');
        out.append("        transform: ").append(IosTransformName.of(sa.transform())).append(" ,\n");
        appendSettings(out, tunnel, sa);
        appendTiming(out, sa, remainingKilobytes);
        out.append("        IV size: ").append(sa.transform().encryption().initializationVectorBytes())
                .append(" bytes\n");
        appendReplay(out, sa);
    }

    private static void appendSettings(StringBuilder out, ProtectedTunnel tunnel, EspSa sa) {
        out.append("        in use settings ={")
                .append(sa.transform().mode() == EncapsulationMode.TRANSPORT ? "Transport" : "Tunnel").append(", }\n");
        out.append("        crypto map: ").append(tunnel.port().name()).append("-head-0, initiator : ")
                .append(sa.child().isInitiator() ? "True" : "False").append('\n');
    }

    private void appendTiming(StringBuilder out, EspSa sa, long remainingKilobytes) {
        out.append("        sa timing: remaining key lifetime (k/sec): (").append(remainingKilobytes).append('/')
                .append(remainingSeconds(sa.child())).append(")\n");
    }

    private static void appendReplay(StringBuilder out, EspSa sa) {
        out.append("        replay detection support: Y  replay window size: ").append(sa.replayWindowPackets()).append('\n');
        out.append("        Status: ACTIVE(ACTIVE)\n");
    }

    private long remainingSeconds(ChildSa child) {
        return TimeUnit.NANOSECONDS.toSeconds(child.expiresAtNanos() - context.scheduler().nowNanos());
    }

    private static String spiText(long spi) {
        return String.format(Locale.ROOT, "0x%X(%d)", spi, spi);
    }

    /** {@code show crypto session}. */
    String showSession() {
        StringBuilder out = new StringBuilder("Crypto session current status\n");
        int number = 0;
        for (ProtectedTunnel tunnel : tunnels) {
            for (ProtectedSocket socket : tunnel.domain().sockets()) {
                number++;
                PeerAddresses peer = socket.peer();
                boolean ikeUp = ike.isEstablished(peer);
                out.append("\nInterface: ").append(tunnel.port().name()).append('\n');
                out.append("Session status: ").append(status(tunnel, socket, ikeUp)).append('\n');
                UdpPorts ports = ike.ports(peer);
                out.append("Peer: ").append(IosAddress.of(peer.remote())).append(" port ").append(ports.remote()).append('\n');
                out.append("  Session ID: ").append(number).append('\n');
                out.append(tunnel.domain().profile().ike().version() == IkeVersion.IKEV1 ? "  IKEv1 SA: local " : "  IKEv2 SA: local ")
                        .append(IosAddress.of(peer.local())).append('/').append(ports.local()).append(" remote ")
                        .append(IosAddress.of(peer.remote())).append('/').append(ports.remote()).append(' ').append(ikeUp ? "Active" : "Inactive").append('\n');
                out.append("  IPSEC FLOW: permit 47 host ").append(IosAddress.of(peer.local())).append(" host ")
                        .append(IosAddress.of(peer.remote())).append('\n');
                out.append("        Active SAs: ").append(activeSas(socket))
                        .append(", origin: crypto map\n");
            }
        }
        return out.toString();
    }

    /** One in each direction, two with an Authentication Header. */
    private static int activeSas(ProtectedSocket socket) {
        return socket.securityAssociations().stream().mapToInt(sa ->
                sa.authenticationHeader().isPresent() && sa.transform().isEsp() ? 4 : 2).sum();
    }

    private String status(ProtectedTunnel tunnel, ProtectedSocket socket, boolean ikeUp) {
        if (socket.isUp()) {
            return ikeUp ? "UP-ACTIVE" : "UP-NO-IKE";
        }
        if (ikeUp) {
            return "UP-IDLE";
        }
        return ike.isUnderWay(socket.peer(), tunnel.domain()) ? "DOWN-NEGOTIATING" : "DOWN";
    }

    /** All pairs of security associations as data. */
    StateTable securityAssociations() {
        List<List<String>> rows = new ArrayList<>();
        for (ProtectionDomain domain : tunnels.stream().map(ProtectedTunnel::domain).distinct().toList()) {
            for (ProtectedSocket socket : domain.sockets()) {
                for (EspSa sa : socket.securityAssociations()) {
                    rows.add(row(domain, socket, sa));
                }
            }
        }
        return new StateTable("IPsec security associations", List.of("inboundSpi", "outboundSpi", "local", "peer",
                "tunnels", "mode", "transform", "outbound", "encapsulated", "decapsulated", "remainingSeconds"), rows);
    }

    private List<String> row(ProtectionDomain domain, ProtectedSocket socket, EspSa sa) {
        String names = String.join(" ", domain.tunnels().stream().map(tunnel -> tunnel.port().name()).toList());
        return List.of(String.format(Locale.ROOT, "%08x", sa.child().inboundSpi()),
                String.format(Locale.ROOT, "%08x", sa.child().outboundSpi()), socket.peer().local().toString(),
                socket.peer().remote().toString(), names, sa.transform().mode().name().toLowerCase(Locale.ROOT),
                IosTransformName.of(sa.transform()), Boolean.toString(socket.outbound() == sa),
                Long.toString(sa.encapsulated()), Long.toString(sa.decapsulated()),
                Long.toString(remainingSeconds(sa.child())));
    }
}
