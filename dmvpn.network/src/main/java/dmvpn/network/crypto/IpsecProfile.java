package dmvpn.network.crypto;

import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything a tunnel needs to be protected: key exchange, authentication and transforms.
 *
 * @param name name, unique on the device
 * @param ikeProposals proposals for the IKE security association in order of preference, at least one; all of one version
 * @param authentication how the ends know each other
 * @param transforms transforms of the IPsec security associations in order of preference, at least one
 * @param lifetime lifetime of the IPsec security associations
 * @param perfectForwardSecrecyGroup Diffie-Hellman group of a child exchange, empty for no PFS
 * @param deadPeerDetection liveness checks, empty for none
 * @param frontDoorVrf VRF that the exchange runs in, empty for the global table
 * @param options what is said beyond that
 * @param origin where it was written
 */
public record IpsecProfile(
        String name,
        List<IkeProposal> ikeProposals,
        PeerAuthentication authentication,
        List<EspTransform> transforms,
        Duration lifetime,
        OptionalInt perfectForwardSecrecyGroup,
        Optional<DeadPeerDetection> deadPeerDetection,
        Optional<String> frontDoorVrf,
        IpsecOptions options,
        Origin origin) {

    /** Keeps immutable copies of the lists. */
    public IpsecProfile {
        ikeProposals = List.copyOf(ikeProposals);
        transforms = List.copyOf(transforms);
        if (ikeProposals.isEmpty() || transforms.isEmpty()) {
            throw new IllegalArgumentException("Profile " + name + " needs an IKE proposal and a transform");
        }
    }

    /** A profile with one proposal, one transform and one pre-shared key for all peers. */
    public IpsecProfile(String name, IkeProposal ike, Secret preSharedKey, EspTransform esp, Duration lifetime,
            OptionalInt perfectForwardSecrecyGroup, Optional<DeadPeerDetection> deadPeerDetection,
            Optional<String> frontDoorVrf, Origin origin) {
        this(name, List.of(ike), PreSharedKeys.forEverybody(preSharedKey), List.of(esp), lifetime,
                perfectForwardSecrecyGroup, deadPeerDetection, frontDoorVrf, IpsecOptions.DEFAULT, origin);
    }

    /** The preferred IKE proposal. */
    public IkeProposal ike() {
        return ikeProposals.getFirst();
    }

    /** The preferred transform. */
    public EspTransform esp() {
        return transforms.getFirst();
    }

    /** The pre-shared key for peers without one of their own, empty for none. */
    public Optional<Secret> wildcardKey() {
        return authentication instanceof PreSharedKeys keys ? keys.everybody() : Optional.empty();
    }
}
