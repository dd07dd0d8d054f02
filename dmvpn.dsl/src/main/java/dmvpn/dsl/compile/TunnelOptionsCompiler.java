package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.QualityGroup;
import dmvpn.dsl.model.TunnelSettings;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.BackupInterface;
import dmvpn.network.tunnel.GreKeepalive;
import dmvpn.network.tunnel.GroupPolicy;
import dmvpn.network.tunnel.PathMtuDiscovery;
import dmvpn.network.tunnel.RouteVia;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Compiles what a tunnel interface says beyond what every tunnel needs. */
final class TunnelOptionsCompiler {

    private static final int MOST_KEEPALIVE_SECONDS = 32_767;
    private static final int MOST_RETRIES = 255;
    private static final int MOST_PATH_MTU_BYTES = 65_535;
    /** In the place of an age: a path MTU is not forgotten. */
    private static final String NEVER = "infinite";

    private final CompileContext context;

    TunnelOptionsCompiler(CompileContext context) {
        this.context = context;
    }

    /** @param origin where the tunnel is written */
    TunnelOptions compile(RouterSite site, Membership membership, TunnelSettingsReader settings, Origin origin) {
        RouterPlan plan = site.plan();
        return new TunnelOptions(
                settings.isOn(TUNNEL_SETTINGS__ICMP_REDIRECTS, TunnelSettings::getIcmpRedirects).orElse(false),
                interfaceState(site, membership, settings),
                settings.isOn(TUNNEL_SETTINGS__CDP, TunnelSettings::getCdp).orElse(false),
                keepalive(settings, plan),
                routeVia(site, membership.join()),
                Optional.empty(),
                group(settings, plan),
                policies(settings, plan),
                membership.cloud().cloud().labels(),
                linkLocalAddress(membership, plan),
                pathMtuDiscovery(settings, plan),
                origin);
    }

    private Optional<Ipv6Address> linkLocalAddress(Membership membership, RouterPlan plan) {
        JoinClause join = membership.join();
        Optional<IpAddress> said = plan.values().address(join, JOIN_CLAUSE__LINK_LOCAL, join.getLinkLocal());
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (!(membership.address().address() instanceof Ipv6Address)) {
            context.report(TextRules.VALUE, "The overlay of " + membership.cloud().cloud().name()
                    + " is IPv4, whose tunnels have no link-local address: leave it out", join, JOIN_CLAUSE__LINK_LOCAL, plan.label());
            return Optional.empty();
        }
        if (!(said.get() instanceof Ipv6Address address) || !address.isLinkLocal()) {
            context.report(TextRules.VALUE, said.get() + " is no link-local address: write one of fe80::/10, such as fe80::1", join,
                    JOIN_CLAUSE__LINK_LOCAL, plan.label());
            return Optional.empty();
        }
        return Optional.of(address);
    }

    private Optional<PathMtuDiscovery> pathMtuDiscovery(TunnelSettingsReader settings, RouterPlan plan) {
        Optional<Boolean> on = settings.isOn(TUNNEL_SETTINGS__PATH_MTU_DISCOVERY, TunnelSettings::getPathMtuDiscovery);
        if (on.isEmpty()) {
            return Optional.empty();
        }
        TunnelSettings owner = settings.owner(TunnelSettings::getPathMtuDiscovery);
        if (!on.get()) {
            if (owner.getPathMtuAge() != null || owner.getLeastPathMtu() != null) {
                context.report(TextRules.VALUE, "Without path MTU discovery there is no age and no smallest MTU: leave them out",
                        owner, TUNNEL_SETTINGS__PATH_MTU_DISCOVERY, plan.label());
            }
            return Optional.empty();
        }
        int least = plan.values().integer(owner, TUNNEL_SETTINGS__LEAST_PATH_MTU, owner.getLeastPathMtu(),
                PathMtuDiscovery.DEFAULT_LEAST_MTU_BYTES, MOST_PATH_MTU_BYTES).orElse(PathMtuDiscovery.DEFAULT_LEAST_MTU_BYTES);
        return Optional.of(new PathMtuDiscovery(age(owner, plan), least,
                context.origins().of(owner, TUNNEL_SETTINGS__PATH_MTU_DISCOVERY, plan.label())));
    }

