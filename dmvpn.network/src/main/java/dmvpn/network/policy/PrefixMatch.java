package dmvpn.network.policy;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.OptionalInt;

/**
 * Prefixes that a statement matches: those inside a prefix whose length is in a range.
 *
 * @param prefix prefix that contains them
 * @param shortest shortest length ({@code ge}); empty for the prefix's own
 * @param longest longest length ({@code le}); empty for the prefix's own, or for a host's length behind a {@code ge}
 * @param origin where it was written
 */
public record PrefixMatch(IpPrefix prefix, OptionalInt shortest, OptionalInt longest, Origin origin) {

    /** True when a route for the prefix matches (Cisco IOS command reference, ip prefix-list). */
    public boolean matches(IpPrefix route) {
        int least = shortest.orElse(prefix.length());
        int most = longest.orElse(shortest.isPresent() ? prefix.network().bitLength() : prefix.length());
        return prefix.contains(route) && route.length() >= least && route.length() <= most;
    }
}
