package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;
import java.util.Optional;

/**
 * The far end of a tunnel in the underlay.
 *
 * @param nbmaAddress address that packets are sent to
 * @param claimed address that the far end has itself when a NAT changes it on the way, which tells apart those behind one
 *     outside address; empty without NAT, and where it is not known
 */
public record FarEnd(IpAddress nbmaAddress, Optional<IpAddress> claimed) {

    /** A far end that nobody says is behind NAT. */
    public static FarEnd of(IpAddress nbmaAddress) {
        return new FarEnd(nbmaAddress, Optional.empty());
    }
}
