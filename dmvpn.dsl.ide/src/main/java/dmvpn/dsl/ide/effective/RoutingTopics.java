package dmvpn.dsl.ide.effective;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.routing.AreaClause;
import dmvpn.dsl.routing.AutonomousSystemClause;
import dmvpn.dsl.routing.BidirectionalForwardingClause;
import dmvpn.dsl.routing.DefaultClause;
import dmvpn.dsl.routing.NeighborClause;
import dmvpn.dsl.routing.NetworkTypeClause;
import dmvpn.dsl.routing.PolicyUse;
import dmvpn.dsl.routing.RedistributionClause;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.routing.RoutingInterfaceClause;
import dmvpn.dsl.routing.SummaryClause;
import dmvpn.network.device.Device;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.EigrpMetricWeights;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RipTimers;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What can be said of routing: of processes, of their interfaces and of their neighbours. */
final class RoutingTopics {

    private RoutingTopics() {
    }

    static List<Topic<?, ?>> all() {
        List<Setting<RoutingReading>> onInterfaces = onInterfaces();
        List<Setting<RoutingReading>> ofProcesses = new ArrayList<>(onInterfaces);
        ofProcesses.addAll(ofPeerings());
        ofProcesses.addAll(ofProcesses());
        List<Setting<RoutingReading>> ofNeighbors = new ArrayList<>(ofPeerings());
        ofNeighbors.add(timer("hello", reading -> Optional.empty(), ROUTING_CLAUSE__HELLO, NEIGHBOR_CLAUSE__HELLO));
        ofNeighbors.add(hold());
        List<Topic<?, ?>> topics = new ArrayList<>(List.of(
                new Topic<>(RoutingClause.class, ofProcesses, RoutingReadings::of),
                new Topic<>(RoutingInterfaceClause.class, onInterfaces, RoutingReadings::of),
                new Topic<>(NeighborClause.class, ofNeighbors, RoutingReadings::of),
                new Topic<>(RedistributionClause.class, redistribution(), (model, clause) -> model.made(clause,
                        RoutingTopics::redistributions, Redistribution::origin))));
        for (Class<? extends EObject> part : List.of(SummaryClause.class, DefaultClause.class, AreaClause.class,
                NetworkTypeClause.class, BidirectionalForwardingClause.class, AutonomousSystemClause.class, PolicyUse.class)) {
            topics.add(part(part, ofProcesses));
        }
        return topics;
    }

    /** A clause inside another one says what the other one is about. */
    private static <C extends EObject> Topic<C, RoutingReading> part(Class<C> kind, List<Setting<RoutingReading>> settings) {
        return new Topic<>(kind, settings, (model, clause) -> switch (clause.eContainer()) {
            case RoutingClause routing -> RoutingReadings.of(model, routing);
            case RoutingInterfaceClause onInterface -> RoutingReadings.of(model, onInterface);
            case NeighborClause neighbor -> RoutingReadings.of(model, neighbor);
            case null, default -> List.of();
        });
    }

    private static List<Redistribution> redistributions(Device device) {
        List<ProcessOptions> options = new ArrayList<>();
        device.routing().eigrp().forEach(process -> options.add(process.options()));
        device.routing().ospf().forEach(process -> options.add(process.options()));
        device.routing().bgp().forEach(process -> options.add(process.options()));
        device.routing().rip().forEach(process -> options.add(process.options()));
        return options.stream().flatMap(each -> each.redistributions().stream()).toList();
    }

