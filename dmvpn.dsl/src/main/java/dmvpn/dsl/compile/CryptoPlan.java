package dmvpn.dsl.compile;

import dmvpn.dsl.model.PreSharedKeyClause;
import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.crypto.Secret;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A crypto suite, from which each router makes the profiles that its tunnels need.
 *
 * @param certificates certificates of all routers, empty when they have keys
 * @param keys keys in the order of the text; which of them a router has depends on the router
 * @param responders routers that start no key exchange, empty for none
 */
record CryptoPlan(
        String name,
        List<IkeProposal> ikeProposals,
        Optional<PeerAuthentication.Certificates> certificates,
        List<Key> keys,
        List<EspTransform> transforms,
        Duration lifetime,
        OptionalInt perfectForwardSecrecyGroup,
        Optional<DeadPeerDetection> deadPeerDetection,
        IpsecOptions options,
        Optional<DeviceRole> responders,
        Origin origin) {

    /** A key with the peers that it is for; none for everybody. */
    record Key(Secret secret, PreSharedKeyClause clause) {

        boolean isForEverybody() {
            return clause.getPeers().isEmpty();
        }
    }

    /** True for routers that start no key exchange. */
    boolean respondsOnly(DeviceRole role) {
        return options.responderOnly() || responders.filter(role::equals).isPresent();
    }

    /** True when it does not depend on the router how it knows its peers. */
    boolean authenticatesAllAlike() {
        for (Key key : keys) {
            if (!key.isForEverybody()) {
                return certificates.isPresent();
            }
        }
        return true;
    }

    /** The profile of a router whose key exchange runs in a VRF. */
    IpsecProfile profile(
            String profileName, Optional<String> frontDoorVrf, PeerAuthentication authentication, DeviceRole role) {
        IpsecOptions own = !respondsOnly(role) ? options : new IpsecOptions(options.aggressiveMode(),
                options.authenticationHeader(), options.lifetimeKilobytes(), options.replayWindowPackets(),
                options.natKeepaliveSeconds(), true, options.origin());
        return new IpsecProfile(profileName, ikeProposals, authentication, transforms, lifetime, perfectForwardSecrecyGroup,
                deadPeerDetection, frontDoorVrf, own, origin);
    }
}
