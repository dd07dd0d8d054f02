package dmvpn.sim.nhrp;

import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.network.tunnel.TunnelProtection;
import dmvpn.sim.show.IosAddress;
import dmvpn.sim.tunnel.CryptoSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * {@code show dmvpn detail} in the layout of IOS-XE: the tunnel, its next-hop servers, the peers with what is behind them, and the
 * sessions that protect the way to them (outputs of labs on IOS 15.4 and IOS-XE).
 */
final class ShowDmvpnDetail {

    private static final String HEADING = """
            # Ent  Peer NBMA Addr Peer Tunnel Add State  UpDn Tm Attrb    Target Network
            ----- --------------- --------------- ----- -------- ----- -----------------
            """;

    private static final String RULE = "-".repeat(80) + "\n";

    private final ShowDmvpn brief;

    ShowDmvpnDetail(long nowNanos) {
        brief = new ShowDmvpn(nowNanos);
    }

    String print(List<NhrpInterface> interfaces) {
        StringBuilder text = new StringBuilder(ShowDmvpn.LEGEND).append('\n');
        for (NhrpInterface nhrp : interfaces) {
            Map<String, List<CacheEntry>> peers = ShowDmvpn.peers(nhrp);
            if (!peers.isEmpty()) {
                tunnel(text, nhrp.tunnel());
                servers(text, nhrp);
                peers(text, nhrp, peers);
            }
        }
        text.append("\nCrypto Session Details:\n").append(RULE).append('\n');
        sessions(text, interfaces, CryptoSession::isUp);
        text.append("Pending DMVPN Sessions:\n\n");
        sessions(text, interfaces, session -> !session.isUp());
        return text.toString();
    }

    private static void tunnel(StringBuilder text, NhrpTunnel tunnel) {
        TunnelInterface configuration = tunnel.port().configuration();
        boolean multipoint = configuration.mode() instanceof TunnelMode.Multipoint;
        text.append("Interface ").append(tunnel.name()).append(" is up/").append(tunnel.port().isUp() ? "up" : "down")
                .append(", Addr. is ").append(IosAddress.of(tunnel.protocolAddress())).append(", VRF \"")
                .append(tunnel.port().vrf().orElse("")).append("\"\n");
        text.append("   Tunnel Src./Dest. addr: ").append(tunnel.nbmaAddress().map(IosAddress::of).orElse("UNKNOWN")).append('/')
                .append(tunnel.fixedFarEnd().map(IosAddress::of).orElse("MGRE")).append(", Tunnel VRF \"")
                .append(configuration.frontDoorVrf().orElse("")).append("\"\n");
        text.append("   Protocol/Transport: \"").append(multipoint ? "multi-GRE/" : "GRE/")
                .append(tunnel.nbmaAddress().filter(own -> own.bitLength() > Integer.SIZE).isPresent() ? "IPv6" : "IP")
                .append("\", Protect \"").append(configuration.protection().map(TunnelProtection::ipsecProfile).orElse(""))
                .append("\"\n");
        text.append("   Interface State Control: ").append(configuration.options().interfaceState() ? "Enabled" : "Disabled")
                .append('\n');
        // A router publishes the events of NHRP for scripts only when it is told to, which a model cannot do.
        text.append("   nhrp event-publisher : Disabled\n");
    }

    /** The letters are those of the legend's NHS status. */
    private static void servers(StringBuilder text, NhrpInterface nhrp) {
        if (nhrp.servers().isEmpty()) {
            return;
        }
        text.append('\n').append(nhrp.tunnel().isOfIpv6() ? "IPv6" : "IPv4").append(" NHS:\n");
        for (RegistrationClient client : nhrp.servers().clients()) {
            text.append(String.format(Locale.ROOT, "%s  %s priority = %d cluster = %d\n",
                    IosAddress.of(client.server().protocolAddress()), ShowNextHopServers.status(client),
                    client.server().priority(), client.server().cluster()));
        }
    }

    private void peers(StringBuilder text, NhrpInterface nhrp, Map<String, List<CacheEntry>> peers) {
        if (nhrp.tunnel().isOfIpv6()) {
            brief.printIpv6Peers(text, nhrp, peers);
            text.append('\n');
            return;
        }
        text.append("Type:").append(ShowDmvpn.type(nhrp)).append(", Total NBMA Peers (v4/v6): ").append(peers.size())
                .append("\n\n").append(HEADING);
        for (Map.Entry<String, List<CacheEntry>> peer : peers.entrySet()) {
            String count = Integer.toString(peer.getValue().size());
            for (CacheEntry entry : peer.getValue()) {
                text.append(String.format(Locale.ROOT, "%5s %s %15s %5s %8s %5s %18s\n", count, nbma(peer.getKey()), entry.nextHop(),
                        ShowDmvpn.state(nhrp, entry), brief.since(nhrp, entry), ShowDmvpn.attributes(nhrp, entry), entry.target()));
                count = "";
            }
        }
        text.append('\n');
    }

    /** An address that is too long for its column has a line of its own, as in {@code show dmvpn}. */
    private static String nbma(String address) {
        return address.length() > ShowDmvpn.NBMA_COLUMN
                ? address + "\n" + " ".repeat(HEADING.indexOf("Peer NBMA") - 1 + ShowDmvpn.NBMA_COLUMN)
                : String.format(Locale.ROOT, "%-" + ShowDmvpn.NBMA_COLUMN + "s", address);
    }

    private static void sessions(StringBuilder text, List<NhrpInterface> interfaces, Predicate<CryptoSession> condition) {
        for (NhrpInterface nhrp : interfaces) {
            nhrp.tunnel().sockets().sessions().stream().filter(condition)
                    .forEach(session -> text.append(session.details()).append('\n'));
        }
    }
}
