package dmvpn.config.writer;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.Device;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.RoutingConfiguration;
import java.util.ArrayList;
import java.util.List;

/** Policies that say the same as one prefix list: IOS and FRRouting write those alike, and RIP filters by them. */
public final class PrefixListText {

    private static final int STEP = 5;
    private static final String ANY = "0.0.0.0/0 le 32";

    private PrefixListText() {
    }

    /** The policies on RIP's neighbours that become prefix lists of their names. */
    public static List<RoutePolicy> ofRip(Device device) {
        RoutingConfiguration routing = device.routing();
        return routing.policies().stream().filter(policy -> policy.looksAtPrefixesAlone() && routing.rip().stream()
                .anyMatch(process -> process.options().policies().stream().anyMatch(use -> use.policy().equals(policy.name()))))
                .toList();
    }

    /** The lines; what no line matches is denied, as by a policy. */
    public static List<String> lines(RoutePolicy policy) {
        List<String> lines = new ArrayList<>();
        for (PolicyStatement statement : policy.statements()) {
            String action = statement.permit() ? "permit " : "deny ";
            if (statement.prefixes().isEmpty()) {
                lines.add(line(policy, lines.size(), action + ANY));
            }
            for (PrefixMatch match : statement.prefixes()) {
                if (match.prefix().network() instanceof Ipv4Address) {
                    lines.add(line(policy, lines.size(), action + range(match)));
                }
            }
        }
        return lines;
    }

    private static String line(RoutePolicy policy, int before, String what) {
        return "ip prefix-list " + policy.name() + " seq " + (before + 1) * STEP + " " + what;
    }

    /** A prefix and the lengths that are meant, such as {@code 10.0.0.0/8 ge 16 le 24}. */
    public static String range(PrefixMatch match) {
        StringBuilder text = new StringBuilder(match.prefix().toString());
        match.shortest().ifPresent(length -> text.append(" ge ").append(length));
        match.longest().ifPresent(length -> text.append(" le ").append(length));
        return text.toString();
    }
}
