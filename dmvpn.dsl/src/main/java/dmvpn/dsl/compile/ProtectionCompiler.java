package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.TunnelSettings;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.tunnel.TunnelProtection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the protection of each router's tunnels. */
final class ProtectionCompiler {

    /** The IPsec profiles of one router: one for each suite and front-door VRF that its tunnels need. */
    final class OfRouter {

        private record ProfileKey(String suite, Optional<String> frontDoorVrf) {
        }

        private final RouterSite site;
        private final Map<ProfileKey, IpsecProfile> profiles = new LinkedHashMap<>();
        // Keyed by identity and used for look-ups only.
        private final Map<Membership, CloudPlan.Protection> protections = new IdentityHashMap<>();

        private OfRouter(RouterSite site) {
            this.site = site;
            for (Membership membership : site.memberships()) {
                protection(site, membership).ifPresent(protection -> {
                    protections.put(membership, protection);
                    add(protection.suite(), membership.uplink().networkInterface().vrf());
                });
            }
        }

        private void add(CryptoPlan suite, Optional<String> frontDoorVrf) {
            boolean known = profiles.keySet().stream().anyMatch(key -> key.suite().equals(suite.name()));
            String name = known && frontDoorVrf.isPresent() ? suite.name() + "-" + frontDoorVrf.get() : suite.name();
            profiles.computeIfAbsent(new ProfileKey(suite.name(), frontDoorVrf), key ->
                    common.of(suite, name, frontDoorVrf, site.plan().role(), () -> keys.authentication(site, suite)));
        }

        CryptoConfiguration configuration() {
            return new CryptoConfiguration(new ArrayList<>(profiles.values()), site.plan().origin());
        }

        /** Tunnels of one source must share their security associations (Cisco, Sharing IPsec with Tunnel Protection). */
        Optional<TunnelProtection> of(Membership membership) {
            long onSource = protections.keySet().stream().filter(other -> other.uplink() == membership.uplink()).count();
            Optional<String> frontDoorVrf = membership.uplink().networkInterface().vrf();
            boolean shared = new TunnelSettingsReader(membership.join(), membership.cloud().declaration())
                    .isOn(TUNNEL_SETTINGS__SHARED, TunnelSettings::getShared).orElse(onSource > 1);
            return Optional.ofNullable(protections.get(membership)).map(protection -> new TunnelProtection(
                    profiles.get(new ProfileKey(protection.suite().name(), frontDoorVrf)).name(), shared,
                    protection.origin()));
        }
    }

    private final CompileContext context;
    private final Map<CryptoDeclaration, CryptoPlan> suites;
    private final CommonProfiles common;
    private final KeyCompiler keys;

    /**
     * @param suites crypto suites by their declarations
     * @param common the profiles that routers have in common
     * @param keys finds the keys of routers
     */
    ProtectionCompiler(CompileContext context, Map<CryptoDeclaration, CryptoPlan> suites, CommonProfiles common, KeyCompiler keys) {
        this.context = context;
        this.suites = suites;
        this.common = common;
        this.keys = keys;
    }

    /** The protection of a router's tunnels. */
    OfRouter of(RouterSite site) {
        return new OfRouter(site);
    }

    private Optional<CloudPlan.Protection> protection(RouterSite site, Membership membership) {
        JoinClause join = membership.join();
        if (join.isUnprotected()) {
            if (join.getProtection() != null) {
                context.report(TextRules.SETTING_TWICE, "The tunnel is unprotected, so this suite has no effect",
                        join, JOIN_CLAUSE__PROTECTION, site.plan().label());
            }
            return Optional.empty();
        }
        if (join.getProtection() != null) {
            return Optional.ofNullable(suites.get(join.getProtection())).map(suite -> new CloudPlan.Protection(
                    suite, context.origins().of(join, JOIN_CLAUSE__PROTECTION, site.plan().label())));
        }
        return membership.cloud().protection();
    }
}