    private static List<Setting<RoutingReading>> onInterfaces() {
        return List.of(
                timer("hello", reading -> reading.eigrpInterface().map(each -> Shown.time(each.helloInterval()))
                        .or(() -> reading.ospfInterface().map(each -> Shown.time(each.helloInterval())))
                        .or(() -> reading.rip().map(process -> Shown.time(process.timers().map(RipTimers::update)
                                .orElse(RipTimers.DEFAULT_UPDATE)))),
                        ROUTING_CLAUSE__HELLO, ROUTING_INTERFACE_CLAUSE__HELLO),
                hold(),
                Setting.<RoutingReading>optional("dead", reading -> reading.ospfInterface()
                        .map(each -> Shown.time(each.deadInterval())), ROUTING_CLAUSE__DEAD, ROUTING_INTERFACE_CLAUSE__DEAD),
                Setting.<RoutingReading>optional("split-horizon", reading -> reading.eigrpInterface()
                        .map(each -> Shown.onOff(each.splitHorizon()))
                        .or(() -> reading.ripInterface().map(each -> Shown.onOff(each.splitHorizon()))),
                        ROUTING_CLAUSE__SPLIT_HORIZON, ROUTING_INTERFACE_CLAUSE__SPLIT_HORIZON).byPhase(),
                Setting.<RoutingReading>optional("next-hop-self", reading -> reading.eigrpInterface()
                        .map(each -> Shown.onOff(each.nextHopSelf())).or(() -> peerings(reading, RoutingTopics::nextHopSelf)),
                        ROUTING_CLAUSE__NEXT_HOP_SELF, ROUTING_INTERFACE_CLAUSE__NEXT_HOP_SELF).byPhase(),
                Setting.<RoutingReading>optional("area type range", reading -> reading.ospfInterface().map(each -> area(reading, each.area())),
                        ROUTING_CLAUSE__AREAS, ROUTING_INTERFACE_CLAUSE__AREAS).byLanguage(),
                Setting.<RoutingReading>optional("network-type", reading -> reading.ospfInterface()
                        .map(each -> each.networkType().keyword()), ROUTING_CLAUSE__NETWORK_TYPES,
                        ROUTING_INTERFACE_CLAUSE__NETWORK_TYPES).byPhase(),
                Setting.<RoutingReading>optional("priority", reading -> reading.ospfInterface()
                        .map(each -> Integer.toString(each.priority())), ROUTING_CLAUSE__PRIORITIES,
                        ROUTING_INTERFACE_CLAUSE__PRIORITY).byPhase(),
                Setting.<RoutingReading>optional("cost", reading -> reading.ospfInterface().map(OspfInterface::cost)
                        .map(cost -> Shown.number(cost, "", "from the bandwidth")), ROUTING_CLAUSE__COSTS,
                        ROUTING_INTERFACE_CLAUSE__COST),
                Setting.<RoutingReading>optional("passive", reading -> reading.eigrpInterface().map(each -> each.passive())
                        .or(() -> reading.ospfInterface().map(OspfInterface::passive))
                        .or(() -> reading.ripInterface().map(each -> each.passive())).map(Shown::yesNo)
                        .or(() -> peerings(reading, peering -> Shown.yesNo(peering.options().passive()))),
                        ROUTING_CLAUSE__PASSIVE, ROUTING_INTERFACE_CLAUSE__PASSIVE, NEIGHBOR_CLAUSE__PASSIVE).byLanguage(),
                Setting.<RoutingReading>optional("bfd multiplier", RoutingTopics::detection, ROUTING_CLAUSE__BFD,
                        ROUTING_INTERFACE_CLAUSE__BFD).byLanguage(),
                Setting.<RoutingReading>optional("summary leak", RoutingTopics::summaries, ROUTING_CLAUSE__SUMMARIES,
                        ROUTING_INTERFACE_CLAUSE__SUMMARIES).byLanguage());
    }

    private static Setting<RoutingReading> timer(String keyword, Function<RoutingReading, Optional<String>> onInterface,
            EStructuralFeature... features) {
        return Setting.<RoutingReading>optional(keyword, reading -> onInterface.apply(reading)
                .or(() -> peerings(reading, peering -> Shown.time(peering.keepalive().orElse(BgpPeering.DEFAULT_KEEPALIVE)))),
                features);
    }

    private static Setting<RoutingReading> hold() {
        return Setting.<RoutingReading>optional("hold", reading -> reading.eigrpInterface().map(each -> Shown.time(each.holdTime()))
                .or(() -> peerings(reading, peering -> Shown.time(peering.hold().orElse(BgpPeering.DEFAULT_HOLD_TIME))))
                .or(() -> reading.rip().map(process -> Shown.time(process.timers()
                        .orElseGet(() -> RipTimers.ofUpdate(RipTimers.DEFAULT_UPDATE, process.origin())).invalid()))),
                ROUTING_CLAUSE__HOLD, ROUTING_INTERFACE_CLAUSE__HOLD, NEIGHBOR_CLAUSE__HOLD);
    }

    /** The values of all neighbours, each once; empty without BGP. */
    private static Optional<String> peerings(RoutingReading reading, Function<BgpPeering, String> value) {
        return reading.peerings().isEmpty() ? Optional.empty()
                : Optional.of(Shown.list(reading.peerings().stream().map(value).toList(), ""));
    }

    private static String nextHopSelf(BgpPeering peering) {
        return peering.nextHopSelf() == NextHopSelf.ALL ? "all" : Shown.onOff(peering.nextHopSelf() == NextHopSelf.ON);
    }

