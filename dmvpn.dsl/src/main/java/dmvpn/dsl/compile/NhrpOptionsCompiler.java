package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.ClusterLimit;
import dmvpn.dsl.model.StaticMapClause;
import dmvpn.dsl.model.TunnelSettings;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.MulticastTarget;
import dmvpn.network.tunnel.NhrpOptions;
import dmvpn.network.tunnel.SendLimit;
import dmvpn.network.tunnel.ServerSelection;
import dmvpn.network.tunnel.StaticMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Compiles what the NHRP configuration of a tunnel says beyond what most tunnels need. */
final class NhrpOptionsCompiler {

    private static final int HIGHEST_COUNT = 65_535;
    /** Shortest time of {@code ip nhrp max-send … every}, in seconds (Cisco IOS command reference). */
    private static final int LEAST_SEND_SECONDS = 10;
    /** Range of {@code ip nhrp redirect timeout}, in seconds (same reference). */
    private static final int LEAST_REDIRECT_SECONDS = 2;
    private static final int MOST_REDIRECT_SECONDS = 30;
    /** Longest {@code ip nhrp nhs fallback}, in seconds (same reference). */
    private static final int MOST_FALLBACK_SECONDS = 60;
    private static final int MOST_CONNECTIONS = 255;
    static final int HIGHEST_CLUSTER = 10;

    private final CompileContext context;

    NhrpOptionsCompiler(CompileContext context) {
        this.context = context;
    }

    /** @param origin where the tunnel is written */
    NhrpOptions compile(RouterPlan plan, Membership membership, TunnelSettingsReader settings, Origin origin) {
        ValueReader values = plan.values();
        List<StaticMapping> mappings = new ArrayList<>();
        List<MulticastTarget> targets = new ArrayList<>();
        membership.join().getMaps().forEach(clause -> map(clause, plan, mappings, targets));
        return new NhrpOptions(
                settings.seconds(TUNNEL_SETTINGS__REDIRECT_INTERVAL, TunnelSettings::getRedirectInterval, values,
                        LEAST_REDIRECT_SECONDS, MOST_REDIRECT_SECONDS),
                settings.isOn(TUNNEL_SETTINGS__SERVER_ONLY, TunnelSettings::getServerOnly).orElse(false),
                sendLimit(settings, plan),
                selection(settings, membership, plan, origin),
                mappings, targets, origin);
    }

    private Optional<SendLimit> sendLimit(TunnelSettingsReader settings, RouterPlan plan) {
        TunnelSettings owner = settings.owner(TunnelSettings::getMaxSend);
        Optional<Integer> packets = plan.values().integer(owner, TUNNEL_SETTINGS__MAX_SEND, owner.getMaxSend(), 1, HIGHEST_COUNT);
        Optional<Integer> seconds = plan.values().seconds(owner, TUNNEL_SETTINGS__MAX_SEND_INTERVAL, owner.getMaxSendInterval(),
                LEAST_SEND_SECONDS, HIGHEST_COUNT);
        return packets.isPresent() && seconds.isPresent()
                ? Optional.of(new SendLimit(packets.get(), seconds.get(),
                        context.origins().of(owner, TUNNEL_SETTINGS__MAX_SEND, plan.label())))
                : Optional.empty();
    }

    private ServerSelection selection(
            TunnelSettingsReader settings, Membership membership, RouterPlan plan, Origin origin) {
        List<dmvpn.network.tunnel.ClusterLimit> limits = new ArrayList<>();
        OptionalInt fallback = settings.seconds(TUNNEL_SETTINGS__FALLBACK, TunnelSettings::getFallback, plan.values(), 0,
                MOST_FALLBACK_SECONDS);
        // What a cloud says of clusters is for its clients.
        List<ClusterLimit> said = membership.join().getServers().isEmpty()
                ? membership.join().getClusterLimits() : settings.all(TunnelSettings::getClusterLimits);
        for (ClusterLimit limit : said) {
            Optional<Integer> connections = plan.values().integer(limit, CLUSTER_LIMIT__LIMIT, limit.getLimit(), 0, MOST_CONNECTIONS);
            int cluster = plan.values().integer(limit, CLUSTER_LIMIT__CLUSTER, limit.getCluster(), 0, HIGHEST_CLUSTER).orElse(0);
            connections.ifPresent(most -> limits.add(new dmvpn.network.tunnel.ClusterLimit(cluster, most,
                    context.origins().of(limit, plan.label()))));
        }
        return new ServerSelection(fallback, limits, origin);
    }

    private void map(StaticMapClause clause, RouterPlan plan, List<StaticMapping> mappings, List<MulticastTarget> targets) {
        Origin origin = context.origins().of(clause, plan.label() + " map");
        Optional<IpAddress> nbmaAddress = plan.values().address(clause, STATIC_MAP_CLAUSE__NBMA, clause.getNbma());
        if (clause.getProtocolAddress() == null) {
            nbmaAddress.ifPresent(address -> targets.add(new MulticastTarget(address, origin)));
            return;
        }
        Optional<IpAddress> protocolAddress =
                plan.values().address(clause, STATIC_MAP_CLAUSE__PROTOCOL_ADDRESS, clause.getProtocolAddress());
        if (protocolAddress.isPresent() && nbmaAddress.isPresent()) {
            if (mappings.stream().anyMatch(known -> known.protocolAddress().equals(protocolAddress.get()))) {
                context.report(TextRules.SETTING_TWICE, protocolAddress.get() + " is mapped twice: the first one counts",
                        clause, STATIC_MAP_CLAUSE__PROTOCOL_ADDRESS, plan.label());
                return;
            }
            mappings.add(new StaticMapping(protocolAddress.get(), nbmaAddress.get(), origin));
        }
    }
}
