package dmvpn.network.crypto;

import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything a tunnel needs to be protected: key exchange, authentication and transform.
 *
 * @param name name, unique on the device
 * @param ike proposal for the IKE security association
 * @param preSharedKey wildcard pre-shared key for all peers
 * @param esp transform of the IPsec security associations
 * @param lifetime lifetime of the IPsec security associations
 * @param perfectForwardSecrecyGroup Diffie-Hellman group of a child exchange, empty for no PFS
 * @param deadPeerDetection liveness checks, empty for none
 * @param frontDoorVrf VRF that the exchange runs in, empty for the global table
 * @param origin where it was written
 */
public record IpsecProfile(
        String name,
        IkeProposal ike,
        Secret preSharedKey,
        EspTransform esp,
        Duration lifetime,
        OptionalInt perfectForwardSecrecyGroup,
        Optional<DeadPeerDetection> deadPeerDetection,
        Optional<String> frontDoorVrf,
        Origin origin) {
}
