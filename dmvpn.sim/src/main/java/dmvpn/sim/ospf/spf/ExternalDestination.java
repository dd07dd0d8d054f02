package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.Optional;

/**
 * What an advertisement says of a destination outside the autonomous system, whatever the version.
 *
 * @param prefix the destination
 * @param type2 its metric counts more than any cost inside
 * @param metric metric outside
 * @param forwardingAddress where packets go; empty for the originator
 * @param tag number that routes carry; 0 for none
 * @param propagated P: told in a not-so-stubby area, whose border router is to translate it
 */
public record ExternalDestination(IpPrefix prefix, boolean type2, long metric, Optional<IpAddress> forwardingAddress, long tag,
        boolean propagated) {

    /** The same as a border router tells it in other areas (RFC 3101 section 3.2). */
    public ExternalDestination translated() {
        return new ExternalDestination(prefix, type2, metric, forwardingAddress, tag, false);
    }
}
