package dmvpn.network.policy;

import dmvpn.network.origin.Origin;
import dmvpn.network.address.IpPrefix;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One statement of a policy. It matches a route that fulfils all of its conditions; without conditions it matches all.
 *
 * @param permit true when routes that match pass, false when they are dropped
 * @param prefixes prefixes of which one must match; empty for any
 * @param tag tag of the route, 0 to 4294967295
 * @param community community that the route has (RFC 1997)
 * @param asPath regular expression on the AS path
 * @param protocol keyword of the protocol that the route comes from, such as {@code ospf}
 * @param actions what is changed on routes that pass, in order
 * @param origin where it was written
 */
public record PolicyStatement(
        boolean permit,
        List<PrefixMatch> prefixes,
        OptionalLong tag,
        Optional<String> community,
        Optional<String> asPath,
        Optional<String> protocol,
        List<PolicyAction> actions,
        Origin origin) {

    /** Keeps immutable copies of the lists. */
    public PolicyStatement {
        prefixes = List.copyOf(prefixes);
        actions = List.copyOf(actions);
    }

    /** A statement that lets every route pass. */
    public static PolicyStatement permitAll(List<PolicyAction> actions, Origin origin) {
        return new PolicyStatement(true, List.of(), OptionalLong.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), actions, origin);
    }

    /** True when the prefix fulfils the condition on prefixes. */
    public boolean matchesPrefix(IpPrefix prefix) {
        return prefixes.isEmpty() || prefixes.stream().anyMatch(match -> match.matches(prefix));
    }

    /** The same statement with one action more. */
    public PolicyStatement with(PolicyAction action) {
        List<PolicyAction> more = new java.util.ArrayList<>(actions);
        more.add(action);
        return new PolicyStatement(permit, prefixes, tag, community, asPath, protocol, more, origin);
    }
}
