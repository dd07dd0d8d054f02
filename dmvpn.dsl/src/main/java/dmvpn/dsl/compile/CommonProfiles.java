package dmvpn.dsl.compile;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.device.DeviceRole;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The profiles of crypto suites. Routers of one cloud nearly always have equal ones: they get one and the same, since what
 * thousands have in common is made, kept and compared once.
 */
final class CommonProfiles {

    // Keyed by identity and used for look-ups only. The last one is enough: routers of one kind follow each other.
    private final Map<CryptoPlan, IpsecProfile> last = new IdentityHashMap<>();

    /**
     * The profile of a router's tunnels.
     *
     * @param name what the router calls it
     * @param frontDoorVrf where its key exchange runs
     * @param authentication finds how the router knows its peers
     */
    IpsecProfile of(CryptoPlan suite, String name, Optional<String> frontDoorVrf, DeviceRole role,
            Supplier<PeerAuthentication> authentication) {
        IpsecProfile before = last.get(suite);
        boolean alike = before != null && before.name().equals(name) && before.frontDoorVrf().equals(frontDoorVrf)
                && before.options().responderOnly() == suite.respondsOnly(role);
        if (alike && suite.authenticatesAllAlike()) {
            return before;
        }
        PeerAuthentication own = authentication.get();
        if (alike && before.authentication().equals(own)) {
            return before;
        }
        IpsecProfile profile = suite.profile(name, frontDoorVrf, own, role);
        last.put(suite, profile);
        return profile;
    }
}