    private static OptionalInt age(TunnelSettings owner, RouterPlan plan) {
        if (NEVER.equals(owner.getPathMtuAge())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(plan.values().minutes(owner, TUNNEL_SETTINGS__PATH_MTU_AGE, owner.getPathMtuAge(),
                PathMtuDiscovery.LEAST_AGE_MINUTES, PathMtuDiscovery.MOST_AGE_MINUTES).orElse(PathMtuDiscovery.DEFAULT_AGE_MINUTES));
    }

    /** Only a client knows that its servers are gone: on a hub both tunnels are up all the time. */
    private static boolean backsUp(RouterSite site, Membership backup, Membership primary) {
        return !site.plan().isHub() && backup.cloud().cloud().backup()
                .filter(intent -> intent.cloud().equals(primary.cloud().cloud().name())).isPresent();
    }

    /** What a cloud says of it is for its clients: others have no server to follow. */
    private static boolean interfaceState(RouterSite site, Membership membership, TunnelSettingsReader settings) {
        boolean saidHere = membership.join().getInterfaceState() != null;
        boolean applies = saidHere || !membership.join().getServers().isEmpty();
        return settings.isOn(TUNNEL_SETTINGS__INTERFACE_STATE, TunnelSettings::getInterfaceState)
                .map(on -> on && applies).orElse(hasBackup(site, membership));
    }

    private static boolean hasBackup(RouterSite site, Membership primary) {
        return site.memberships().stream().anyMatch(other -> backsUp(site, other, primary));
    }

    /** The tunnels of a router, each with the tunnel that stands in for it. */
    static List<MemberTunnel> withBackups(RouterSite site, List<MemberTunnel> tunnels) {
        List<MemberTunnel> all = new ArrayList<>(tunnels.size());
        for (MemberTunnel primary : tunnels) {
            TunnelInterface tunnel = tunnels.stream()
                    .filter(other -> backsUp(site, other.membership(), primary.membership())).findFirst()
                    .map(other -> primary.tunnel().withOptions(primary.tunnel().options().withBackup(new BackupInterface(
                            other.tunnel().name(), other.membership().cloud().cloud().backup().orElseThrow().delaySeconds(),
                            other.membership().cloud().cloud().backup().orElseThrow().origin()))))
                    .orElse(primary.tunnel());
            all.add(new MemberTunnel(primary.membership(), tunnel));
        }
        return all;
    }

    private Optional<GreKeepalive> keepalive(TunnelSettingsReader settings, RouterPlan plan) {
        TunnelSettings owner = settings.owner(TunnelSettings::getKeepalive);
        int retries = plan.values().integer(owner, TUNNEL_SETTINGS__KEEPALIVE_RETRIES, owner.getKeepaliveRetries(), 1, MOST_RETRIES)
                .orElse(GreKeepalive.DEFAULT_RETRIES);
        return plan.values().seconds(owner, TUNNEL_SETTINGS__KEEPALIVE, owner.getKeepalive(), 1, MOST_KEEPALIVE_SECONDS)
                .map(seconds -> new GreKeepalive(seconds, retries,
                        context.origins().of(owner, TUNNEL_SETTINGS__KEEPALIVE, plan.label())));
    }

    private Optional<RouteVia> routeVia(RouterSite site, JoinClause join) {
        if (join.getRouteVia() == null || join.getRouteVia().eIsProxy()) {
            return Optional.empty();
        }
        Optional<Uplink> uplink = site.uplinks().stream()
                .filter(candidate -> candidate.transport() == join.getRouteVia()).findFirst();
        if (uplink.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, site.plan().reference() + " has no wan on transport "
                    + join.getRouteVia().getName(), join, JOIN_CLAUSE__ROUTE_VIA, site.plan().label());
        }
        return uplink.map(found -> new RouteVia(found.networkInterface().name(), join.isMandatory(),
                context.origins().of(join, JOIN_CLAUSE__ROUTE_VIA, site.plan().label())));
    }

    /** A group without a rate is what a spoke tells its hubs; one with a rate is what hubs make of it. */
    private static Optional<String> group(TunnelSettingsReader settings, RouterPlan plan) {
        return plan.isHub() ? Optional.empty() : settings.all(TunnelSettings::getQualityGroups).stream()
                .filter(group -> group.getRate() == null && group.getGroup() != null).map(QualityGroup::getGroup).findFirst();
    }

    private List<GroupPolicy> policies(TunnelSettingsReader settings, RouterPlan plan) {
        List<GroupPolicy> policies = new ArrayList<>();
        if (plan.isHub()) {
            for (QualityGroup group : settings.all(TunnelSettings::getQualityGroups)) {
                plan.values().rate(group, QUALITY_GROUP__RATE, group.getRate()).filter(rate -> group.getGroup() != null).ifPresent(rate -> policies.add(
                        new GroupPolicy(group.getGroup(), rate, context.origins().of(group, plan.label()))));
            }
        }
        return policies;
    }
}
