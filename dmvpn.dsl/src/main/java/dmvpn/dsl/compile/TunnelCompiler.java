package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.TunnelSettings;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.NhrpOptions;
import dmvpn.network.tunnel.Phase;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.network.tunnel.TunnelProtection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles memberships to tunnel interfaces. */
final class TunnelCompiler {

    private static final String MULTIPOINT = "multipoint";
    private static final String POINT_TO_POINT = "point-to-point";

    private final CompileContext context;
    private final ServerCompiler servers;
    private final NhrpCompiler nhrp;
    private final NhrpOptionsCompiler nhrpOptions;
    private final TunnelOptionsCompiler tunnelOptions;

    TunnelCompiler(CompileContext context, ServerCompiler servers) {
        this.context = context;
        this.servers = servers;
        this.nhrp = new NhrpCompiler(context);
        this.nhrpOptions = new NhrpOptionsCompiler(context);
        this.tunnelOptions = new TunnelOptionsCompiler(context);
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
        OptionalLong key = nhrp.key(settings, plan.values());
        Origin origin = context.origins().of(join, plan.label() + " join " + membership.cloud().cloud().name());
        NhrpOptions options = nhrpOptions.compile(plan, membership, settings, origin);
        Optional<TunnelMode> mode = mode(plan, membership, settings, nextHopServers, options);
        return mode.map(tunnelMode -> new TunnelInterface(
                names.nameFor(join.getInterface(), key.orElse(nhrp.networkId(settings, plan.values(), membership))),
                membership.cloud().cloud().name(),
                membership.address(),
                membership.vrf(),
                membership.uplink().networkInterface().name(),
                membership.uplink().networkInterface().vrf(),
                tunnelMode,
                key,
                ipMtu(settings, plan.values()),
                segmentSize(settings, plan.values()),
                bandwidthKbps(settings, plan.values()),
                delayMicros(settings, plan.values()),
                nhrp.compile(site, membership, settings, nextHopServers, options, origin),
                protection,
                tunnelOptions.compile(site, membership, settings, origin),
                origin));
    }

    private Optional<TunnelMode> mode(RouterPlan plan, Membership membership, TunnelSettingsReader settings,
            List<NextHopServer> nextHopServers, NhrpOptions options) {
        TunnelSettings owner = settings.owner(TunnelSettings::getMode);
        Optional<String> said = plan.values().word(owner, TUNNEL_SETTINGS__MODE, owner.getMode(),
                "a mode of tunnels: expected " + POINT_TO_POINT + " or " + MULTIPOINT,
                text -> MULTIPOINT.equals(text) || POINT_TO_POINT.equals(text) ? Optional.of(text) : Optional.empty());
        boolean byPhase = plan.isHub() || membership.cloud().cloud().phase() != Phase.PHASE_1;
        if (said.map(MULTIPOINT::equals).orElse(byPhase)) {
            // A hub is multipoint in each phase because it is a hub, a spoke because of the phase.
            return Optional.of(new TunnelMode.Multipoint(said.isPresent()
                    ? context.origins().of(owner, TUNNEL_SETTINGS__MODE, plan.label())
                    : plan.isHub() ? plan.origin() : membership.cloud().phaseOrigin()));
        }
        Optional<TunnelMode> mode = nextHopServers.stream().findFirst()
                .<TunnelMode>map(server -> new TunnelMode.PointToPoint(server.nbmaAddress(), server.origin()))
                .or(() -> options.mappings().stream().findFirst()
                        .map(mapping -> new TunnelMode.PointToPoint(mapping.nbmaAddress(), mapping.origin())));
        if (mode.isEmpty() && membership.join().getServers().isEmpty()) {
            context.report(TextRules.MISSING_SETTING, said.isPresent()
                    ? plan.reference() + " has a point-to-point tunnel, which needs a far end: write via HUB or map ADDRESS to ADDRESS"
                    : plan.reference() + " is a Phase 1 spoke, whose tunnel ends at a hub: write via HUB",
                    membership.join(), JOIN_CLAUSE__CLOUD, plan.label());
        }
        return mode;
    }

    /** {@code ip mtu}, empty for the platform's default. */
    static OptionalInt ipMtu(TunnelSettingsReader settings, ValueReader values) {
        return size(settings, TUNNEL_SETTINGS__MTU, TunnelSettings::getMtu, values, 68, 9976);
    }

    /** {@code ip tcp adjust-mss}. */
    static OptionalInt segmentSize(TunnelSettingsReader settings, ValueReader values) {
        return size(settings, TUNNEL_SETTINGS__MSS, TunnelSettings::getMss, values, 500, 9936);
    }

    private static OptionalInt size(TunnelSettingsReader settings, EStructuralFeature feature,
            java.util.function.Function<TunnelSettings, String> text, ValueReader values, int least, int most) {
        return settings.value(feature, text, (owner, written, value) -> values.integer(owner, written, value, least, most))
                .map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Bandwidth for metrics. */
    static int bandwidthKbps(TunnelSettingsReader settings, ValueReader values) {
        return settings.value(TUNNEL_SETTINGS__BANDWIDTH, TunnelSettings::getBandwidth, values::rate)
                .map(bits -> (int) Math.clamp(bits / 1000, 1, 10_000_000))
                .orElse(TunnelInterface.DEFAULT_BANDWIDTH_KBPS);
    }

    /** Delay for metrics. */
    static int delayMicros(TunnelSettingsReader settings, ValueReader values) {
        return settings.value(TUNNEL_SETTINGS__DELAY, TunnelSettings::getDelay, values::duration)
                .map(Duration::toNanos)
                .map(nanos -> (int) Math.clamp(nanos / 1000, 10, 167_772_140))
                .orElse(TunnelInterface.DEFAULT_DELAY_MICROS);
    }
}
