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

/** {@code show crypto ipsec sa} of IOS-XE 17 (outputs of labs on CSR 1000V and Catalyst 8000V). */
final class ShowIpsecSa {

    private static final int DEFAULT_MTU_BYTES = 1500;

    /** Nothing is compressed: IPComp (RFC 3173) is not negotiated for tunnel protection. */
    private static final String COMPRESSION = """
                #pkts compressed: 0, #pkts decompressed: 0
                #pkts not compressed: 0, #pkts compr. failed: 0
                #pkts not decompressed: 0, #pkts decompress failed: 0
            """;

    /** Flags of the crypto engine of virtual routers, of which one tells tunnel mode (observed on Catalyst 8000V). */
    private static final int SIBLING_FLAGS = 0x80004008;
    private static final int SIBLING_FLAG_OF_TUNNEL_MODE = 0x40;

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
        out.append(COMPRESSION);
        out.append(String.format(Locale.ROOT, "    #send errors %d, #recv errors %d\n", socket.sendErrors(), socket.receiveErrors()));
        out.append("\n     local crypto endpt.: ").append(IosAddress.of(peer.local())).append(", remote crypto endpt.: ")
                .append(IosAddress.of(peer.remote())).append('\n');
        out.append("     ").append(mtuLine(tunnel, socket)).append('\n');
        long spi = socket.outbound() == null ? 0 : socket.outbound().child().outboundSpi();
        out.append("     current outbound spi: ").append(spiText(spi)).append('\n');
        OptionalInt group = tunnel.domain().profile().perfectForwardSecrecyGroup();
        out.append("     PFS (Y/N): ").append(group.isPresent() ? "Y, DH group: group" + group.getAsInt()
                : "N, DH group: none").append('\n');
        out.append("\n     inbound esp sas:\n");
        socket.securityAssociations().stream().filter(sa -> sa.transform().isEsp())
                .forEach(sa -> appendSa(out, tunnel, sa, true));
        appendHeaders(out, tunnel, socket, true);
        out.append("\n     outbound esp sas:\n");
        socket.securityAssociations().stream().filter(sa -> sa.transform().isEsp())
                .forEach(sa -> appendSa(out, tunnel, sa, false));
        appendHeaders(out, tunnel, socket, false);
    }

    /** The Authentication Headers in front of ESP, which have SPI, timing and window of the ESP that they go with. */
    private void appendHeaders(StringBuilder out, ProtectedTunnel tunnel, ProtectedSocket socket, boolean inbound) {
        String direction = inbound ? "inbound" : "outbound";
        out.append("\n     ").append(direction).append(" ah sas:\n");
        for (EspSa sa : socket.securityAssociations()) {
            sa.authenticationHeader().ifPresent(hash -> {
                out.append("      spi: ").append(spiText(inbound ? sa.child().inboundSpi() : sa.child().outboundSpi()))
                        .append("\n        transform: ").append(IosTransformName.ofHeader(hash)).append(" ,\n");
                appendSettings(out, tunnel, sa, sa.flows().of(inbound, !sa.transform().isEsp()));
                appendTiming(out, sa, inbound);
                appendReplay(out, sa);
            });
        }
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

    private void appendSa(StringBuilder out, ProtectedTunnel tunnel, EspSa sa, boolean inbound) {
        out.append("      spi: ").append(spiText(inbound ? sa.child().inboundSpi() : sa.child().outboundSpi())).append('\n');
        out.append("        transform: ").append(IosTransformName.of(sa.transform())).append(" ,\n");
        appendSettings(out, tunnel, sa, sa.flows().of(inbound, true));
        appendTiming(out, sa, inbound);
        out.append("        IV size: ").append(sa.transform().encryption().initializationVectorBytes())
                .append(" bytes\n");
        appendReplay(out, sa);
    }

    private static void appendSettings(StringBuilder out, ProtectedTunnel tunnel, EspSa sa, int flow) {
        boolean inTunnelMode = sa.transform().mode() == EncapsulationMode.TUNNEL;
        out.append("        in use settings ={").append(inTunnelMode ? "Tunnel" : "Transport")
                .append(sa.child().udpPorts().isPresent() ? " UDP-Encaps" : "").append(", }\n");
        out.append(String.format(Locale.ROOT, "        conn id: %d, flow_id: CSR:%d, sibling_flags FFFFFFFF%08X, crypto map: %s-head-0,"
                + " initiator : %s\n", FlowNumbers.connectionId(flow), flow,
                inTunnelMode ? SIBLING_FLAGS | SIBLING_FLAG_OF_TUNNEL_MODE : SIBLING_FLAGS, tunnel.port().name(),
                sa.child().isInitiator() ? "True" : "False"));
    }

    private void appendTiming(StringBuilder out, EspSa sa, boolean inbound) {
        long kilobytes = inbound ? sa.volume().remainingInboundKilobytes() : sa.volume().remainingOutboundKilobytes();
        out.append("        sa timing: remaining key lifetime (k/sec): (").append(kilobytes).append('/')
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
