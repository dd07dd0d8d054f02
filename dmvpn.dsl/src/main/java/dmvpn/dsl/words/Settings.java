package dmvpn.dsl.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The words that start something in each block. A test compares them with the grammar. */
public final class Settings {

    private static final List<String> OF_TUNNEL = List.of("network-id", "tunnel-key", "authentication", "holdtime",
            "registration", "mtu", "mss", "bandwidth", "delay");

    private static final Map<String, List<String>> BY_BLOCK = byBlock();

    private Settings() {
    }

    private static Map<String, List<String>> byBlock() {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        blocks.put("transport", List.of("kind", "latency", "jitter", "loss", "bandwidth", "mtu", "dhcp", "provider-as",
                "pe-ce", "ce-handoff"));
        blocks.put("crypto", List.of("ike", "esp", "dpd", "psk"));
        blocks.put("cloud", concat(List.of("overlay", "phase", "crypto", "routing"), OF_TUNNEL));
        List<String> router = List.of("platform", "wan", "lan", "loopback", "join", "route", "raw");
        blocks.put("hub", router);
        blocks.put("spoke", router);
        blocks.put("scenario", List.of("seed", "duration", "at", "expect"));
        blocks.put("routing", List.of("summary", "stub", "hello", "hold", "split-horizon", "next-hop-self"));
        blocks.put("ike", List.of("encryption", "integrity", "prf", "group", "lifetime"));
        blocks.put("esp", List.of("integrity", "mode", "pfs", "lifetime"));
        blocks.put("wan", List.of("gateway", "vrf", "interface", "mtu"));
        blocks.put("lan", List.of("address", "vrf", "interface"));
        blocks.put("join", concat(List.of("via", "over", "vrf", "interface"), OF_TUNNEL));
        return blocks;
    }

    /** Clauses whose settings stand in the block that they stand in, without braces of their own. */
    private static List<String> openClauses(String block) {
        return switch (block) {
            case "hub", "spoke" -> List.of("wan", "lan", "join");
            case "crypto" -> List.of("ike", "esp");
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
