package dmvpn.network.policy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import java.util.Optional;

/** What a statement changes on the routes that it lets pass. */
public sealed interface PolicyAction {

    /** Where it was written. */
    Origin origin();

    /**
     * Sets the metric: MED in BGP, cost or seed metric elsewhere.
     *
     * @param metric 0 to 4294967295
     * @param origin where it was written
     */
    record SetMetric(long metric, Origin origin) implements PolicyAction {
    }

    /**
     * Sets the tag, which routes carry through protocols that have one.
     *
     * @param tag 0 to 4294967295
     * @param origin where it was written
     */
    record SetTag(long tag, Origin origin) implements PolicyAction {
    }

    /**
     * Sets the local preference (RFC 4271 section 5.1.5).
     *
     * @param preference 0 to 4294967295; more is better, 100 is the default
     * @param origin where it was written
     */
    record SetLocalPreference(long preference, Origin origin) implements PolicyAction {
    }

    /**
     * Lengthens the AS path.
     *
     * @param autonomousSystem number that is put in front
     * @param times how often, from 1
     * @param origin where it was written
     */
    record Prepend(long autonomousSystem, int times, Origin origin) implements PolicyAction {
    }

    /**
     * Sets the community (RFC 1997).
     *
     * @param community {@code 65000:1}, or a well-known one such as {@code no-export}
     * @param origin where it was written
     */
    record SetCommunity(String community, Origin origin) implements PolicyAction {
    }

    /**
     * Sets the next hop.
     *
     * @param address the next hop; empty for the neighbour's own address
     * @param origin where it was written
     */
    record SetNextHop(Optional<IpAddress> address, Origin origin) implements PolicyAction {
    }

    /**
     * Sets the type of OSPF external routes (RFC 2328 section 2.3).
     *
     * @param type 1 or 2
     * @param origin where it was written
     */
    record SetExternalType(int type, Origin origin) implements PolicyAction {
    }
}
