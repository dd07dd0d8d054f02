package dmvpn.dsl.robustness;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What an engineer might write as the value of an attribute, and now and then what nobody would. */
final class PlausibleValues {

    private static final List<String> ADDRESSES = List.of("10.0.0.1", "10.0.0.{n}", "192.0.2.77", "203.0.113.1", "fd00::1", "198.51.100.{n+1}");
    private static final List<String> PREFIXES = List.of("10.0.0.0/24", "192.168.{n}.0/24", "{10+n}.1.0.0/16", "0.0.0.0/0", "fd00::/64", "10.0.0.1/24", "::/0");
    private static final List<String> DURATIONS = List.of("10ms", "1s", "30s", "10min", "2h", "1d", "100us");
    private static final List<String> NUMBERS = List.of("0", "1", "2", "3", "5", "20", "100", "110", "1400", "65000");
    private static final List<String> RATES = List.of("100Mbps", "1Gbps", "64kbps", "2Mbps");
    private static final List<String> INTERFACES = List.of("Gi0/0/0", "GigabitEthernet2", "Gi0/0/0.123", "Tunnel-{n}");
    private static final List<String> ALGORITHMS = List.of("aes-gcm-256", "aes-cbc-256", "3des", "sha384", "sha256", "md5", "19", "14");
    private static final List<String> MEMBERS = List.of("1..3", "2", "4", "1..2", "7..9");
    private static final List<String> ODD = List.of("999999999999999999999", "10.{1/0}.0.0", "10.0.0.0/99", "1..99999999", "5..1", "::::", "0s", "-", "a:{n}", "x-{n+1}", "10.0.{n*n*n}.1",
            "1e9", "%", "1_000", "0x10", "10.0.0.999", "10.{9/(n-n)}.0.0/16", "4294967296", "1.5.2.7.9", "9223372036854775808s", "abc", "10.0.0.{abc}", "10.0.0.{}");

    private static final Map<String, List<String>> BY_FEATURE = Map.ofEntries(
            Map.entry("overlay", PREFIXES), Map.entry("prefix", PREFIXES), Map.entry("prefixes", PREFIXES), Map.entry("dhcpPool", PREFIXES),
            Map.entry("destination", PREFIXES), Map.entry("source", PREFIXES), Map.entry("advertised", PREFIXES), Map.entry("address", ADDRESSES),
            Map.entry("gateway", ADDRESSES), Map.entry("nbma", ADDRESSES), Map.entry("nextHop", ADDRESSES), Map.entry("outside", ADDRESSES),
            Map.entry("inside", ADDRESSES), Map.entry("protocolAddress", ADDRESSES), Map.entry("members", MEMBERS), Map.entry("member", List.of("1", "2", "3")),
            Map.entry("at", DURATIONS), Map.entry("after", DURATIONS), Map.entry("within", DURATIONS), Map.entry("latency", DURATIONS),
            Map.entry("jitter", DURATIONS), Map.entry("interval", DURATIONS), Map.entry("retry", DURATIONS), Map.entry("lifetime", DURATIONS),
            Map.entry("holdtime", DURATIONS), Map.entry("hello", DURATIONS), Map.entry("hold", DURATIONS), Map.entry("dead", DURATIONS),
            Map.entry("duration", DURATIONS), Map.entry("below", DURATIONS), Map.entry("lasting", DURATIONS), Map.entry("delay", DURATIONS),
            Map.entry("backupDelay", DURATIONS), Map.entry("registrationInterval", DURATIONS), Map.entry("from", DURATIONS), Map.entry("to", DURATIONS),
            Map.entry("redirectInterval", DURATIONS), Map.entry("maxSendInterval", DURATIONS), Map.entry("keepalive", DURATIONS),
            Map.entry("natKeepalive", DURATIONS), Map.entry("fallback", DURATIONS), Map.entry("bandwidth", RATES), Map.entry("rate", RATES),
            Map.entry("loss", List.of("1%", "0.5%", "100%")), Map.entry("interface", INTERFACES), Map.entry("encryption", ALGORITHMS),
            Map.entry("integrity", ALGORITHMS), Map.entry("pseudoRandomFunction", ALGORITHMS), Map.entry("group", ALGORITHMS),
            Map.entry("version", List.of("v1", "v2")), Map.entry("phase", List.of("1", "2", "3")), Map.entry("distinguisher", List.of("65000:1")),
            Map.entry("routeTarget", List.of("65000:1")), Map.entry("queue", List.of("100", "64KB", "1MB")), Map.entry("size", List.of("100", "1400")),
            Map.entry("community", List.of("65000:100")), Map.entry("area", List.of("0", "1", "0.0.0.1")));

