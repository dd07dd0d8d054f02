package dmvpn.dsl.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The words that start something in each block. A test compares them with the grammar. */
public final class Settings {

    private static final List<String> OF_TUNNEL = List.of("network-id", "tunnel-key", "authentication", "holdtime",
            "registration", "mtu", "mss", "bandwidth", "delay", "vrf", "unprotected", "shared", "mode", "redirect", "shortcut",
            "multicast", "server-only", "max-send", "if-state", "icmp-redirects", "path-mtu-discovery",
            "keepalive", "fallback", "max-connections", "group", "cdp");

    private static final List<String> OF_ADJACENCY = List.of("hello", "hold", "cost", "next-hop-self", "bfd");

    private static final Map<String, List<String>> BY_BLOCK = byBlock();

    private Settings() {
    }

    private static Map<String, List<String>> byBlock() {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        blocks.put("transport", List.of("kind", "latency", "jitter", "loss", "bandwidth", "queue", "mtu", "dhcp", "reaches",
                "provider-as", "pe-ce", "ce-handoff"));
        blocks.put("crypto", List.of("ike", "esp", "ah", "dpd", "psk", "certificates", "replay-window", "nat-keepalive",
                "responder-only"));
        blocks.put("cloud", concat(List.of("overlay", "phase", "crypto", "routing", "backup", "preferred", "mpls"), OF_TUNNEL));
        blocks.put("policy", List.of("permit", "deny"));
        List<String> router = List.of("platform", "site", "use", "wan", "lan", "loopback", "vpn", "join", "route", "routing",
                "policy-route", "internet-exit", "raw");
        blocks.put("hub", router);
        blocks.put("spoke", router);
        blocks.put("router", router);
        blocks.put("fragment", router);
        blocks.put("host", List.of("behind", "address"));
        blocks.put("scenario", List.of("seed", "duration", "at", "expect", "for"));
        blocks.put("change", OF_TUNNEL);
        blocks.put("routing", concat(OF_ADJACENCY, List.of("summary", "default", "stub", "dead", "split-horizon", "area",
                "network-type", "priority", "local-preference", "med", "hubs", "spokes", "route-reflector", "listen",
                "allowas-in", "as-override", "remove-private-as", "send-community", "passive", "database-filter", "maximum-paths",
                "k-values", "named", "distance",
                "metric", "redistribute", "accept", "announce", "neighbor", "advertise", "on")));
        blocks.put("neighbor", concat(OF_ADJACENCY, List.of("accept", "announce", "local-preference", "med", "password",
                "route-reflector-client", "allowas-in", "as-override", "next-hop-unchanged", "remove-private-as", "send-community",
                "passive", "multihop", "update-source")));
        blocks.put("on", concat(OF_ADJACENCY, List.of("area", "network-type", "priority", "dead", "split-horizon", "passive",
                "summary")));
        blocks.put("permit", List.of("prefix", "tag", "community", "as-path", "protocol", "set"));
        blocks.put("ike", List.of("encryption", "integrity", "prf", "group", "lifetime", "main", "aggressive"));
        blocks.put("esp", List.of("integrity", "mode", "pfs", "lifetime", "volume"));
        blocks.put("wan", List.of("gateway", "vrf", "interface", "mtu", "behind", "blocks", "reverse-path", "shutdown"));
        blocks.put("lan", List.of("address", "vrf", "interface", "blocks", "clear-df"));
        blocks.put("join", concat(List.of("via", "over", "source", "route-via", "protected", "map", "interface", "link-local"), OF_TUNNEL));
        return blocks;
    }

    /** Clauses whose settings stand in the block that they stand in, without braces of their own. */
    private static List<String> openClauses(String block) {
        return switch (block) {
            case "hub", "spoke", "router", "fragment" -> List.of("wan", "lan", "join");
            case "crypto" -> List.of("ike", "esp");
            case "policy" -> List.of("permit");
            default -> List.of();
        };
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The words that may start a setting in a block or continue a clause, such as {@code transport} or {@code wan}. */
    public static List<String> of(String block) {
        return BY_BLOCK.getOrDefault(block, List.of());
    }

    /** The words of a block and of the clauses in it: what a misspelt word there may mean. */
    public static List<String> within(String block) {
        Stream<String> ofClauses = openClauses(block).stream().flatMap(clause -> of(clause).stream());
        return Stream.concat(of(block).stream(), ofClauses).distinct().toList();
    }

    /** The blocks and clauses that are known. */
    public static List<String> blocks() {
        return List.copyOf(BY_BLOCK.keySet());
    }

    /** A block or clause that knows a setting, to say where a misplaced one belongs. */
    public static Optional<String> blockOf(String setting) {
        return BY_BLOCK.entrySet().stream().filter(entry -> entry.getValue().contains(setting)).map(Map.Entry::getKey).findFirst();
    }
}