    private static String area(RoutingReading reading, long number) {
        return number + reading.ospf().flatMap(process -> process.areas().stream().filter(area -> area.number() == number)
                .findFirst()).map(area -> " " + area.kind().keyword()
                + (area.ranges().isEmpty() ? "" : ", announced elsewhere as " + Shown.list(area.ranges(), "")))
                .orElse(" normal");
    }

    private static Optional<String> detection(RoutingReading reading) {
        if (reading.interfaceName().isEmpty()) {
            return peerings(reading, peering -> Shown.onOff(peering.fastDetection()));
        }
        Optional<BidirectionalForwarding> found =
                reading.device().routing().forwardingDetectionOn(reading.interfaceName().get());
        return Optional.of(found.map(bfd -> Shown.time(bfd.interval()) + ", multiplier " + bfd.multiplier()).orElse("off"));
    }

    private static Optional<String> summaries(RoutingReading reading) {
        return reading.eigrpInterface().map(each -> Shown.list(each.summaries().stream().map(RoutingTopics::summary).toList(), "none"))
                .or(() -> reading.ripInterface().map(each -> Shown.list(each.summaries(), "none")))
                .or(() -> reading.bgp().map(process -> Shown.list(process.aggregates().stream()
                        .map(aggregate -> aggregate.prefix()).toList(), "none")));
    }

    private static String summary(EigrpSummary summary) {
        return summary.prefix() + (summary.leaked().isEmpty() ? "" : " beside " + Shown.list(summary.leaked(), ""));
    }

    private static List<Setting<RoutingReading>> ofPeerings() {
        return List.of(
                peering("as", peering -> Shown.list(peering.remoteAutonomousSystems(), ""), ROUTING_CLAUSE__AUTONOMOUS_SYSTEMS,
                        NEIGHBOR_CLAUSE__AUTONOMOUS_SYSTEM).otherwise(Otherwise.by("the own one")),
                peering("next-hop-self", RoutingTopics::nextHopSelf, ROUTING_CLAUSE__NEXT_HOP_SELF, NEIGHBOR_CLAUSE__NEXT_HOP_SELF)
                        .byPhase(),
                peering("route-reflector route-reflector-client", peering -> peering.routeReflectorClient()
                        ? "the neighbour is a client" : "no", ROUTING_CLAUSE__ROUTE_REFLECTORS,
                        ROUTING_CLAUSE__NO_ROUTE_REFLECTORS, NEIGHBOR_CLAUSE__CLIENT)
                        .otherwise(Otherwise.by("hubs, inside of one autonomous system")),
                peering("allowas-in", peering -> Shown.yesNo(peering.allowOwnAutonomousSystem()),
                        ROUTING_CLAUSE__ALLOW_OWN_AUTONOMOUS_SYSTEM, NEIGHBOR_CLAUSE__ALLOW_OWN_AUTONOMOUS_SYSTEM).byLanguage(),
                peering("as-override", peering -> Shown.yesNo(peering.overrideAutonomousSystem()),
                        ROUTING_CLAUSE__OVERRIDE_AUTONOMOUS_SYSTEM, NEIGHBOR_CLAUSE__OVERRIDE_AUTONOMOUS_SYSTEM).byLanguage(),
                peering("remove-private-as", peering -> Shown.yesNo(peering.options().removePrivateAutonomousSystems()),
                        ROUTING_CLAUSE__REMOVE_PRIVATE_AUTONOMOUS_SYSTEMS, NEIGHBOR_CLAUSE__REMOVE_PRIVATE_AUTONOMOUS_SYSTEMS)
                        .byLanguage(),
                peering("send-community", peering -> Shown.yesNo(peering.options().sendCommunity()), ROUTING_CLAUSE__SEND_COMMUNITY,
                        NEIGHBOR_CLAUSE__SEND_COMMUNITY).otherwise(Otherwise.by("where a policy needs it")),
                peering("next-hop-unchanged", peering -> Shown.yesNo(peering.options().nextHopUnchanged()),
                        NEIGHBOR_CLAUSE__NEXT_HOP_UNCHANGED).byLanguage(),
                peering("multihop", peering -> Shown.number(peering.options().multihop(), "", "1"), NEIGHBOR_CLAUSE__MULTIHOP),
                peering("update-source", peering -> peering.options().updateSource().orElse("what leads to the neighbour"),
                        NEIGHBOR_CLAUSE__UPDATE_SOURCE, NEIGHBOR_CLAUSE__UPDATE_SOURCE_LOOPBACK),
                peering("local-preference accept", peering -> peering.importPolicy().map(policy -> "policy " + policy)
                        .orElse("100, no policy"), ROUTING_CLAUSE__LOCAL_PREFERENCES, NEIGHBOR_CLAUSE__LOCAL_PREFERENCE,
                        ROUTING_CLAUSE__POLICIES, NEIGHBOR_CLAUSE__POLICIES),
                peering("med announce", peering -> peering.exportPolicy().map(policy -> "policy " + policy)
                        .orElse("that of the route, no policy"), ROUTING_CLAUSE__METRICS, NEIGHBOR_CLAUSE__METRIC,
                        ROUTING_CLAUSE__POLICIES, NEIGHBOR_CLAUSE__POLICIES),
                peering("password", peering -> peering.password().map(Shown::secret).orElse("none"), NEIGHBOR_CLAUSE__PASSWORD,
                        NEIGHBOR_CLAUSE__PASSWORD_SECRET),
                peering("bfd", peering -> Shown.onOff(peering.fastDetection()), ROUTING_CLAUSE__BFD, NEIGHBOR_CLAUSE__BFD)
                        .byLanguage());
    }

