package dmvpn.sim.ike;

import dmvpn.network.address.IpAddress;
import java.util.Optional;

/**
 * The two ends that exchange keys, as one router sees them.
 *
 * @param frontDoorVrf VRF of the exchange, empty for the global table
 * @param local address of this router
 * @param remote address of the peer
 */
public record PeerAddresses(Optional<String> frontDoorVrf, IpAddress local, IpAddress remote) {

    /** The same with another address of the peer. */
    public PeerAddresses at(IpAddress otherRemote) {
        return new PeerAddresses(frontDoorVrf, local, otherRemote);
    }

    /** True when nothing but the peer's address may differ. */
    public boolean isAtSameEnd(PeerAddresses other) {
        return equals(other.at(remote));
    }
}
