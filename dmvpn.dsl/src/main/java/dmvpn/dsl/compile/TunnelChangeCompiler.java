package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.TunnelSettings;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ChangeAction;
import dmvpn.dsl.scenario.ScenarioPackage;
import dmvpn.network.crypto.Secret;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.TunnelChange;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles what an operator types on a running tunnel. */
final class TunnelChangeCompiler {

    /** Settings whose change no run shows, by the words for them. */
    private static final Map<EStructuralFeature, String> NOT_SIMULATED = Map.ofEntries(
            Map.entry(TUNNEL_SETTINGS__VRF, "vrf"),
            Map.entry(TUNNEL_SETTINGS__SHARED, "shared"),
            Map.entry(TUNNEL_SETTINGS__MODE, "mode"),
            Map.entry(TUNNEL_SETTINGS__REDIRECT_INTERVAL, "redirect every"),
            Map.entry(TUNNEL_SETTINGS__SERVER_ONLY, "server-only"),
            Map.entry(TUNNEL_SETTINGS__MAX_SEND, "max-send"),
            Map.entry(TUNNEL_SETTINGS__INTERFACE_STATE, "if-state"),
            Map.entry(TUNNEL_SETTINGS__ICMP_REDIRECTS, "icmp-redirects"),
            Map.entry(TUNNEL_SETTINGS__PATH_MTU_DISCOVERY, "path-mtu-discovery"),
            Map.entry(TUNNEL_SETTINGS__KEEPALIVE, "keepalive"),
            Map.entry(TUNNEL_SETTINGS__FALLBACK, "fallback"),
            Map.entry(TUNNEL_SETTINGS__CDP, "cdp"),
            Map.entry(TUNNEL_SETTINGS__CLUSTER_LIMITS, "max-connections"),
            Map.entry(TUNNEL_SETTINGS__QUALITY_GROUPS, "group"));

    private final CompileContext context;
    private final EndpointCompiler endpoints;
    private final ValueReader values;
    private final NhrpCompiler nhrp;

    TunnelChangeCompiler(CompileContext context, EndpointCompiler endpoints, ValueReader values) {
        this.context = context;
        this.endpoints = endpoints;
        this.values = values;
        this.nhrp = new NhrpCompiler(context);
    }

    Optional<Action> compile(ChangeAction change, Duration at, Origin origin) {
        Optional<Device> device = endpoints.device(change.getRouter(), values.label());
        if (device.isEmpty() || change.getCloud() == null) {
            return Optional.empty();
        }
        String cloud = change.getCloud().getName();
        Optional<TunnelInterface> tunnel =
                device.get().tunnels().stream().filter(candidate -> candidate.cloud().equals(cloud)).findFirst();
        if (tunnel.isEmpty()) {
            context.report(TextRules.SCENARIO, device.get().reference() + " has no tunnel in " + cloud, change,
                    ScenarioPackage.Literals.CHANGE_ACTION__CLOUD, values.label());
            return Optional.empty();
        }
        if (TUNNEL_SETTINGS.getEStructuralFeatures().stream().noneMatch(change::eIsSet)) {
            context.report(TextRules.SCENARIO, "Nothing changes: write a setting of the tunnel between the braces", change,
                    values.label());
            return Optional.empty();
        }
        reportNotSimulated(change);
        List<TunnelChange> changes = changes(change, tunnel.get());
        return changes.isEmpty() ? Optional.empty()
                : Optional.of(new Action.ChangeTunnel(at, device.get().name(), tunnel.get().name(), changes, origin));
    }

    private void reportNotSimulated(ChangeAction change) {
        for (EStructuralFeature feature : TUNNEL_SETTINGS.getEStructuralFeatures()) {
            if (NOT_SIMULATED.containsKey(feature) && change.eIsSet(feature)) {
                context.report(TextRules.NOT_SIMULATED, "A change of " + NOT_SIMULATED.get(feature)
                        + " while the network runs is not simulated yet: the run goes on as if it were not said", change,
                        feature, values.label());
            }
        }
    }