    private static Setting<RoutingReading> peering(String keywords, Function<BgpPeering, String> value,
            EStructuralFeature... features) {
        return Setting.optional(keywords, reading -> peerings(reading, value), features);
    }

    private static List<Setting<RoutingReading>> ofProcesses() {
        return List.of(
                Setting.<RoutingReading>of("routing eigrp ospf bgp rip odr", RoutingTopics::process, ROUTING_CLAUSE__PROTOCOL),
                Setting.<RoutingReading>optional("vrf", RoutingTopics::table, ROUTING_CLAUSE__VRF)
                        .otherwise(Otherwise.by("that of the tunnel")),
                Setting.<RoutingReading>optional("default", RoutingTopics::defaultRoute, ROUTING_CLAUSE__DEFAULTS).byLanguage(),
                Setting.<RoutingReading>optional("stub", reading -> reading.eigrp().map(process -> process.stub()
                        .map(stub -> "stub" + (stub.connected() ? " connected" : "") + (stub.summary() ? " summary" : ""))
                        .orElse("no stub")), ROUTING_CLAUSE__STUB).byLanguage(),
                Setting.<RoutingReading>optional("listen", reading -> reading.bgp().map(process -> Shown.list(
                        process.listenRanges().stream().map(range -> range.range()).toList(), "no, each neighbour is named")),
                        ROUTING_CLAUSE__LISTEN).byLanguage(),
                Setting.<RoutingReading>optional("database-filter", reading -> reading.ospfInterface()
                        .map(each -> Shown.yesNo(each.databaseFilter())), ROUTING_CLAUSE__DATABASE_FILTER).byLanguage(),
                Setting.<RoutingReading>optional("maximum-paths", reading -> reading.options().map(ProcessOptions::maximumPaths)
                        .map(paths -> Shown.number(paths, "", "what the platform takes")), ROUTING_CLAUSE__MAXIMUM_PATHS),
                Setting.<RoutingReading>optional("k-values", reading -> reading.eigrp().map(process -> Shown.list(process
                        .metricWeights().map(EigrpMetricWeights::weights).orElse(EigrpMetricWeights.DEFAULT).stream()
                        .map(String::valueOf).collect(Collectors.collectingAndThen(
                                Collectors.joining(" "), List::of)), "")), ROUTING_CLAUSE__KVALUES),
                Setting.<RoutingReading>optional("named", reading -> reading.eigrp().map(process -> process.name()
                        .map(name -> "named mode, " + name).orElse("classic mode")), ROUTING_CLAUSE__NAMED),
                Setting.<RoutingReading>optional("distance external", RoutingTopics::distance, ROUTING_CLAUSE__DISTANCE,
                        ROUTING_CLAUSE__EXTERNAL_DISTANCE),
                Setting.<RoutingReading>optional("metric", reading -> reading.options().map(options ->
                        options.defaultMetric().map(RoutingTopics::metric).orElse("none")), ROUTING_CLAUSE__DEFAULT_METRIC),
                Setting.<RoutingReading>optional("redistribute", reading -> reading.options().map(options -> Shown.list(
                        options.redistributions().stream().map(RoutingTopics::source).toList(), "nothing")),
                        ROUTING_CLAUSE__REDISTRIBUTIONS).byLanguage(),
                Setting.<RoutingReading>optional("accept announce", RoutingTopics::policies, ROUTING_CLAUSE__POLICIES)
                        .byLanguage(),
                Setting.<RoutingReading>optional("advertise", RoutingTopics::networks, ROUTING_CLAUSE__ADVERTISED)
                        .otherwise(Otherwise.by("the overlay and the router's own networks")));
    }

