package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.tunnel.EncapsulationOverhead;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.ike.KeyExchange;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.show.IosAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code show crypto ipsec sa} of IOS-XE 17, without the lines on hardware. */
final class ShowIpsecSa {

    private static final int DEFAULT_MTU_BYTES = 1500;

    private final RouterContext context;
    private final Collection<ProtectedTunnel> tunnels;
    private final KeyExchange ike;

    ShowIpsecSa(RouterContext context, Collection<ProtectedTunnel> tunnels, KeyExchange ike) {
        this.context = context;
        this.tunnels = tunnels;
        this.ike = ike;
    }

    String print() {
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
        out.append(String.format(Locale.ROOT, "    #pkts replay failed (rcv): %d\n", socket.receiveErrors()));
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
                .append(sa.remainingSeconds(context.scheduler().nowNanos())).append(")\n");
    }

    private static void appendReplay(StringBuilder out, EspSa sa) {
        out.append("        replay detection support: Y  replay window size: ").append(sa.replayWindowPackets()).append('\n');
        out.append("        Status: ACTIVE(ACTIVE)\n");
    }

    private static String spiText(long spi) {
        return String.format(Locale.ROOT, "0x%X(%d)", spi, spi);
    }
}
