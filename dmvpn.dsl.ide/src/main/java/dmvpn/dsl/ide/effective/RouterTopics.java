package dmvpn.dsl.ide.effective;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.BlockClause;
import dmvpn.dsl.model.BlockTerm;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.InternetExitClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.LoopbackClause;
import dmvpn.dsl.model.PlatformClause;
import dmvpn.dsl.model.PlatformDeclaration;
import dmvpn.dsl.model.PolicyRouteClause;
import dmvpn.dsl.model.RouteClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SiteClause;
import dmvpn.dsl.model.VpnClause;
import dmvpn.dsl.model.WanClause;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.UplinkAccess;
import dmvpn.network.device.Vrf;
import dmvpn.network.forwarding.InternetExit;
import dmvpn.network.forwarding.PolicyRoute;
import dmvpn.network.forwarding.PolicyScope;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/** What can be said of routers: their platforms, interfaces, routes and hosts. */
final class RouterTopics {

    private RouterTopics() {
    }

    static List<Topic<?, ?>> all() {
        return List.of(
                new Topic<>(RouterDeclaration.class, ofRouters(), RouterTopics::routers),
                new Topic<>(PlatformClause.class, ofPlatforms(), (model, clause) -> model.devices().stream()
                        .filter(device -> model.isFrom(device.platform().origin(), clause))
                        .map(device -> Reading.on(device, device, clause)).toList()),
                new Topic<>(PlatformDeclaration.class, ofPlatforms(), (model, clause) -> model.devices().stream()
                        .filter(device -> model.isFrom(device.platform().origin(), clause))
                        .map(device -> Reading.on(device, device, clause)).toList()),
                new Topic<>(SiteClause.class, List.of(site()), (model, clause) -> model.devices().stream()
                        .filter(device -> device.site().filter(site -> site.equals(clause.getSite())).isPresent())
                        .map(device -> Reading.on(device, device, clause)).toList()),
                new Topic<>(WanClause.class, ofUplinks(), RouterTopics::interfaces),
                new Topic<BlockClause, NetworkInterface>(BlockClause.class, ofUplinks(),
                        (model, clause) -> interfaces(model, clause.eContainer())),
                new Topic<BlockTerm, NetworkInterface>(BlockTerm.class, ofUplinks(),
                        (model, clause) -> interfaces(model, clause.eContainer().eContainer())),
                new Topic<>(LanClause.class, ofLocalNetworks(), RouterTopics::interfaces),
                new Topic<>(LoopbackClause.class, ofLoopbacks(), RouterTopics::interfaces),
                new Topic<>(RouteClause.class, ofRoutes(), (model, clause) ->
                        model.made(clause, device -> device.routing().staticRoutes(), StaticRoute::origin)),
                new Topic<>(VpnClause.class, ofVrfs(), (model, clause) -> model.made(clause, Device::vrfs, Vrf::origin)),
                new Topic<>(PolicyRouteClause.class, ofPolicyRoutes(), (model, clause) ->
                        model.made(clause, device -> device.forwarding().policyRoutes(), PolicyRoute::origin)),
                new Topic<>(InternetExitClause.class, ofExits(), (model, clause) ->
                        model.made(clause, device -> device.forwarding().internetExits(), InternetExit::origin)),
                new Topic<>(HostDeclaration.class, ofHosts(), (model, declaration) -> model.network().hosts().stream()
                        .filter(host -> model.isFrom(host.origin(), declaration))
                        .map(host -> Reading.of(host, declaration)).toList()));
    }

    /** A family's declaration makes all of its members, an exception those that it names. */
    private static List<Reading<Device>> routers(CompiledModel model, RouterDeclaration declaration) {
        return RoutersOfDeclaration.of(model, declaration).stream().map(device -> {
            List<EObject> speakers = new ArrayList<>(List.of(declaration));
            model.clause(device.platform().origin(), PlatformClause.class).ifPresent(speakers::add);
            model.clause(device.platform().origin(), PlatformDeclaration.class).ifPresent(speakers::add);
            return new Reading<>(device, Optional.of(device), speakers);
        }).toList();
    }

    private static List<Reading<NetworkInterface>> interfaces(CompiledModel model, EObject clause) {
        return model.made(clause, Device::interfaces, NetworkInterface::origin);
    }

    private static List<Setting<Device>> ofRouters() {
        List<Setting<Device>> settings = new ArrayList<>(ofPlatforms());
        settings.add(site());
        settings.add(Setting.<Device>of("name", Device::name, NAMED_ELEMENT__NAME));
        return settings;
    }

