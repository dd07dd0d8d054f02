package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.TunnelSettings;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.NhrpOptions;
import dmvpn.network.tunnel.Phase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Compiles the NHRP configuration of tunnels. */
final class NhrpCompiler {

    static final long HIGHEST_KEY = 0xffff_ffffL;
    static final int HIGHEST_HOLDING_TIME_SECONDS = 65_535;
    private static final String NO_KEY = "none";

    private final CompileContext context;

    NhrpCompiler(CompileContext context) {
        this.context = context;
    }

    /** The GRE key of a tunnel. */
    OptionalLong key(TunnelSettingsReader settings, ValueReader values) {
        return settings.value(TUNNEL_SETTINGS__TUNNEL_KEY, TunnelSettings::getTunnelKey,
                (owner, feature, text) -> NO_KEY.equals(text) ? Optional.empty()
                        : values.whole(owner, feature, text, 0, HIGHEST_KEY))
                .map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** The NHRP network of a tunnel: its own number, or that of the key, or the position of the cloud. */
    long networkId(TunnelSettingsReader settings, ValueReader values, Membership membership) {
        OptionalLong key = key(settings, values);
        return settings.value(TUNNEL_SETTINGS__NETWORK_ID, TunnelSettings::getNetworkId,
                (owner, feature, text) -> values.whole(owner, feature, text, 1, HIGHEST_KEY))
                .orElse(key.orElse(0) > 0 ? key.getAsLong() : membership.cloud().defaultNetworkId());
    }

    NhrpConfiguration compile(RouterSite site, Membership membership, TunnelSettingsReader settings,
            List<NextHopServer> nextHopServers, NhrpOptions options, Origin origin) {
        ValueReader values = site.plan().values();
        boolean phase3 = membership.cloud().cloud().phase() == Phase.PHASE_3;
        boolean hub = site.plan().isHub();
        long networkId = networkId(settings, values, membership);
        int holdingTime = settings.seconds(TUNNEL_SETTINGS__HOLDTIME, TunnelSettings::getHoldtime, values,
                1, HIGHEST_HOLDING_TIME_SECONDS).orElse(PlatformDefaults.holdingTimeSeconds(site.platform()));
        OptionalInt interval = settings.seconds(TUNNEL_SETTINGS__REGISTRATION_INTERVAL,
                TunnelSettings::getRegistrationInterval, values, 1, HIGHEST_HOLDING_TIME_SECONDS);
        return new NhrpConfiguration(
                networkId,
                password(settings, site.plan().label()),
                holdingTime,
                interval.orElse(NhrpConfiguration.defaultRegistrationIntervalSeconds(holdingTime)),
                interval.isPresent(),
                settings.uniqueRegistration(),
                settings.isOn(TUNNEL_SETTINGS__REDIRECT, TunnelSettings::getRedirect).orElse(phase3 && hub),
                settings.isOn(TUNNEL_SETTINGS__SHORTCUT, TunnelSettings::getShortcut)
                        .orElse(phase3 && (!hub || !nextHopServers.isEmpty() || isClientAbove(site, membership, networkId))),
                settings.isOn(TUNNEL_SETTINGS__MULTICAST, TunnelSettings::getMulticast).orElse(hub),
                nextHopServers,
                options,
                origin);
    }

    /**
     * A hub that is a client of a higher cloud acts on redirects itself: its two tunnels form one NHRP network (Cisco, Shortcut
     * Switching Enhancements for NHRP in DMVPN Networks).
     */
    private boolean isClientAbove(RouterSite site, Membership membership, long networkId) {
        for (Membership other : site.memberships()) {
            if (other != membership && !other.join().getServers().isEmpty()
                    && other.cloud().cloud().phase() == Phase.PHASE_3) {
                TunnelSettingsReader settings = new TunnelSettingsReader(other.join(), other.cloud().declaration());
                if (networkId(settings, site.plan().values(), other) == networkId) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The NHRP password that the settings name. */
    Optional<Secret> password(TunnelSettingsReader settings, String label) {
        TunnelSettings owner = settings.owner(text ->
                text.getAuthentication() != null ? text.getAuthentication() : text.getAuthenticationSecret());
        if (owner.getAuthenticationSecret() != null) {
            return Optional.of(new Secret(owner.getAuthenticationSecret(), Optional.empty(),
                    context.origins().of(owner, TUNNEL_SETTINGS__AUTHENTICATION_SECRET, label)));
        }
        Optional<String> password = Optional.ofNullable(owner.getAuthentication());
        password.flatMap(CommandLineText::problem).ifPresent(problem -> context.report(TextRules.VALUE,
                "An NHRP password " + problem, owner, TUNNEL_SETTINGS__AUTHENTICATION, label));
        return password.map(value -> new Secret("", Optional.of(value),
                context.origins().of(owner, TUNNEL_SETTINGS__AUTHENTICATION, label)));
    }
}
