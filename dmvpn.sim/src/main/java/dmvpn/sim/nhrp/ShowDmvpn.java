package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.IosAddress;
import dmvpn.sim.tunnel.CryptoSockets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code show dmvpn} in the layout of IOS-XE 17 (genieparser golden outputs; labs on 17.15). The legend explains the state of next-hop
 * servers here too, and the servers are listed by {@code show dmvpn detail} alone.
 */
final class ShowDmvpn {

    static final String LEGEND = """
            Legend: Attrb --> S - Static, D - Dynamic, I - Incomplete
            \tN - NATed, L - Local, X - No Socket
            \tT1 - Route Installed, T2 - Nexthop-override, B - BGP
            \tC - CTS Capable, I2 - Temporary
            \t# Ent --> Number of NHRP entries with same NBMA peer
            \tNHS Status: E --> Expecting Replies, R --> Responding, W --> Waiting
            \tUpDn Time --> Up or Down Time for a Tunnel
            """ + "=".repeat(74) + "\n";

    private static final String HEADING = """
             # Ent  Peer NBMA Addr Peer Tunnel Add State  UpDn Tm Attrb
             ----- --------------- --------------- ----- -------- -----
            """;

    /** Width of the column of NBMA addresses; a longer one, as of IPv6, has a line of its own (genieparser, ShowDmvpn). */
    static final int NBMA_COLUMN = 15;

    /** IOS prints this in place of an NBMA address that is not known. */
    private static final String UNKNOWN = "UNKNOWN";

    private final long nowNanos;

    ShowDmvpn(long nowNanos) {
        this.nowNanos = nowNanos;
    }

    String print(List<NhrpInterface> interfaces) {
        StringBuilder text = new StringBuilder(LEGEND).append('\n');
        for (NhrpInterface nhrp : interfaces) {
            Map<String, List<CacheEntry>> peers = peers(nhrp);
            if (!peers.isEmpty()) {
                print(text, nhrp, peers);
            }
        }
        return text.toString();
    }

    private void print(StringBuilder text, NhrpInterface nhrp, Map<String, List<CacheEntry>> peers) {
        if (nhrp.tunnel().isOfIpv6()) {
            printIpv6(text, nhrp, peers);
            return;
        }
        text.append("Interface: ").append(nhrp.tunnel().name()).append(", IPv4 NHRP Details \n");
        text.append("Type:").append(type(nhrp)).append(", NHRP Peers:").append(peers.size()).append(", \n\n");
        text.append(HEADING);
        for (Map.Entry<String, List<CacheEntry>> peer : peers.entrySet()) {
            String count = Integer.toString(peer.getValue().size());
            String address = peer.getKey();
            if (address.length() > NBMA_COLUMN) {
                text.append(String.format(Locale.ROOT, "%6s %s\n", count, address));
                count = "";
                address = "";
            }
            for (CacheEntry entry : peer.getValue()) {
                text.append(String.format(Locale.ROOT, "%6s %-15s %15s %5s %8s %5s\n", count, address, entry.nextHop(),
                        state(nhrp, entry), since(nhrp, entry), attributes(nhrp, entry)));
                count = "";
                address = "";
            }
        }
        text.append('\n');
    }

    private void printIpv6(StringBuilder text, NhrpInterface nhrp, Map<String, List<CacheEntry>> peers) {
        text.append("Interface: ").append(nhrp.tunnel().name()).append(", IPv6 NHRP Details \n");
        printIpv6Peers(text, nhrp, peers);
        text.append('\n');
    }

    /** Entries of one peer are numbered each, and the first of them counts them (genieparser, ShowDmvpnIpv6). */
    void printIpv6Peers(StringBuilder text, NhrpInterface nhrp, Map<String, List<CacheEntry>> peers) {
        text.append("Type:").append(type(nhrp)).append(", Total NBMA Peers (v4/v6): ").append(peers.size()).append('\n');
        int number = 0;
        for (Map.Entry<String, List<CacheEntry>> peer : peers.entrySet()) {
            int count = peer.getValue().size();
            for (CacheEntry entry : peer.getValue()) {
                number++;
                text.append(String.format(Locale.ROOT, """
                            %d.Peer NBMA Address: %s
                                Tunnel IPv6 Address: %s
                                IPv6 Target Network: %s
                                # Ent: %d, Status: %s, UpDn Time: %s, Cache Attrib: %s
                        """, number, peer.getKey(), IosAddress.of(entry.nextHop()), IosAddress.of(entry.target()), count,
                        state(nhrp, entry), since(nhrp, entry), attributes(nhrp, entry)));
                count = 0;
            }
        }
    }