    private static List<Setting<Device>> ofPlatforms() {
        return List.of(
                Setting.<Device>of("platform", device -> device.platform().vendor().keyword(),
                        PLATFORM_CLAUSE__VENDOR, PLATFORM_DECLARATION__VENDOR).byLanguage(),
                Setting.<Device>of("release", device -> device.platform().release().isEmpty() ? "a current one"
                        : device.platform().release(), PLATFORM_CLAUSE__RELEASE, PLATFORM_DECLARATION__RELEASE).byLanguage());
    }

    private static Setting<Device> site() {
        return Setting.<Device>of("site", device -> Shown.text(device.site(), "one of its own"), SITE_CLAUSE__SITE,
                ROUTER_BODY__SITES).byLanguage();
    }

    private static List<Setting<NetworkInterface>> ofUplinks() {
        return List.of(
                Setting.<NetworkInterface>of("wan dhcp", RouterTopics::address, WAN_CLAUSE__ADDRESS, WAN_CLAUSE__DHCP),
                Setting.<NetworkInterface>of("gateway", RouterTopics::gateway, WAN_CLAUSE__GATEWAY).byLanguage(),
                table(WAN_CLAUSE__VRF), name(WAN_CLAUSE__INTERFACE),
                Setting.<NetworkInterface>of("mtu", port -> port.mtuBytes() + " bytes", WAN_CLAUSE__MTU)
                        .otherwise(Otherwise.by("that of the transport")),
                Setting.<NetworkInterface>of("behind pat nat as inside", RouterTopics::translation, WAN_CLAUSE__PAT,
                        WAN_CLAUSE__NAT, WAN_CLAUSE__OUTSIDE, WAN_CLAUSE__INSIDE).byLanguage(),
                blocked(WAN_CLAUSE__BLOCKS, BLOCK_TERM__PROTOCOL, BLOCK_TERM__PORT),
                Setting.<NetworkInterface>of("reverse-path", port -> port.reversePathCheck()
                        .map(check -> check.mode().keyword()).orElse("no check"), WAN_CLAUSE__REVERSE_PATH),
                Setting.<NetworkInterface>of("shutdown", port -> port.enabled() ? "up" : "shut down", WAN_CLAUSE__SHUTDOWN)
                        .byLanguage());
    }

    private static String address(NetworkInterface port) {
        return port.assignment() instanceof AddressAssignment.Static fixed ? fixed.address().toString() : "leased";
    }

    private static String gateway(NetworkInterface port) {
        return port.assignment() instanceof AddressAssignment.Static fixed ? Shown.text(fixed.gateway(), "none") : "by the lease";
    }

    private static Setting<NetworkInterface> table(org.eclipse.emf.ecore.EStructuralFeature feature) {
        return Setting.<NetworkInterface>of("vrf", port -> Shown.text(port.vrf(), "global table"), feature).byLanguage();
    }

    private static Setting<NetworkInterface> name(org.eclipse.emf.ecore.EStructuralFeature feature) {
        return Setting.<NetworkInterface>of("interface", NetworkInterface::name, feature)
                .otherwise(Otherwise.by("numbered in order"));
    }

    private static String translation(NetworkInterface port) {
        Optional<AddressTranslation> found = port.translation();
        return found.map(each -> each.kind().keyword() + " as " + Shown.text(each.outside(), "a leased address") + ", inside "
                + each.inside()).orElse("nothing");
    }

    private static List<Setting<NetworkInterface>> ofLocalNetworks() {
        return List.of(
                Setting.<NetworkInterface>of("lan", port -> port.assignment() instanceof AddressAssignment.Static fixed
                        ? fixed.address().prefix().toString() : "leased", LAN_CLAUSE__PREFIX),
                Setting.<NetworkInterface>of("address", RouterTopics::address, LAN_CLAUSE__ADDRESS)
                        .otherwise(Otherwise.by("the first usable one")),
                table(LAN_CLAUSE__VRF), name(LAN_CLAUSE__INTERFACE), blocked(LAN_CLAUSE__BLOCKS),
                new Setting<>(List.of("clear-df"), List.of(LAN_CLAUSE__CLEARS_DONT_FRAGMENT), reading -> reading.device().map(
                        device -> device.forwarding().clearedDontFragment(reading.record().name()).isPresent()
                                ? "packets lose their DF bit" : "packets keep their DF bit"), Otherwise.LANGUAGE));
    }

