package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.TunnelSettings;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.Phase;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.network.tunnel.TunnelProtection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles memberships to tunnel interfaces. */
final class TunnelCompiler {

    private static final long HIGHEST_KEY = 0xffff_ffffL;
    private static final int HIGHEST_HOLDING_TIME_SECONDS = 65_535;
    private static final String NO_KEY = "none";

    private final CompileContext context;
    private final ServerCompiler servers;

    TunnelCompiler(CompileContext context, ServerCompiler servers) {
        this.context = context;
        this.servers = servers;
    }

    /**
     * @param names gives the tunnel its name
     * @param protection IPsec protection as the router has it
     * @return empty when the tunnel would have no far end
     */
    Optional<TunnelInterface> compile(
            RouterSite site, Membership membership, TunnelNames names, Optional<TunnelProtection> protection) {
        JoinClause join = membership.join();
        RouterPlan plan = site.plan();
        TunnelSettingsReader settings = new TunnelSettingsReader(join, membership.cloud().declaration());
        List<NextHopServer> nextHopServers = servers.compile(site, membership);
        OptionalLong key = key(settings, plan.values());
        long networkId = settings.value(TUNNEL_SETTINGS__NETWORK_ID, TunnelSettings::getNetworkId,
                (owner, feature, text) -> plan.values().whole(owner, feature, text, 1, HIGHEST_KEY))
                .orElse(key.orElse(0) > 0 ? key.getAsLong() : membership.cloud().defaultNetworkId());
        Optional<TunnelMode> mode = mode(plan, membership, nextHopServers);
        Origin origin = context.origins().of(join, plan.label() + " join " + membership.cloud().cloud().name());
        return mode.map(tunnelMode -> new TunnelInterface(
                names.nameFor(join.getInterface(), key.orElse(networkId)),
                membership.cloud().cloud().name(),
                membership.address(),
                Optional.ofNullable(join.getVrf()),
                membership.uplink().networkInterface().name(),
                membership.uplink().networkInterface().vrf(),
                tunnelMode,
                key,
                size(settings, TUNNEL_SETTINGS__MTU, TunnelSettings::getMtu, plan.values(), 68, 9976),
                size(settings, TUNNEL_SETTINGS__MSS, TunnelSettings::getMss, plan.values(), 500, 9936),
                bandwidthKbps(settings, plan.values()),
                delayMicros(settings, plan.values()),
                nhrp(site, membership, settings, networkId, nextHopServers, origin),
                protection,
                origin));
    }

    private NhrpConfiguration nhrp(RouterSite site, Membership membership, TunnelSettingsReader settings,
            long networkId, List<NextHopServer> nextHopServers, Origin origin) {
        ValueReader values = site.plan().values();
        boolean phase3 = membership.cloud().cloud().phase() == Phase.PHASE_3;
        boolean hub = site.plan().isHub();
        int holdingTime = seconds(settings, TUNNEL_SETTINGS__HOLDTIME, TunnelSettings::getHoldtime, values)
                .orElse(PlatformDefaults.holdingTimeSeconds(site.platform()));
        int interval = seconds(settings, TUNNEL_SETTINGS__REGISTRATION_INTERVAL, TunnelSettings::getRegistrationInterval, values)
                .orElse(Math.max(1, holdingTime / NhrpConfiguration.REGISTRATIONS_PER_HOLDING_TIME));
        return new NhrpConfiguration(
                networkId,
                settings.value(TUNNEL_SETTINGS__AUTHENTICATION, TunnelSettings::getAuthentication,
                        (owner, feature, text) -> password(owner, feature, text, site.plan().label())),
                holdingTime,
                interval,
                settings.uniqueRegistration(),
                phase3 && hub,
                // A hub that is a client too is in the middle of a hierarchy and acts on redirects itself.
                phase3 && (!hub || !nextHopServers.isEmpty()),
                hub,
                nextHopServers,
                origin);
    }

    private Optional<String> password(EObject owner, EStructuralFeature feature, String text, String label) {
        Optional<String> password = Optional.ofNullable(text);
        password.flatMap(CommandLineText::problem).ifPresent(problem ->
                context.report(TextRules.VALUE, "An NHRP password " + problem, owner, feature, label));
        return password;
    }

    private Optional<TunnelMode> mode(RouterPlan plan, Membership membership, List<NextHopServer> nextHopServers) {
        if (plan.isHub() || membership.cloud().cloud().phase() != Phase.PHASE_1) {
            // A hub is multipoint in each phase because it is a hub, a spoke because of the phase.
            return Optional.of(new TunnelMode.Multipoint(plan.isHub() ? plan.origin() : membership.cloud().phaseOrigin()));
        }
        if (nextHopServers.isEmpty() && membership.join().getServers().isEmpty()) {
            context.report(TextRules.MISSING_SETTING, plan.reference() + " is a Phase 1 spoke, whose tunnel ends at a hub: write via HUB",
                    membership.join(), JOIN_CLAUSE__CLOUD, plan.label());
        }
        return nextHopServers.stream().findFirst().map(server -> new TunnelMode.PointToPoint(
                server.nbmaAddress(), server.origin()));
    }

    private static OptionalLong key(TunnelSettingsReader settings, ValueReader values) {
        return settings.value(TUNNEL_SETTINGS__TUNNEL_KEY, TunnelSettings::getTunnelKey,
                (owner, feature, text) -> NO_KEY.equals(text) ? Optional.empty()
                        : values.whole(owner, feature, text, 0, HIGHEST_KEY))
                .map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static Optional<Integer> seconds(TunnelSettingsReader settings, EStructuralFeature feature,
            java.util.function.Function<TunnelSettings, String> text, ValueReader values) {
        return settings.value(feature, text,
                (owner, written, value) -> values.seconds(owner, written, value, 1, HIGHEST_HOLDING_TIME_SECONDS));
    }

    private static OptionalInt size(TunnelSettingsReader settings, EStructuralFeature feature,
            java.util.function.Function<TunnelSettings, String> text, ValueReader values, int least, int most) {
        return settings.value(feature, text, (owner, written, value) -> values.integer(owner, written, value, least, most))
                .map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static int bandwidthKbps(TunnelSettingsReader settings, ValueReader values) {
        return settings.value(TUNNEL_SETTINGS__BANDWIDTH, TunnelSettings::getBandwidth, values::rate)
                .map(bits -> (int) Math.clamp(bits / 1000, 1, 10_000_000))
                .orElse(TunnelInterface.DEFAULT_BANDWIDTH_KBPS);
    }

    private static int delayMicros(TunnelSettingsReader settings, ValueReader values) {
        return settings.value(TUNNEL_SETTINGS__DELAY, TunnelSettings::getDelay, values::duration)
                .map(Duration::toNanos)
                .map(nanos -> (int) Math.clamp(nanos / 1000, 10, 167_772_140))
                .orElse(TunnelInterface.DEFAULT_DELAY_MICROS);
    }
}
