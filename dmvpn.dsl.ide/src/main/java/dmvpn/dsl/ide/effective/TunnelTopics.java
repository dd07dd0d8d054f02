package dmvpn.dsl.ide.effective;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.ClusterLimit;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.QualityGroup;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.StaticMapClause;
import dmvpn.network.device.Device;
import dmvpn.network.device.HiddenDefaults;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.MulticastTarget;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.PathMtuDiscovery;
import dmvpn.network.tunnel.SendLimit;
import dmvpn.network.tunnel.StaticMapping;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.network.tunnel.TunnelProtection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;

/** What can be said of clouds and of memberships: of each tunnel that a router makes of one. */
final class TunnelTopics {

    private TunnelTopics() {
    }

    static List<Topic<?, ?>> all() {
        List<Setting<TunnelInterface>> ofTunnels = ofTunnels();
        List<Setting<TunnelInterface>> ofJoins = new ArrayList<>(membership());
        ofJoins.addAll(ofTunnels);
        return List.of(
                new Topic<>(CloudDeclaration.class, cloud(), (model, cloud) -> model.network().clouds().stream()
                        .filter(each -> model.isFrom(each.origin(), cloud)).map(each -> Reading.of(each, cloud)).toList()),
                new Topic<>(CloudDeclaration.class, ofTunnels, TunnelTopics::tunnelsIn),
                new Topic<>(JoinClause.class, ofJoins, TunnelTopics::tunnelsOf),
                inTunnel(ClusterLimit.class, ofTunnels),
                inTunnel(QualityGroup.class, ofTunnels),
                new Topic<>(ServerClause.class, servers(), (model, clause) -> model.made(clause, device -> device.tunnels().stream()
                        .flatMap(tunnel -> tunnel.nhrp().nextHopServers().stream()).toList(), NextHopServer::origin)),
                new Topic<>(StaticMapClause.class, mappings(), (model, clause) -> model.made(clause, device -> device.tunnels()
                        .stream().flatMap(tunnel -> tunnel.nhrp().options().mappings().stream()).toList(), StaticMapping::origin)),
                new Topic<>(StaticMapClause.class, targets(), (model, clause) -> model.made(clause, device -> device.tunnels()
                        .stream().flatMap(tunnel -> tunnel.nhrp().options().multicastTargets().stream()).toList(),
                        MulticastTarget::origin)));
    }

    /** A clause inside a cloud or a join says what the tunnels of that have. */
    private static <C extends EObject> Topic<C, TunnelInterface> inTunnel(Class<C> kind, List<Setting<TunnelInterface>> settings) {
        return new Topic<>(kind, settings, (model, clause) -> switch (clause.eContainer()) {
            case CloudDeclaration cloud -> tunnelsIn(model, cloud);
            case JoinClause join -> tunnelsOf(model, join);
            case null, default -> List.of();
        });
    }

    static List<Reading<TunnelInterface>> tunnelsOf(CompiledModel model, JoinClause join) {
        return model.made(join, Device::tunnels, TunnelInterface::origin, (device, tunnel) -> reading(device, tunnel, join));
    }

    private static Reading<TunnelInterface> reading(Device device, TunnelInterface tunnel, JoinClause join) {
        return join.getCloud() == null ? Reading.on(device, tunnel, join) : Reading.on(device, tunnel, join, join.getCloud());
    }

    private static List<Reading<TunnelInterface>> tunnelsIn(CompiledModel model, CloudDeclaration cloud) {
        List<Reading<TunnelInterface>> readings = new ArrayList<>();
        for (Device device : model.devices()) {
            for (TunnelInterface tunnel : device.tunnels()) {
                model.clause(tunnel.origin(), JoinClause.class).filter(join -> join.getCloud() == cloud)
                        .ifPresent(join -> readings.add(reading(device, tunnel, join)));
            }
        }
        return readings;
    }

