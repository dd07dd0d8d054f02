package dmvpn.dsl.compile;

import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** A crypto suite, from which each router makes the profiles that its tunnels need. */
record CryptoPlan(
        String name,
        IkeProposal ike,
        Secret preSharedKey,
        EspTransform esp,
        Duration lifetime,
        OptionalInt perfectForwardSecrecyGroup,
        Optional<DeadPeerDetection> deadPeerDetection,
        Origin origin) {

    /** The profile of a router whose key exchange runs in a VRF. */
    IpsecProfile profile(String profileName, Optional<String> frontDoorVrf) {
        return new IpsecProfile(profileName, ike, preSharedKey, esp, lifetime, perfectForwardSecrecyGroup,
                deadPeerDetection, frontDoorVrf, origin);
    }
}