    private static final Map<String, List<String>> NAMES_BY_FEATURE = Map.ofEntries(
            Map.entry("vendor", List.of("cisco-iosxe", "frr", "cisco-ios")), Map.entry("part", List.of("lan", "tunnel", "wan", "T1", "C1")),
            Map.entry("vrf", List.of("INET", "RED")), Map.entry("type", List.of("stub", "nssa", "point-to-multipoint", "broadcast", "E1")),
            Map.entry("protocol", List.of("udp", "esp", "nhrp", "eigrp", "bgp", "ospf", "icmp", "tcp")), Map.entry("kind", List.of("internet", "mpls", "lte")),
            Map.entry("mode", List.of("gre", "multipoint")), Map.entry("message", List.of("resolution-request", "purge", "registration")),
            Map.entry("what", List.of("nhrp", "ike", "bgp")), Map.entry("reversePath", List.of("strict", "loose")),
            Map.entry("labels", List.of("ldp", "nhrp")), Map.entry("signature", List.of("rsa", "ecdsa")), Map.entry("group", List.of("GOLD", "SILVER")),
            Map.entry("externalType", List.of("e1", "e2", "type1")));

    private static final int ODD_ONE_IN = 12;

    private PlausibleValues() {
    }

    /** The word or number of an attribute. */
    static String value(String feature, RandomGenerator random) {
        if (random.nextInt(ODD_ONE_IN) == 0) {
            return any(ODD.stream().filter(value -> isOneToken(value)).toList(), random);
        }
        return any(BY_FEATURE.getOrDefault(feature, NUMBERS), random);
    }

    /** A number token: it starts with a digit or a colon. */
    static String number(String feature, RandomGenerator random) {
        for (int attempt = 0; attempt < 50; attempt++) {
            String value = value(feature, random);
            if (isNumber(value)) {
                return value;
            }
        }
        return "1";
    }

    /** A word that is a name of something outside of the model. */
    static String name(String feature, RandomGenerator random) {
        return any(NAMES_BY_FEATURE.getOrDefault(feature, List.of("Alpha", "beta", "X-1", "W_2")), random);
    }

    /** A word that is no keyword. */
    static String word(RandomGenerator random) {
        return any(List.of("isis", "First", "second_2", "p-{n}"), random);
    }

    /** A text in quotes. */
    static String quoted(RandomGenerator random) {
        return any(List.of("\"secret12\"", "\"17.9.4\"", "\"\"", "\"a \\\"quoted\\\" \\\\ text\"", "\"other.dmvpn\"", "\"^65001_\"", "\"// no comment\"", "\"ä€\""), random);
    }

    /** Vendor lines. */
    static String raw(RandomGenerator random) {
        return any(List.of("<<<\nip tcp adjust-mss 1360\n>>>", "<<<>>>", "<<< \"x\" /* y { >> >>>"), random);
    }

    static boolean isNumber(String text) {
        return Character.isDigit(text.charAt(0)) || text.charAt(0) == ':' || text.charAt(0) == '{';
    }

    private static boolean isOneToken(String text) {
        return isNumber(text) || Character.isLetter(text.charAt(0)) && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ':' || c == '{' || c == '}');
    }

    private static String any(List<String> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