    private static List<Setting<Cloud>> cloud() {
        return List.of(
                Setting.<Cloud>of("overlay", cloud -> cloud.overlay().toString(), CLOUD_DECLARATION__OVERLAY),
                Setting.<Cloud>of("phase", cloud -> Integer.toString(cloud.phase().number()), CLOUD_DECLARATION__PHASE).byLanguage(),
                Setting.<Cloud>of("backup", cloud -> cloud.backup().map(backup -> "for " + backup.cloud()).orElse("none"),
                        CLOUD_DECLARATION__BACKUP_FOR).byLanguage(),
                Setting.<Cloud>optional("after", cloud -> cloud.backup().map(backup -> Shown.seconds(backup.delaySeconds())),
                        CLOUD_DECLARATION__BACKUP_DELAY).byLanguage(),
                Setting.<Cloud>of("preferred over", cloud -> cloud.preference().map(preference -> "over " + preference.over())
                        .orElse("over no other"), CLOUD_DECLARATION__PREFERRED_OVER).byLanguage(),
                Setting.<Cloud>of("mpls", cloud -> cloud.labels().map(labels -> labels.keyword()).orElse("none"),
                        CLOUD_DECLARATION__LABELS).byLanguage());
    }

    private static List<Setting<TunnelInterface>> membership() {
        return List.of(
                Setting.<TunnelInterface>of("as", tunnel -> tunnel.address().toString(), JOIN_CLAUSE__ADDRESS),
                Setting.<TunnelInterface>of("interface", TunnelInterface::name, JOIN_CLAUSE__INTERFACE)
                        .otherwise(Otherwise.by("after its key or network-id")),
                Setting.<TunnelInterface>of("via", tunnel -> Shown.list(tunnel.nhrp().nextHopServers().stream()
                        .map(NextHopServer::protocolAddress).toList(), "no server"), JOIN_CLAUSE__SERVERS).byLanguage(),
                Setting.<TunnelInterface>of("over source", TunnelInterface::sourceInterface,
                        JOIN_CLAUSE__TRANSPORT, JOIN_CLAUSE__SOURCE, JOIN_CLAUSE__LOOPBACK)
                        .otherwise(Otherwise.by("the first uplink")),
                Setting.<TunnelInterface>of("route-via mandatory", tunnel -> tunnel.options().routeVia()
                        .map(via -> via.interfaceName() + (via.mandatory() ? " only" : " preferred")).orElse("any route"),
                        JOIN_CLAUSE__ROUTE_VIA, JOIN_CLAUSE__MANDATORY).byLanguage(),
                Setting.<TunnelInterface>optional("link-local", tunnel -> tunnel.options().linkLocalAddress().map(Object::toString),
                        JOIN_CLAUSE__LINK_LOCAL).otherwise(Otherwise.by("the router makes one up")));
    }

    private static List<Setting<TunnelInterface>> ofTunnels() {
        List<Setting<TunnelInterface>> settings = new ArrayList<>(forNhrp());
        settings.addAll(forInterface());
        settings.addAll(options());
        return settings;
    }

    private static List<Setting<TunnelInterface>> forNhrp() {
        return List.of(
                Setting.<TunnelInterface>of("network-id", tunnel -> Long.toString(tunnel.nhrp().networkId()),
                        TUNNEL_SETTINGS__NETWORK_ID).otherwise(Otherwise.by("after the key, or the cloud's position")),
                Setting.<TunnelInterface>of("tunnel-key", tunnel -> Shown.number(tunnel.key(), "", "no key"),
                        TUNNEL_SETTINGS__TUNNEL_KEY),
                Setting.<TunnelInterface>of("authentication", tunnel -> tunnel.nhrp().authentication().map(Shown::secret)
                        .orElse("none"), TUNNEL_SETTINGS__AUTHENTICATION, TUNNEL_SETTINGS__AUTHENTICATION_SECRET),
                Setting.<TunnelInterface>of("holdtime", tunnel -> Shown.seconds(tunnel.nhrp().holdingTimeSeconds()),
                        TUNNEL_SETTINGS__HOLDTIME),
                Setting.<TunnelInterface>of("registration unique no-unique", tunnel -> "every "
                        + Shown.seconds(tunnel.nhrp().registrationIntervalSeconds()) + ", "
                        + (tunnel.nhrp().uniqueRegistration() ? "unique" : "not unique"),
                        TUNNEL_SETTINGS__REGISTRATION_INTERVAL, TUNNEL_SETTINGS__UNIQUE, TUNNEL_SETTINGS__NO_UNIQUE),
                Setting.<TunnelInterface>of("redirect", tunnel -> Shown.onOff(tunnel.nhrp().redirect()) + tunnelRedirects(tunnel),
                        TUNNEL_SETTINGS__REDIRECT, TUNNEL_SETTINGS__REDIRECT_INTERVAL).byPhase(),
                Setting.<TunnelInterface>of("shortcut", tunnel -> Shown.onOff(tunnel.nhrp().shortcut()),
                        TUNNEL_SETTINGS__SHORTCUT).byPhase(),
                Setting.<TunnelInterface>of("multicast", tunnel -> tunnel.nhrp().dynamicMulticast()
                        ? "on, copied to registered clients" : "not copied to clients", TUNNEL_SETTINGS__MULTICAST)
                        .otherwise(Otherwise.by("on at hubs")),
                Setting.<TunnelInterface>of("server-only", tunnel -> Shown.onOff(tunnel.nhrp().options().serverOnly()),
                        TUNNEL_SETTINGS__SERVER_ONLY),
                new Setting<>(List.of("max-send", "per"), List.of(TUNNEL_SETTINGS__MAX_SEND, TUNNEL_SETTINGS__MAX_SEND_INTERVAL),
                        TunnelTopics::sendLimit, Otherwise.PLATFORM),
                Setting.<TunnelInterface>of("max-connections", tunnel -> Shown.list(tunnel.nhrp().options().servers().limits()
                        .stream().map(limit -> limit.connections() + " in cluster " + limit.cluster()).toList(), "all servers"),
                        TUNNEL_SETTINGS__CLUSTER_LIMITS),
                Setting.<TunnelInterface>of("fallback", tunnel -> Shown.number(
                        tunnel.nhrp().options().servers().fallbackSeconds(), " s", "what the platform takes"),
                        TUNNEL_SETTINGS__FALLBACK));
    }

