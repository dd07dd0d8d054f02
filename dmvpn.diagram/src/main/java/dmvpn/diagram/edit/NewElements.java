package dmvpn.diagram.edit;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.FragmentDeclaration;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.PlainRouterDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.TunnelSettings;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.routing.PolicyDeclaration;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.routing.RoutingFactory;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.dsl.values.ComputedText;
import dmvpn.dsl.values.DecimalText;
import dmvpn.dsl.values.MemberRange;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.EList;

/** Makes elements that are complete: with free names and numbers and whatever else they must have. */
final class NewElements {

    private static final List<String> POOLS = List.of("198.18.0.0/16", "198.19.0.0/16", "100.64.0.0/16", "100.65.0.0/16",
            "100.66.0.0/16", "100.67.0.0/16");
    private static final String LATENCY = "10ms";
    private static final String NEWEST_PHASE = "3";
    private static final int HUNDRED = 100;

    private final EditContext context;

    NewElements(EditContext context) {
        this.context = context;
    }

    TransportDeclaration transport() {
        TransportDeclaration transport = ModelFactory.eINSTANCE.createTransportDeclaration();
        transport.setName(context.freeName(Kind.TRANSPORT, "Transport"));
        transport.setLatency(LATENCY);
        Set<String> taken = context.transports().map(TransportDeclaration::getDhcpPool).collect(Collectors.toSet());
        POOLS.stream().filter(pool -> taken.stream().filter(Objects::nonNull)
                        .noneMatch(other -> IpPrefix.tryParse(other).filter(IpPrefix.parse(pool)::overlaps).isPresent()))
                .findFirst().ifPresent(transport::setDhcpPool);
        return add(transport);
    }

    CloudDeclaration cloud() {
        CloudDeclaration cloud = ModelFactory.eINSTANCE.createCloudDeclaration();
        cloud.setName(context.freeName(Kind.CLOUD, "Cloud"));
        cloud.setOverlay(context.plan().freeOverlay().map(IpPrefix::toString)
                .orElseThrow(() -> new EditRefusedException(
                        "No subnet from 10.240.0.0 to 10.255.255.255 is free for one more overlay")));
        cloud.setPhase(NEWEST_PHASE);
        cloud.setNetworkId(freeNumber(TunnelSettings::getNetworkId));
        cloud.setTunnelKey(freeNumber(TunnelSettings::getTunnelKey));
        context.names().all(Kind.CRYPTO).stream().findFirst().map(CryptoDeclaration.class::cast).ifPresent(cloud::setCrypto);
        cloud.getRouting().add(routing());
        return add(cloud);
    }

    private RoutingClause routing() {
        RoutingClause routing = RoutingFactory.eINSTANCE.createRoutingClause();
        routing.setProtocol("eigrp");
        Set<String> taken = context.clouds().flatMap(cloud -> cloud.getRouting().stream()).map(RoutingClause::getProcess)
                .filter(Objects::nonNull).collect(Collectors.toSet());
        routing.setProcess(hundreds().filter(number -> !taken.contains(number)).findFirst().orElseThrow());
        routing.setStub("spokes");
        return routing;
    }

    private String freeNumber(Function<TunnelSettings, String> setting) {
        Set<Long> taken = Stream.concat(context.clouds(), context.clouds().flatMap(context::membersOf))
                .map(setting).filter(Objects::nonNull).flatMap(text -> DecimalText.tryParseWhole(text).stream())
                .collect(Collectors.toSet());
        return hundreds().filter(number -> !taken.contains(Long.valueOf(number))).findFirst().orElseThrow();
    }

    private static Stream<String> hundreds() {
        return Stream.iterate(HUNDRED, number -> number + HUNDRED).map(String::valueOf);
    }

    HubDeclaration hub() {
        return router(ModelFactory.eINSTANCE.createHubDeclaration(), "Hub");
    }

    SpokeDeclaration spoke() {
        return router(ModelFactory.eINSTANCE.createSpokeDeclaration(), "Spoke");
    }

    PlainRouterDeclaration plainRouter() {
        return router(ModelFactory.eINSTANCE.createPlainRouterDeclaration(), "Router");
    }

    private <T extends RouterDeclaration> T router(T router, String stem) {
        router.setName(context.freeName(Kind.ROUTER, stem));
        context.plan().freeLocalNetwork().ifPresent(network -> router.getLans().add(localNetwork(network.toString())));
        return add(router);
    }

    static LanClause localNetwork(String prefix) {
        LanClause lan = ModelFactory.eINSTANCE.createLanClause();
        lan.setPrefix(prefix);
        return lan;
    }

    HostDeclaration host(RouterDeclaration router) {
        HostDeclaration host = ModelFactory.eINSTANCE.createHostDeclaration();
        host.setName(context.freeName(Kind.HOST, "Host"));
        RouterDeclaration meant = context.meant(router);
        host.setRouter(meant);
        List<MemberRange> members = RouterFamily.ranges(router);
        if (!members.isEmpty()) {
            host.setMember(Integer.toString(members.getFirst().first()));
        }
        freeHostAddress(meant, host.getMember()).ifPresent(host::setAddress);
        return add(host);
    }

    /** The tenth address from below, as long as no other host has it. */
    private Optional<String> freeHostAddress(RouterDeclaration router, String member) {
        Set<String> taken = context.names().all(Kind.HOST).stream().map(HostDeclaration.class::cast)
                .map(HostDeclaration::getAddress).filter(Objects::nonNull).collect(Collectors.toSet());
        Optional<IpPrefix> network = router.getLans().stream().findFirst().map(LanClause::getPrefix)
                .map(text -> member != null && ComputedText.isComputed(text)
                        ? ComputedText.expand(text, Long.parseLong(member)) : text)
                .flatMap(IpPrefix::tryParse);
        return network.flatMap(prefix -> Stream.iterate(prefix.network().plus(10), prefix::contains, address -> address.plus(1))
                .filter(prefix::isUsableHost).map(IpAddress::toString).filter(address -> !taken.contains(address)).findFirst());
    }

    /** Behind the last element that people write in front of it, so that a file keeps its order. */
    private <T extends Element> T add(T element) {
        EList<Element> elements = context.model().getElements();
        int index = 0;
        for (int at = 0; at < elements.size(); at++) {
            if (rank(elements.get(at)) <= rank(element)) {
                index = at + 1;
            }
        }
        elements.add(index, element);
        return element;
    }

    private static int rank(Element element) {
        return switch (element) {
            case TransportDeclaration transport -> 1;
            case CryptoDeclaration crypto -> 2;
            case CloudDeclaration cloud -> 3;
            case PolicyDeclaration policy -> 4;
            case FragmentDeclaration fragment -> 5;
            case HubDeclaration hub -> 6;
            case RouterDeclaration router -> 7;
            case HostDeclaration host -> 8;
            case ScenarioDeclaration scenario -> 9;
            case NamedElement other -> 9;
            default -> 0;
        };
    }
}