    /** Entries by NBMA peer, peers in the order of tunnel addresses; networks before the station that they are behind. */
    static Map<String, List<CacheEntry>> peers(NhrpInterface nhrp) {
        List<CacheEntry> entries = new ArrayList<>(nhrp.cache().mappings());
        entries.sort(Comparator.comparing(CacheEntry::nextHop)
                .thenComparing(entry -> entry.target().isHost())
                .thenComparing(CacheEntry::target));
        Map<String, List<CacheEntry>> peers = new LinkedHashMap<>();
        for (CacheEntry entry : entries) {
            String peer = entry.nbmaAddress() == null ? UNKNOWN : IosAddress.of(entry.nbmaAddress());
            peers.computeIfAbsent(peer, address -> new ArrayList<>()).add(entry);
        }
        return peers;
    }

    static String type(NhrpInterface nhrp) {
        boolean isClient = !nhrp.servers().isEmpty();
        boolean isServer = nhrp.cache().mappings().stream().anyMatch(entry -> entry.has(EntryFlag.REGISTERED));
        if (isClient) {
            return isServer ? "Hub/Spoke" : "Spoke";
        }
        return "Hub";
    }

    /** The first layer that fails: interface, IKE, IPsec, NHRP. */
    static String state(NhrpInterface nhrp, CacheEntry entry) {
        NhrpTunnel tunnel = nhrp.tunnel();
        if (!tunnel.port().isInService()) {
            return "INTF";
        }
        IpAddress peer = entry.nbmaAddress();
        if (peer == null) {
            return "IKE";
        }
        CryptoSockets sockets = tunnel.sockets();
        if (!tunnel.isUsable(entry.farEnd())) {
            return sockets.isKeyExchangeUp(peer) ? "IPSEC" : "IKE";
        }
        return client(nhrp, entry).filter(client -> !client.isUp()).isPresent() ? "NHRP" : "UP";
    }

    String since(NhrpInterface nhrp, CacheEntry entry) {
        if (entry.type() == EntryType.INCOMPLETE) {
            return "never";
        }
        Optional<RegistrationClient> client = client(nhrp, entry);
        if (client.isPresent()) {
            return client.get().stateSinceNanos().map(since -> ElapsedTime.format(nowNanos - since)).orElse("never");
        }
        return ElapsedTime.format(nowNanos - entry.createdAtNanos());
    }

    private static Optional<RegistrationClient> client(NhrpInterface nhrp, CacheEntry entry) {
        return isConfigured(entry)
                ? nhrp.servers().withProtocolAddress(entry.nextHop())
                : Optional.empty();
    }

    private static boolean isConfigured(CacheEntry entry) {
        return entry.type() == EntryType.STATIC || entry.type() == EntryType.SERVER;
    }

    static String attributes(NhrpInterface nhrp, CacheEntry entry) {
        if (entry.type() == EntryType.INCOMPLETE) {
            return "IX";
        }
        if (entry.has(EntryFlag.TEMPORARY)) {
            return "I2";
        }
        StringBuilder text = new StringBuilder(isConfigured(entry) ? "S" : "D");
        text.append(entry.claimedNbmaAddress().isPresent() ? "N" : "");
        text.append(entry.isLocal() ? "L" : "");
        boolean lacksSocket = !isConfigured(entry)
                && (entry.isLocal() || !nhrp.tunnel().isUsable(entry.farEnd()));
        text.append(lacksSocket ? "X" : "");
        if (entry.has(EntryFlag.NEXT_HOP_OVERRIDE)) {
            text.append("T2");
        } else if (entry.has(EntryFlag.RIB)) {
            text.append("T1");
        }
        return text.toString();
    }
}