    private static String tunnelRedirects(TunnelInterface tunnel) {
        return tunnel.nhrp().options().redirectIntervalSeconds().isPresent()
                ? ", every " + Shown.seconds(tunnel.nhrp().options().redirectIntervalSeconds().getAsInt()) : "";
    }

    private static Optional<String> sendLimit(Reading<TunnelInterface> reading) {
        Optional<SendLimit> said = reading.record().nhrp().options().sendLimit();
        if (said.isPresent()) {
            return said.map(limit -> limit.packets() + " messages per " + Shown.seconds(limit.seconds()));
        }
        return reading.device().map(device -> HiddenDefaults.of(device.platform()).nhrpMessagesPerTenSeconds())
                .map(most -> most == Integer.MAX_VALUE ? "no limit"
                        : most + " messages per " + Shown.seconds(SendLimit.DEFAULT_SECONDS));
    }

    private static List<Setting<TunnelInterface>> forInterface() {
        return List.of(
                new Setting<>(List.of("mode"), List.of(TUNNEL_SETTINGS__MODE), reading -> Optional.of(
                        reading.record().mode() instanceof TunnelMode.PointToPoint fixed
                                ? "point-to-point to " + fixed.destination() : "multipoint"), Otherwise.PHASE),
                Setting.<TunnelInterface>of("mtu", tunnel -> Shown.number(tunnel.ipMtuBytes(), " bytes",
                        "what the tunnel's encapsulation leaves"), TUNNEL_SETTINGS__MTU),
                Setting.<TunnelInterface>of("mss", tunnel -> Shown.number(tunnel.tcpMssBytes(), " bytes", "not enforced"),
                        TUNNEL_SETTINGS__MSS),
                Setting.<TunnelInterface>of("bandwidth", tunnel -> tunnel.bandwidthKbps() + " kbit/s", TUNNEL_SETTINGS__BANDWIDTH),
                Setting.<TunnelInterface>of("delay", tunnel -> tunnel.delayMicros() + " µs", TUNNEL_SETTINGS__DELAY),
                Setting.<TunnelInterface>of("vrf", tunnel -> Shown.text(tunnel.vrf(), "global table"), TUNNEL_SETTINGS__VRF),
                Setting.<TunnelInterface>of("crypto protected unprotected", tunnel -> Shown.text(tunnel.protection()
                        .map(TunnelProtection::ipsecProfile).map(profile -> "profile " + profile), "no protection"),
                        TUNNEL_SETTINGS__UNPROTECTED, JOIN_CLAUSE__PROTECTION, CLOUD_DECLARATION__CRYPTO).byLanguage(),
                Setting.<TunnelInterface>optional("shared", tunnel -> tunnel.protection().map(TunnelProtection::shared)
                        .map(Shown::onOff), TUNNEL_SETTINGS__SHARED)
                        .otherwise(Otherwise.by("on where protected tunnels share a source")));
    }

