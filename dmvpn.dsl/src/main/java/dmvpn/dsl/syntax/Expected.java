package dmvpn.dsl.syntax;

import dmvpn.dsl.model.ModelPackage;
import org.antlr.runtime.IntStream;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.eclipse.emf.ecore.EObject;

/** What could stand where the parser found no way on: told from the word before the place. */
final class Expected {

    private static final String NAME = "a name";
    private static final String ADDRESS = "an address such as 10.0.0.1";
    private static final String PREFIX = "a prefix such as 10.0.0.0/24";
    private static final String DURATION = "a duration such as 30s";
    private static final String ENDPOINT = "an endpoint such as Branch[1].lan or 10.0.0.1";

    private Expected() {
    }

    static String in(EObject context, IntStream input, Token token) {
        String before = wordBefore(input, token);
        return switch (before) {
            case "network", "transport", "crypto", "cloud", "hub", "spoke", "scenario", "vrf" -> NAME;
            case "wan", "over" -> "the name of a transport";
            case "join" -> "the name of a cloud";
            case "fail", "restore" -> "the name of a router, or path with two of them";
            case "nhs" -> "the name of a hub";
            case "via" -> context != null && context.eClass() == ModelPackage.Literals.ROUTE_CLAUSE ? ADDRESS : "the name of a hub";
            case "as", "gateway", "address" -> ADDRESS;
            case "lan", "overlay", "summary", "dhcp" -> PREFIX;
            case "latency", "jitter", "lifetime", "dpd", "retry", "holdtime", "every", "hello", "hold", "duration", "at",
                 "after", "below", "delay" -> DURATION;
            case "bandwidth" -> "a rate such as 100Mbps";
            case "from", "to", "reaches", "reach", "nhrp", "path" -> ENDPOINT;
            case "is" -> "direct, or via and the name of a router";
            case "has" -> "nhs, nhrp or route";
            case "expect" -> "at, after, always or loss";
            case "mode" -> "transport or tunnel";
            case "split-horizon", "next-hop-self" -> "on or off";
            case "stub" -> "hubs or spokes";
            case "phase" -> "1, 2 or 3";
            case "registration" -> "every, unique or no-unique";
            case "psk" -> "secret and a text in double quotes";
            case "ping" -> "from and an endpoint";
            case "routing" -> "a protocol such as eigrp 100";
            case "raw", "platform" -> "a platform such as cisco-iosxe";
            default -> afterTime(before, input, token);
        };
    }

    private static String afterTime(String before, IntStream input, Token token) {
        if (before.isEmpty() || !Character.isDigit(before.charAt(0)) || token == null) {
            return isValueKeyword(before) ? "a value" : "";
        }
        String twoBefore = word(input, token.getTokenIndex(), 2);
        String threeBefore = word(input, token.getTokenIndex(), 3);
        if (twoBefore.equals("at")) {
            return threeBefore.equals("expect") ? "path, every spoke, or an endpoint" : "ping, fail or restore";
        }
        return "";
    }

    private static boolean isValueKeyword(String before) {
        return switch (before) {
            case "mtu", "mss", "network-id", "tunnel-key", "group", "encryption", "integrity", "prf", "ike", "esp",
                 "priority", "cluster", "distance", "seed", "count", "loss", "interface", "eigrp", "most" -> true;
            default -> false;
        };
    }

    private static String wordBefore(IntStream input, Token token) {
        return token == null ? "" : word(input, token.getTokenIndex(), 1);
    }

    /** The text of a token some places before another, blanks and comments not counted; empty at the start. */
    private static String word(IntStream input, int tokenIndex, int places) {
        if (!(input instanceof TokenStream tokens)) {
            return "";
        }
        int last = Math.min(tokenIndex < 0 ? tokens.size() : tokenIndex, tokens.size());
        int remaining = places;
        for (int index = last - 1; index >= 0; index--) {
            Token candidate = tokens.get(index);
            if (candidate.getChannel() == Token.DEFAULT_CHANNEL && !candidate.getText().isBlank() && --remaining == 0) {
                return candidate.getText();
            }
        }
        return "";
    }
}