    /** In the order of the grammar. */
    private List<TunnelChange> changes(ChangeAction change, TunnelInterface tunnel) {
        TunnelSettingsReader settings = new TunnelSettingsReader(change, change);
        List<TunnelChange> changes = new ArrayList<>();
        if (change.getNetworkId() != null) {
            values.whole(change, TUNNEL_SETTINGS__NETWORK_ID, change.getNetworkId(), 1, NhrpCompiler.HIGHEST_KEY)
                    .map(number -> new TunnelChange.NetworkId(number, at(change, TUNNEL_SETTINGS__NETWORK_ID)))
                    .ifPresent(changes::add);
        }
        if (change.getTunnelKey() != null) {
            changes.add(new TunnelChange.Key(nhrp.key(settings, values), at(change, TUNNEL_SETTINGS__TUNNEL_KEY)));
        }
        nhrp.password(settings, values.label()).filter(password -> isShortEnough(password, change))
                .map(password -> new TunnelChange.Authentication(password, password.origin())).ifPresent(changes::add);
        seconds(settings, TUNNEL_SETTINGS__HOLDTIME, TunnelSettings::getHoldtime).ifPresent(seconds ->
                changes.add(new TunnelChange.HoldingTime(seconds, at(change, TUNNEL_SETTINGS__HOLDTIME))));
        seconds(settings, TUNNEL_SETTINGS__REGISTRATION_INTERVAL, TunnelSettings::getRegistrationInterval).ifPresent(seconds ->
                changes.add(new TunnelChange.RegistrationInterval(seconds, at(change, TUNNEL_SETTINGS__REGISTRATION_INTERVAL))));
        if (change.isUnique() || change.isNoUnique()) {
            changes.add(new TunnelChange.Uniqueness(!change.isNoUnique(),
                    at(change, change.isNoUnique() ? TUNNEL_SETTINGS__NO_UNIQUE : TUNNEL_SETTINGS__UNIQUE)));
        }
        TunnelCompiler.ipMtu(settings, values).ifPresent(bytes ->
                changes.add(new TunnelChange.IpMtu(bytes, at(change, TUNNEL_SETTINGS__MTU))));
        TunnelCompiler.segmentSize(settings, values).ifPresent(bytes ->
                changes.add(new TunnelChange.SegmentSize(bytes, at(change, TUNNEL_SETTINGS__MSS))));
        if (change.getBandwidth() != null) {
            changes.add(new TunnelChange.Bandwidth(TunnelCompiler.bandwidthKbps(settings, values),
                    at(change, TUNNEL_SETTINGS__BANDWIDTH)));
        }
        if (change.getDelay() != null) {
            changes.add(new TunnelChange.Delay(TunnelCompiler.delayMicros(settings, values), at(change, TUNNEL_SETTINGS__DELAY)));
        }
        if (change.isUnprotected()) {
            protection(change, tunnel).ifPresent(changes::add);
        }
        change(change, TUNNEL_SETTINGS__REDIRECT, change.getRedirect(), TunnelChange.Redirect::new).ifPresent(changes::add);
        change(change, TUNNEL_SETTINGS__SHORTCUT, change.getShortcut(), TunnelChange.Shortcut::new).ifPresent(changes::add);
        change(change, TUNNEL_SETTINGS__MULTICAST, change.getMulticast(), TunnelChange.Multicast::new).ifPresent(changes::add);
        return changes;
    }

    private Origin at(ChangeAction change, EStructuralFeature feature) {
        return context.origins().of(change, feature, values.label());
    }

    private OptionalInt seconds(TunnelSettingsReader settings, EStructuralFeature feature, Function<TunnelSettings, String> text) {
        return settings.seconds(feature, text, values, 1, NhrpCompiler.HIGHEST_HOLDING_TIME_SECONDS);
    }

    /** What a switch that is changed becomes. */
    @FunctionalInterface
    private interface Switched {
        TunnelChange make(boolean on, Origin origin);
    }

    private Optional<TunnelChange> change(ChangeAction change, EStructuralFeature feature, String text, Switched switched) {
        return Optional.ofNullable(text).map(word -> switched.make("on".equals(word), at(change, feature)));
    }

    private boolean isShortEnough(Secret password, ChangeAction change) {
        boolean tooLong = password.inlineValue().filter(value -> value.isEmpty() || value.length() > NhrpConfiguration.LONGEST_PASSWORD).isPresent();
        if (tooLong) {
            context.report(TextRules.VALUE, "A router refuses this NHRP password: it has 1 to " + NhrpConfiguration.LONGEST_PASSWORD + " characters",
                    change, TUNNEL_SETTINGS__AUTHENTICATION, values.label());
        }
        return !tooLong;
    }

    private Optional<TunnelChange> protection(ChangeAction change, TunnelInterface tunnel) {
        if (tunnel.protection().isEmpty()) {
            context.report(TextRules.SCENARIO, tunnel.name() + " is not protected, so there is no protection to take away",
                    change, TUNNEL_SETTINGS__UNPROTECTED, values.label());
            return Optional.empty();
        }
        return Optional.of(new TunnelChange.Unprotected(at(change, TUNNEL_SETTINGS__UNPROTECTED)));
    }
}