    private static List<Setting<TunnelInterface>> options() {
        return List.of(
                Setting.<TunnelInterface>of("if-state", tunnel -> Shown.onOff(tunnel.options().interfaceState()),
                        TUNNEL_SETTINGS__INTERFACE_STATE).otherwise(Otherwise.by("on where the tunnel has a backup")),
                Setting.<TunnelInterface>of("icmp-redirects", tunnel -> Shown.onOff(tunnel.options().icmpRedirects()),
                        TUNNEL_SETTINGS__ICMP_REDIRECTS).byLanguage(),
                Setting.<TunnelInterface>of("path-mtu-discovery age min-mtu", tunnel -> tunnel.options().pathMtuDiscovery()
                        .map(TunnelTopics::pathMtuDiscovery).orElse("off"), TUNNEL_SETTINGS__PATH_MTU_DISCOVERY,
                        TUNNEL_SETTINGS__PATH_MTU_AGE, TUNNEL_SETTINGS__LEAST_PATH_MTU),
                Setting.<TunnelInterface>of("keepalive", tunnel -> tunnel.options().keepalive()
                        .map(found -> Shown.seconds(found.intervalSeconds())).orElse("none"), TUNNEL_SETTINGS__KEEPALIVE),
                Setting.<TunnelInterface>optional("retries", tunnel -> tunnel.options().keepalive()
                        .map(found -> Integer.toString(found.retries())), TUNNEL_SETTINGS__KEEPALIVE_RETRIES),
                Setting.<TunnelInterface>of("group shape", TunnelTopics::qualityGroup, TUNNEL_SETTINGS__QUALITY_GROUPS).byLanguage(),
                Setting.<TunnelInterface>of("cdp", tunnel -> Shown.onOff(tunnel.options().discoveryProtocol()),
                        TUNNEL_SETTINGS__CDP));
    }

    private static String pathMtuDiscovery(PathMtuDiscovery discovery) {
        return "on, " + (discovery.ageMinutes().isPresent() ? "forgotten after " + discovery.ageMinutes().getAsInt() + " min"
                : "never forgotten") + ", at least " + discovery.leastMtuBytes() + " bytes";
    }

    private static String qualityGroup(TunnelInterface tunnel) {
        return tunnel.options().group().orElseGet(() -> Shown.list(tunnel.options().groupPolicies().stream()
                .map(policy -> policy.group() + " shaped to " + policy.shapeBitsPerSecond() + " bit/s").toList(), "none"));
    }

    private static List<Setting<NextHopServer>> servers() {
        Function<NextHopServer, String> place = server -> server.nbmaAddress()
                + server.nbmaName().map(name -> " by the name " + name).orElse("");
        return List.of(
                Setting.of("via", (NextHopServer server) -> server.protocolAddress().toString(),
                        SERVER_CLAUSE__ROUTER, SERVER_CLAUSE__ADDRESS),
                Setting.of("nbma", place, SERVER_CLAUSE__NBMA, SERVER_CLAUSE__NBMA_NAME)
                        .otherwise(Otherwise.by("the server's uplink")),
                Setting.of("priority", (NextHopServer server) -> Integer.toString(server.priority()),
                        SERVER_CLAUSE__PRIORITY),
                Setting.of("cluster", (NextHopServer server) -> Integer.toString(server.cluster()), SERVER_CLAUSE__CLUSTER),
                Setting.of("no-multicast", (NextHopServer server) -> server.multicast() ? "multicast is copied to it"
                        : "no multicast", SERVER_CLAUSE__WITHOUT_MULTICAST).byLanguage());
    }

    private static List<Setting<StaticMapping>> mappings() {
        return List.of(
                Setting.of("map", (StaticMapping mapping) -> mapping.protocolAddress().toString(),
                        STATIC_MAP_CLAUSE__PROTOCOL_ADDRESS),
                Setting.of("to", (StaticMapping mapping) -> mapping.nbmaAddress().toString(), STATIC_MAP_CLAUSE__NBMA));
    }

    private static List<Setting<MulticastTarget>> targets() {
        return List.of(Setting.of("multicast map", (MulticastTarget target) -> target.nbmaAddress().toString(),
                STATIC_MAP_CLAUSE__NBMA));
    }
}
