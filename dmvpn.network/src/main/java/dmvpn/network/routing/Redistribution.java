package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Routes of another source that a process announces.
 *
 * @param source where the routes come from
 * @param process number of the source's process; empty where it has none
 * @param metric metric that they start with; empty for the process's default
 * @param externalType type of OSPF external routes, 1 or 2 (RFC 2328 section 2.3); empty for type 2
 * @param tag tag that they carry
 * @param policy name of the {@link dmvpn.network.policy.RoutePolicy} that decides which; empty for all
 * @param origin where it was written
 */
public record Redistribution(
        RouteSource source,
        OptionalLong process,
        Optional<SeedMetric> metric,
        OptionalInt externalType,
        OptionalLong tag,
        Optional<String> policy,
        Origin origin) {
}