    private static String process(RoutingReading reading) {
        return reading.eigrp().map(process -> "eigrp " + process.autonomousSystem())
                .or(() -> reading.ospf().map(process -> "ospf " + process.process()))
                .or(() -> reading.bgp().map(process -> "bgp " + process.autonomousSystem()))
                .or(() -> reading.rip().map(process -> "rip version 2"))
                .orElse("odr");
    }

    private static Optional<String> table(RoutingReading reading) {
        return Optional.of(reading.eigrp().flatMap(process -> process.vrf()).or(() -> reading.ospf().flatMap(each -> each.vrf()))
                .or(() -> reading.bgp().flatMap(each -> each.vrf())).or(() -> reading.rip().flatMap(each -> each.vrf()))
                .or(() -> reading.odr().flatMap(each -> each.vrf())).orElse("global table"));
    }

    private static Optional<String> defaultRoute(RoutingReading reading) {
        return reading.eigrpInterface().map(each -> each.summaries().stream().anyMatch(summary -> summary.prefix().length() == 0))
                .or(() -> reading.ospf().map(process -> process.defaultOrigination().isPresent()))
                .or(() -> reading.rip().map(process -> process.defaultOrigination().isPresent()))
                .or(() -> reading.peerings().isEmpty() ? Optional.empty() : Optional.of(reading.peerings().stream()
                        .anyMatch(peering -> peering.defaultOrigination().isPresent())))
                .map(announced -> announced ? "announced" : "not announced");
    }

    private static Optional<String> distance(RoutingReading reading) {
        if (reading.odr().isPresent()) {
            return reading.odr().map(process -> Shown.number(process.distance(), "",
                    Integer.toString(RouteSource.ODR.defaultDistance())));
        }
        return reading.options().map(options -> options.distance()
                .map(said -> said.internal() + (said.external().isPresent() ? ", external " + said.external().getAsInt() : ""))
                .orElseGet(() -> Integer.toString(protocol(reading).defaultDistance())));
    }

    private static RouteSource protocol(RoutingReading reading) {
        return reading.eigrp().isPresent() ? RouteSource.EIGRP : reading.ospf().isPresent() ? RouteSource.OSPF
                : reading.bgp().isPresent() ? RouteSource.BGP : RouteSource.RIP;
    }

    private static Optional<String> policies(RoutingReading reading) {
        return reading.options().map(options -> Shown.list(options.policies().stream()
                .map(use -> use.direction().name().toLowerCase(Locale.ROOT) + " " + use.policy()).toList(), "none"));
    }

    private static Optional<String> networks(RoutingReading reading) {
        return reading.eigrp().map(process -> process.networks()).or(() -> reading.bgp().map(process -> process.networks()))
                .or(() -> reading.rip().map(process -> process.networks())).map(networks -> Shown.list(networks, "nothing"));
    }

    private static String source(Redistribution redistribution) {
        return redistribution.source().keyword() + Shown.number(redistribution.process(), "", "").transform(
                number -> number.isEmpty() ? "" : " " + number);
    }

    private static String metric(SeedMetric metric) {
        return switch (metric) {
            case SeedMetric.Simple simple -> Long.toString(simple.value());
            case SeedMetric.Eigrp eigrp -> eigrp.bandwidthKbps() + " kbit/s, " + eigrp.delayTensOfMicros() + "0 µs, reliability "
                    + eigrp.reliability() + ", load " + eigrp.load() + ", MTU " + eigrp.mtuBytes();
        };
    }

    private static List<Setting<Redistribution>> redistribution() {
        return List.of(
                Setting.<Redistribution>of("redistribute eigrp ospf bgp rip odr static connected", RoutingTopics::source,
                        REDISTRIBUTION_CLAUSE__PROTOCOL),
                Setting.<Redistribution>of("metric", said -> said.metric().map(RoutingTopics::metric)
                        .orElse("that of the process"), REDISTRIBUTION_CLAUSE__METRIC),
                Setting.<Redistribution>of("external", said -> "type-" + said.externalType().orElse(2),
                        REDISTRIBUTION_CLAUSE__EXTERNAL_TYPE),
                Setting.<Redistribution>of("tag", said -> Shown.number(said.tag(), "", "none"), REDISTRIBUTION_CLAUSE__TAG),
                Setting.<Redistribution>of("through", said -> Shown.text(said.policy(), "all routes"),
                        REDISTRIBUTION_CLAUSE__POLICY).byLanguage());
    }
}