    private static Setting<NetworkInterface> blocked(org.eclipse.emf.ecore.EStructuralFeature... features) {
        return Setting.<NetworkInterface>of("blocks port", port -> Shown.list(port.access().map(UplinkAccess::blocked)
                .orElse(List.of()).stream().map(each -> each.text()).toList(), "nothing"), features).byLanguage();
    }

    private static List<Setting<NetworkInterface>> ofLoopbacks() {
        return List.of(Setting.<NetworkInterface>of("loopback", RouterTopics::address, LOOPBACK_CLAUSE__ADDRESS),
                table(LOOPBACK_CLAUSE__VRF), name(LOOPBACK_CLAUSE__INTERFACE));
    }

    private static List<Setting<StaticRoute>> ofRoutes() {
        return List.of(
                Setting.<StaticRoute>of("route", route -> route.destination().toString(), ROUTE_CLAUSE__DESTINATION),
                Setting.<StaticRoute>of("via discard", route -> Shown.text(route.nextHop(), route.interfaceName().isPresent()
                        ? "the interface" : "discarded"), ROUTE_CLAUSE__NEXT_HOP, ROUTE_CLAUSE__DISCARD).byLanguage(),
                Setting.<StaticRoute>of("interface", route -> Shown.text(route.interfaceName(), "that of the next hop"),
                        ROUTE_CLAUSE__INTERFACE).byLanguage(),
                Setting.<StaticRoute>of("distance", route -> Integer.toString(route.distance()), ROUTE_CLAUSE__DISTANCE),
                Setting.<StaticRoute>of("vrf", route -> Shown.text(route.vrf(), "global table"), ROUTE_CLAUSE__VRF).byLanguage(),
                Setting.<StaticRoute>of("tag", route -> Shown.number(route.tag(), "", "none"), ROUTE_CLAUSE__TAG).byLanguage());
    }

    private static List<Setting<Vrf>> ofVrfs() {
        return List.of(
                Setting.<Vrf>of("vpn", Vrf::name, VPN_CLAUSE__VRF),
                Setting.<Vrf>of("rd", vrf -> Shown.text(vrf.routeDistinguisher(), "none"), VPN_CLAUSE__DISTINGUISHER).byLanguage(),
                Setting.<Vrf>of("route-target", vrf -> Shown.text(vrf.routeTarget(), "none"), VPN_CLAUSE__ROUTE_TARGET)
                        .byLanguage());
    }

    private static List<Setting<PolicyRoute>> ofPolicyRoutes() {
        return List.of(
                Setting.<PolicyRoute>of("policy-route local on", route -> route.scope() instanceof PolicyScope.ArrivingOn arriving
                        ? "what arrives on " + arriving.interfaceName() : "the router's own packets",
                        POLICY_ROUTE_CLAUSE__OWN_PACKETS, POLICY_ROUTE_CLAUSE__LAN, POLICY_ROUTE_CLAUSE__CLOUD,
                        POLICY_ROUTE_CLAUSE__INTERFACE),
                Setting.<PolicyRoute>of("from", route -> Shown.text(route.source(), "any source"), POLICY_ROUTE_CLAUSE__SOURCE)
                        .byLanguage(),
                Setting.<PolicyRoute>of("to", route -> Shown.text(route.destination(), "any destination"),
                        POLICY_ROUTE_CLAUSE__DESTINATION).byLanguage(),
                Setting.<PolicyRoute>of("protocol", route -> route.protocol().map(protocol -> protocol.keyword())
                        .orElse("any protocol"), POLICY_ROUTE_CLAUSE__PROTOCOL).byLanguage(),
                Setting.<PolicyRoute>of("next-hop", route -> route.nextHop().toString(), POLICY_ROUTE_CLAUSE__NEXT_HOP));
    }

    private static List<Setting<InternetExit>> ofExits() {
        return List.of(Setting.<InternetExit>of("internet-exit", InternetExit::interfaceName, INTERNET_EXIT_CLAUSE__TRANSPORT));
    }

    private static List<Setting<Host>> ofHosts() {
        return List.of(
                Setting.<Host>of("behind", host -> host.device() + " " + host.interfaceName(), HOST_DECLARATION__ROUTER),
                Setting.<Host>of("address", host -> host.address().toString(), HOST_DECLARATION__ADDRESS)
                        .otherwise(Otherwise.by("the next free one of the lan")));
    }
}
