package dmvpn.dsl.compile;

import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelProtection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The IPsec profiles of one router: one for each suite and front-door VRF that its tunnels need. */
final class ProtectionCompiler {

    private record ProfileKey(String suite, Optional<String> frontDoorVrf) {
    }

    private final Map<ProfileKey, IpsecProfile> profiles = new LinkedHashMap<>();
    private final List<Membership> memberships;
    private final Origin deviceOrigin;

    /**
     * @param memberships clouds that the router is in
     * @param deviceOrigin where the router is written
     */
    ProtectionCompiler(List<Membership> memberships, Origin deviceOrigin) {
        this.memberships = memberships;
        this.deviceOrigin = deviceOrigin;
        for (Membership membership : memberships) {
            membership.cloud().protection().ifPresent(
                    protection -> add(protection.suite(), membership.uplink().networkInterface().vrf()));
        }
    }

    private void add(CryptoPlan suite, Optional<String> frontDoorVrf) {
        boolean known = profiles.keySet().stream().anyMatch(key -> key.suite().equals(suite.name()));
        String name = known && frontDoorVrf.isPresent() ? suite.name() + "-" + frontDoorVrf.get() : suite.name();
        profiles.computeIfAbsent(new ProfileKey(suite.name(), frontDoorVrf), key -> suite.profile(name, frontDoorVrf));
    }

    CryptoConfiguration configuration() {
        return new CryptoConfiguration(new ArrayList<>(profiles.values()), deviceOrigin);
    }

    /** Tunnels of one source must share their security associations (Cisco, Sharing IPsec with Tunnel Protection). */
    Optional<TunnelProtection> of(Membership membership) {
        long onSource = memberships.stream()
                .filter(other -> other.cloud().protection().isPresent() && other.uplink() == membership.uplink()).count();
        Optional<String> frontDoorVrf = membership.uplink().networkInterface().vrf();
        return membership.cloud().protection().map(protection -> new TunnelProtection(
                profiles.get(new ProfileKey(protection.suite().name(), frontDoorVrf)).name(), onSource > 1,
                protection.origin()));
    }
}
